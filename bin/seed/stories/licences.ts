// Which licences does the demo tell of? Just received, to be supplied, to be checked on site, to be decided on, in force.
import { necessaryPapers } from '../../../domain/hazchem-licence/papers.ts'
import { day, licenceOf, type Moment, type Step, type Story } from '../script.ts'

type Application = { kind: string; site?: string; mode?: string; scope?: string[] } & Record<
  string,
  unknown
>
const paint = '含易燃溶剂的合成树脂、油漆、辅助材料、涂料等制品'
const applied = (when: Moment, by: string, data: Application): Step => ({
  when,
  by,
  act: 'apply',
  data,
})

/** None of the applications told of here stores anything, so all need the same papers. */
const checklist = necessaryPapers({ kind: 'new', mode: '批发（无储存）' }).map((item) => ({
  item,
  passed: true,
}))
const accepted = (county: string, from: number): Step => ({
  when: [from, 10],
  by: `${county}.clerk`,
  act: 'accept',
  data: { checklist },
})

/** Accepted, checked by two reviewers on one day, and their opinion handed to the section chief on the next. */
const reviewed = (county: string, from: number): Step[] => [
  accepted(county, from),
  {
    when: [from + 4, 9],
    by: `${county}.reviewer1`,
    act: 'begin-site-check',
    data: { reason: '核对经营场所和安全管理制度。' },
  },
  {
    when: [from + 4, 15],
    by: `${county}.reviewer1`,
    act: 'site-check-passed',
    data: { findings: '场所与租赁合同一致，无储存。' },
  },
  { when: [from + 4, 16], by: `${county}.reviewer2`, act: 'sign', data: { opinion: '现场属实。' } },
  {
    when: [from + 5, 10],
    by: `${county}.reviewer1`,
    act: 'submit-opinion',
    data: { advice: 'grant', findings: '符合经营条件。' },
  },
  { when: [from + 5, 11], by: `${county}.reviewer2`, act: 'sign', data: { opinion: '同意。' } },
  {
    when: [from + 6, 9],
    by: `${county}.chief`,
    act: 'endorse',
    data: { opinion: '拟同意，请局领导审定。' },
  },
]

export const licences: Story[] = [
  {
    key: 'licence-in-force',
    process: 'hazchem-licence',
    steps: [
      applied([-45, 9], 'e001.principal', {
        kind: 'new',
        site: '厂区东门一号楼',
        mode: '批发（无储存）',
        scope: ['甲醇', '乙醇'],
      }),
      ...reviewed('kecheng', -44),
      { when: [-37, 10], by: 'kecheng.leader', act: 'grant', data: {} },
      {
        when: [-36, 10],
        by: 'kecheng.clerk',
        act: 'issue-licence',
        data: { scope: ['甲醇', '乙醇'] },
      },
      {
        when: [-36, 15],
        by: 'kecheng.clerk',
        act: 'serve-licence',
        data: { method: 'direct', servedOn: day(-36), receiver: '企业办事人员' },
      },
    ],
  },
  {
    key: 'licence-to-decide',
    process: 'hazchem-licence',
    steps: [
      applied([-10, 9], 'e002.principal', {
        kind: 'reapplication',
        site: '物流园二区',
        mode: '批发（无储存）',
        scope: ['氨'],
        licenceNumber: '浙衢衢危化经字〔2024〕000018',
      }),
      ...reviewed('qujiang', -9),
    ],
  },
  {
    key: 'licence-to-grant',
    process: 'hazchem-licence',
    steps: [
      applied([-12, 9], 'e008.principal', {
        kind: 'new',
        site: '江滨路七号',
        mode: '批发（无储存）',
        scope: ['丙酮'],
      }),
      ...reviewed('kecheng', -11),
    ],
  },
  {
    key: 'licence-received',
    process: 'hazchem-licence',
    steps: [
      applied({ hoursAgo: 20 }, 'e008.principal', {
        kind: 'new',
        site: '城南市场三区',
        mode: '零售',
        scope: [paint],
      }),
    ],
  },
  {
    key: 'licence-to-check',
    process: 'hazchem-licence',
    steps: [
      applied([-4, 9], 'e008.safety', {
        kind: 'new',
        site: '城东路九号',
        mode: '批发（无储存）',
        scope: ['乙酸乙酯'],
      }),
      accepted('kecheng', -3),
    ],
  },
  {
    key: 'licence-to-supply',
    process: 'hazchem-licence',
    steps: [
      applied([-3, 9], 'e001.principal', {
        kind: 'change',
        licenceNumber: licenceOf('licence-in-force'),
        what: ['principal'],
        principal: '周望舒',
        changedOn: day(-8),
      }),
      {
        when: [-2, 10],
        by: 'kecheng.clerk',
        act: 'require-supplement',
        data: { items: ['新任主要负责人资格证书', '任职文件'] },
      },
    ],
  },
]
