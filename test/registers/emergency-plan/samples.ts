// What is said of one 应急预案 in the tests?

export const day = '2026-03-02'

export const plan = {
  title: '液氯泄漏专项应急预案',
  kind: 'special',
  issuer: '衢州试验化工有限公司',
  events: ['hazchem', 'poisoning'],
  version: '2026-1',
  publishedOn: '2026-02-02',
  responseLevels: [
    { level: '3', trigger: '液氯泄漏超出车间范围', decidedBy: '公司应急指挥部' },
    { level: '4', trigger: '液氯少量泄漏，车间可以控制', decidedBy: '车间主任' },
  ],
  commandGroups: [
    { name: '抢险组', lead: '生产部', members: '设备部、电仪部', tasks: '切断泄漏源，喷淋吸收' },
  ],
  contacts: [
    { post: '中控室值班员', office: '生产部', task: '接报并核实' },
    {
      post: '公司总指挥',
      office: '公司',
      task: '启动响应',
      notifiedBy: '中控室值班员',
    },
  ],
  orderTemplates: [
    { level: '3', order: '组织下风向人员撤离', office: '安全部', leadMinutes: 10 },
    { level: '4', order: '关闭紧急切断阀', office: '生产部', leadMinutes: 3 },
  ],
}

/** As the form of an enterprise is filled in. */
export const typed = { ...plan, region: '330802', from: day, reason: '新编制' }

/** As the form of a change is filled in. */
export const changed = (more: object) => ({
  ...plan,
  standing: 'in-force',
  from: day,
  reason: '修订',
  ...more,
})
