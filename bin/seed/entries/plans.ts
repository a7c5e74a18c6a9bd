// Which emergency plans does the demo hold: of the city, of a county, of enterprises?
import { day } from '../script.ts'
import type { SeedEntry } from './entry.ts'

const register = 'emergency-plan'

const city: SeedEntry = {
  key: 'plan-city-hazchem',
  register,
  by: 'city.duty',
  confirmedBy: 'city.commander',
  data: {
    region: '330800',
    reason: '市政府常务会议审议通过',
    title: '衢州市危险化学品事故应急预案',
    kind: 'special',
    issuer: '衢州市应急管理局',
    events: ['hazchem', 'fire', 'poisoning'],
    version: '2025年修订版',
    publishedOn: day(-300),
    filedOn: day(-290),
    responseLevels: [
      {
        level: '1',
        trigger: '死亡（含失踪）30人以上，或者需要疏散1万人以上',
        decidedBy: '省人民政府',
      },
      {
        level: '2',
        trigger: '死亡（含失踪）10人以上，或者超出本市处置能力',
        decidedBy: '市人民政府，并报省应急管理厅',
      },
      {
        level: '3',
        trigger: '死亡（含失踪）3人以上，或者液氯、液氨等有毒气体泄漏影响厂外居民区',
        decidedBy: '市人民政府',
      },
      { level: '4', trigger: '县级处置需要市级支援', decidedBy: '市应急管理局' },
    ],
    commandGroups: [
      {
        name: '综合协调组',
        lead: '市应急管理局',
        members: '市政府办公室、市委宣传部',
        tasks: '汇总信息，上传下达，协调各组行动',
      },
      {
        name: '抢险救援组',
        lead: '市消防救援支队',
        members: '市应急管理局、化工应急救援队',
        tasks: '搜救被困人员，控制泄漏，扑灭火灾',
      },
      {
        name: '治安疏散组',
        lead: '市公安局',
        members: '市交通运输局、属地政府',
        tasks: '划定警戒区，疏散群众，管制交通',
      },
      {
        name: '环境监测组',
        lead: '市生态环境局',
        members: '市水利局',
        tasks: '监测大气和水体，提出防止次生污染的建议',
      },
    ],
    contacts: [
      { post: '市指挥中心值班员', office: '应急指挥中心', task: '接报、核实、报告' },
      {
        post: '市局带班领导',
        office: '市应急管理局',
        task: '研判定级，提出启动响应建议',
        notifiedBy: '市指挥中心值班员',
      },
      {
        post: '市消防支队指挥中心',
        office: '市消防救援支队',
        task: '调派救援力量',
        notifiedBy: '市指挥中心值班员',
      },
      {
        post: '市公安局指挥中心',
        office: '市公安局',
        task: '警戒和交通管制',
        notifiedBy: '市指挥中心值班员',
      },
      {
        post: '市生态环境局值班员',
        office: '市生态环境局',
        task: '派出监测人员',
        notifiedBy: '市局带班领导',
      },
    ],
    orderTemplates: [
      {
        level: '3',
        order: '立即派出救援队伍赶赴现场，携带防化装备和堵漏器材',
        office: '市消防救援支队',
        leadMinutes: 5,
      },
      {
        level: '3',
        order: '封闭事故点周边道路，组织下风向群众撤离至避难场所',
        office: '市公安局',
        leadMinutes: 15,
      },
      {
        level: '3',
        order: '在下风向布点监测，每半小时报告一次',
        office: '市生态环境局',
        leadMinutes: 30,
      },
      { level: '4', order: '派出专家组赴现场指导', office: '市应急管理局', leadMinutes: 30 },
    ],
  },
}

const county: SeedEntry = {
  key: 'plan-kecheng-comprehensive',
  register,
  by: 'kecheng.inspector1',
  confirmedBy: 'kecheng.chief',
  data: {
    region: '330802',
    reason: '区政府公布后登记',
    title: '柯城区生产安全事故综合应急预案',
    kind: 'comprehensive',
    issuer: '柯城区应急管理局',
    events: ['hazchem', 'fire', 'construction', 'equipment', 'other'],
    version: '2026年第1版',
    publishedOn: day(-12),
    responseLevels: [
      { level: '3', trigger: '死亡（含失踪）3人以上，报请市级启动', decidedBy: '市人民政府' },
      { level: '4', trigger: '死亡（含失踪）1人以上，或者重伤3人以上', decidedBy: '区人民政府' },
    ],
    contacts: [
      { post: '区局值班员', office: '柯城区应急管理局', task: '接报并核实' },
      {
        post: '区局带班领导',
        office: '柯城区应急管理局',
        task: '决定派出人员',
        notifiedBy: '区局值班员',
      },
    ],
    orderTemplates: [
      { level: '4', order: '派出执法人员到场核实', office: '柯城区应急管理局', leadMinutes: 20 },
    ],
  },
}

const chlorine: SeedEntry = {
  key: 'plan-e106-chlorine',
  register,
  by: 'kecheng.inspector2',
  confirmedBy: 'kecheng.chief',
  data: {
    region: '330802',
    owner: 'e106',
    reason: '企业报送备案材料',
    title: '液氯泄漏专项应急预案',
    kind: 'special',
    issuer: '柯城松烟水獭化工有限公司',
    events: ['hazchem', 'poisoning'],
    version: 'B/2',
    publishedOn: day(-1_060),
    filedOn: day(-1_040),
    responseLevels: [
      { level: '3', trigger: '泄漏超出库房，厂界检出氯气', decidedBy: '公司总指挥' },
      { level: '4', trigger: '库房内少量泄漏，可以控制', decidedBy: '库房负责人' },
    ],
    commandGroups: [
      { name: '堵漏组', lead: '设备部', members: '生产部', tasks: '佩戴空气呼吸器关阀、堵漏' },
      { name: '疏散组', lead: '安全环保部', tasks: '按风向引导人员撤离，清点人数' },
    ],
    orderTemplates: [
      { level: '3', order: '启动碱液喷淋，开启事故风机', office: '生产部', leadMinutes: 2 },
      { level: '3', order: '通知下风向企业和社区', office: '安全环保部', leadMinutes: 5 },
    ],
  },
}

const waiting: SeedEntry = {
  key: 'plan-e001-spray',
  register,
  by: 'e001.safety',
  data: {
    region: '330802',
    reason: '喷漆车间改造后重新编制',
    title: '喷漆车间火灾现场处置方案',
    kind: 'on-site',
    issuer: '柯城星槎白鹭门业有限公司',
    events: ['fire'],
    version: 'A/1',
    publishedOn: day(-6),
    contacts: [
      { post: '车间班长', office: '喷漆车间', task: '切断电源，组织扑救初起火灾' },
      { post: '安全管理员', office: '安全部', task: '报警并引导消防车', notifiedBy: '车间班长' },
    ],
  },
}

export const plans: SeedEntry[] = [city, county, chlorine, waiting]
