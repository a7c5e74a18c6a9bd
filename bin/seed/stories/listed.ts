// Which major hazards of the demo are listed, one still under governance and one de-listed and published?
import { day, type Moment, type Step, type Story } from '../script.ts'
import { report, verified } from './parts.ts'

const act = (when: Moment, by: string, act: string, data: Record<string, unknown>): Step => ({
  when,
  by,
  act,
  data,
})

type Plan = { goals: string; methods: string; until: number }

/** From the measures on the spot to the approved plan. */
const secured = (
  county: string,
  enterprise: string,
  days: number,
  scope: string,
  { goals, methods, until }: Plan,
): Step[] => [
  act([days, 15], `${county}.inspector1`, 'take-measures', { measures: 'stop-part', scope }),
  act([days, 16], `${county}.leader`, 'confirm-measures', { opinion: '同意，立即执行。' }),
  act([days + 2, 10], `${enterprise}.principal`, 'file-plan', {
    goals,
    methods,
    funds: '已列专项资金，分两批拨付。',
    responsible: '主要负责人总负责，设备部具体实施。',
    until: day(until),
    emergency: '治理期间区域隔离，二十四小时值守，备足应急器材。',
  }),
  act([days + 3, 10], `${county}.chief`, 'approve-plan', { findings: '五落实齐全，措施可行。' }),
]

const underGovernance: Story = {
  key: 'tank-farm',
  steps: [
    report(
      [-40, 15],
      'e005.safety',
      {
        title: '储罐区防火堤开裂、紧急切断阀失效',
        site: '甲类罐区',
        category: 'hazchem',
        description: '防火堤两处贯穿裂缝，三号罐出料切断阀不能远程关闭。',
        suspectedMajor: true,
      },
      41,
    ),
    ...verified('longyou', -39, 'major', '构成重大隐患：紧急切断装置不能正常使用。'),
    ...secured('longyou', 'e005', -38, '三号罐停用并倒空，罐区周边三十米内停止动火。', {
      goals: '恢复防火堤完整性，切断阀远程关闭可靠。',
      methods: '修补防火堤并做闭水试验；更换切断阀并联调。',
      until: 40,
    }),
    act([-34, 10], 'city.supervisor', 'list-hazard', {
      level: 'city',
      dueDate: day(45),
      requirements: '按治理方案限期完成，每两周报告进度。',
      items: ['修补防火堤并做闭水试验', '更换三号罐紧急切断阀', '远程关闭联调并记录'],
    }),
    act([-33, 10], 'city.supervisor', 'publish-listing', {
      publicSummary: '市安委办对一处储罐区重大事故隐患挂牌督办。',
      medium: '衢州日报',
    }),
    act([-20, 10], 'e005.principal', 'report-progress', {
      description: '防火堤修补完成，闭水试验合格；切断阀已到货。',
      percent: 60,
    }),
    act([-3, 10], 'city.leader', 'instruct', {
      instruction: '请核实切断阀更换的停车方案，节前务必完成。',
      dueDate: day(6),
    }),
  ],
}

const delisted: Story = {
  key: 'paint-shop',
  steps: [
    report([-58, 15], 'e006.safety', {
      title: '喷漆房未设可燃气体报警联动',
      site: '涂装车间',
      category: 'fire',
      description: '喷漆房可燃气体探测器损坏，未与送排风联锁。',
      suspectedMajor: true,
    }),
    ...verified('newcity', -57, 'major', '构成重大隐患：可燃气体报警联锁缺失。'),
    ...secured('newcity', 'e006', -56, '喷漆房停止作业。', {
      goals: '恢复报警联锁。',
      methods: '更换探测器并接入联锁。',
      until: -20,
    }),
    act([-52, 10], 'newcity.supervisor', 'list-hazard', {
      level: 'county',
      dueDate: day(-15),
      requirements: '限期治理。',
      items: ['更换探测器', '联锁调试'],
    }),
    act([-51, 10], 'newcity.supervisor', 'file-listing', { document: '新城安委办备〔2026〕3号' }),
    act([-51, 11], 'newcity.supervisor', 'publish-listing', {
      publicSummary: '一处喷漆房重大事故隐患挂牌督办。',
      medium: '智造新城门户网站',
    }),
    act([-25, 10], 'e006.principal', 'apply-acceptance', {
      description: '探测器已更换，联锁调试完成。',
      assessment: '评价机构认定隐患已消除。',
      resume: true,
      results: [
        { item: '更换探测器', passed: true },
        { item: '联锁调试', passed: true },
      ],
    }),
    act([-22, 10], 'newcity.inspector2', 're-check-passed', {
      findings: '现场试验联锁动作正常。',
      results: [
        { item: '更换探测器', passed: true },
        { item: '联锁调试', passed: true, note: '三次试验均动作' },
      ],
    }),
    act([-21, 10], 'newcity.leader', 'approve-resume', { reply: '同意恢复生产。' }),
    act([-20, 10], 'newcity.supervisor', 'de-list', {
      publicSummary: '隐患治理完成，予以核销摘牌。',
    }),
    act([-18, 10], 'newcity.supervisor', 'publish-delisting', {
      publicSummary: '喷漆房重大事故隐患已治理完成，摘牌。',
      medium: '智造新城门户网站',
    }),
  ],
}

export const listed: Story[] = [underGovernance, delisted]
