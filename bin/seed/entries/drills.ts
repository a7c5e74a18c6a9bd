// Which drills does the demo plan, of which one has been held and evaluated?
import { day, month } from '../script.ts'
import type { SeedEntry } from './entry.ts'

const register = 'emergency-drill'
export const heldDrill = '柯城区危险化学品泄漏桌面演练'

const held: SeedEntry = {
  key: 'drill-kecheng-held',
  register,
  by: 'kecheng.duty',
  confirmedBy: 'kecheng.chief',
  early: true,
  data: {
    region: '330802',
    reason: '区年度演练计划',
    title: heldDrill,
    plan: '柯城区生产安全事故综合应急预案',
    duty: 'authority',
    kind: 'comprehensive',
    form: 'tabletop',
    month: month(-9),
    leader: '区局带班领导',
    event: 'leak',
    place: '区应急指挥中心',
    scenario: '某化工企业液氯库房阀门泄漏，氯气向东北方向扩散，两名工人失联。',
    script: [
      { minute: 5, channel: 'telephone', to: '市消防救援支队', text: '厂方电话：喷淋系统失效' },
      { minute: 15, channel: 'field', text: '下风向小学请求疏散指引' },
      { minute: 25, channel: 'notice', to: '区应急管理局', text: '两名失联工人在更衣室找到' },
    ],
  },
  afterwards: { standing: 'held', heldOn: day(-9), reason: '演练已实施，评估报告见案件' },
}

const coming: SeedEntry = {
  key: 'drill-kecheng-coming',
  register,
  by: 'kecheng.duty',
  confirmedBy: 'kecheng.chief',
  data: {
    region: '330802',
    reason: '区年度演练计划',
    title: '东港化工片区火灾实战演练',
    plan: '柯城区生产安全事故综合应急预案',
    duty: 'authority',
    kind: 'comprehensive',
    form: 'field',
    month: month(40),
    leader: '现场总指挥',
    event: 'fire',
    place: '东港七路18号',
    scenario: '储罐区管线破裂起火，浓烟向居民区飘移，需要疏散约二百人。',
    script: [
      { minute: 3, channel: 'telephone', to: '市消防救援支队', text: '群众报警：罐区有爆燃声' },
      { minute: 10, channel: 'device', text: '可燃气体探测器GD-7二级报警' },
      { minute: 20, channel: 'field', to: '市公安局', text: '七路口车辆拥堵，消防车受阻' },
    ],
  },
}

const ofEnterprise: SeedEntry = {
  key: 'drill-e001-spray',
  register,
  by: 'e001.safety',
  confirmedBy: 'kecheng.chief',
  data: {
    region: '330802',
    reason: '本企业年度演练计划',
    title: '喷漆车间火灾现场处置方案演练',
    plan: '喷漆车间火灾现场处置方案',
    duty: 'other',
    kind: 'on-site',
    form: 'field',
    month: month(-60),
    leader: '安全管理员',
    event: 'fire',
    place: '喷漆车间',
    scenario: '喷漆房静电引燃漆雾，班组扑救初起火灾并疏散。',
    heldOn: day(-45),
    evaluation: '目标基本达到；报警及时，灭火器使用熟练；疏散点名用时偏长。',
    points: [
      {
        point: '更新疏散点名表，张贴到班组',
        post: '车间主任',
        dueOn: day(-20),
        doneOn: day(-22),
      },
      { point: '喷漆房加装静电接地检测', post: '设备部主任', dueOn: day(12) },
    ],
  },
}

export const drills: SeedEntry[] = [held, coming, ofEnterprise]
