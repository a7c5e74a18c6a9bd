// Which invented people and cases do the interface tests look at?

import type { CaseView } from '../../../contract/case/cases.ts'
import type { ActView } from '../../../domain/engine/judging/act-view.ts'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { type Text, text } from '../../../domain/language/words.ts'
import { caseVerbs, taskVerbs } from '../../../domain/tasks/verbs.ts'
import type { FactField } from '../../../domain/views/answers/fact-views.ts'
import type { ClockView, DueView, EscalationLevelView } from '../../../domain/views/case-views.ts'
import type { TaskView } from '../../../domain/views/task-views.ts'

export const now = '2026-04-21T02:32:00.000Z'
export const at = (day: number, hour = 9) =>
  new Date(
    Date.parse('2026-04-21T00:00:00+08:00') + day * 86_400_000 + hour * 3_600_000,
  ).toISOString()
const date = (day: number) =>
  new Date(Date.parse('2026-04-21T08:00:00+08:00') + day * 86_400_000).toISOString().slice(0, 10)

export const due = (day: number, words: Text, extra: Partial<DueView> = {}): DueView => ({
  date: date(day),
  at: at(day, 24),
  overdue: day < 0,
  provisional: false,
  paused: false,
  words,
  share:
    day < 0
      ? { used: 1, paused: 0, left: 0 }
      : { used: Math.max(0.1, 1 - day / 20), paused: 0, left: Math.min(0.9, day / 20) },
  ...extra,
})

const verbs = { ...taskVerbs, ...caseVerbs }

export const act = (type: string, extra: Partial<ActView> = {}): ActView => {
  const event = process.events[type]
  const verb = verbs[type as keyof typeof verbs]
  return {
    type,
    kind: event ? 'event' : type.endsWith('-clock') ? 'clock' : 'task',
    words: event?.words ?? verb?.words ?? text(type, type),
    taskId: 'task-1',
    allowed: true,
    relevant: true,
    reasons: [],
    fields: event?.fields ?? verb?.fields ?? [],
    consequence: event?.consequence ?? null,
    ...extra,
  }
}

/** What supervisors may do also without opening the case. */
export const fromTheWall = ['raise-supervision', 'instruct'].map((type) =>
  act(type, { taskId: null }),
)

export const refused = (type: string, zh: string, en: string) =>
  act(type, { allowed: false, reasons: [text(zh, en)] })

const escalationLevel = (
  name: string,
  words: Text,
  day: number,
  extra: Partial<EscalationLevelView> = {},
): EscalationLevelView => ({
  escalationLevel: name,
  words,
  plannedAt: at(day, 0),
  status: day < 0 ? 'fired' : 'planned',
  firedAt: day < 0 ? at(day, 0.1) : null,
  recordedAt: day < 0 ? at(day, 0.1) : null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  recipients: day < 0 ? [{ name: '郑国平', how: 'mail', at: at(day, 0.2), delivered: true }] : [],
  ...extra,
})

export const clocks: ClockView[] = [
  {
    id: 'o1',
    clock: 'rectification',
    words: text('整改期限', 'Rectification'),
    article: '《安全生产法》第六十五条',
    statutory: true,
    status: 'overdue',
    startedAt: at(-40),
    due: date(-9),
    dueAt: at(-9, 24),
    nominal: date(-10),
    provisional: false,
    reasons: [],
    explanation: text(
      '整改期限 2026年4月11日届满，遇休息日顺延至4月12日；已逾期6个工作日；扣除3个工作日：专家评审（许可法45条）2026-03-24→03-26。',
      'The period ended on 11 April 2026, rolled over a rest day to 12 April; 6 working days overdue; 3 working days excluded: expert review, 24 to 26 March.',
    ),
    pauses: [
      {
        kind: 'expert-review',
        from: date(-28),
        to: date(-25),
        reason: '专家评审',
        article: '许可法45条',
      },
    ],
    extensions: [{ at: date(-20), by: 5, reason: '配件延迟到货' }],
    endedAt: null,
    escalationLevels: [
      escalationLevel('red', text('亮红牌', 'Red card'), -8, {
        acknowledgedAt: at(-7, 10),
        acknowledgedBy: '王建军',
      }),
      escalationLevel('city', text('市级督办', 'City supervision'), -2),
      escalationLevel('province', text('省级督办', 'Province supervision'), 19),
    ],
    now: due(-9, text('已逾期 6 个工作日', '6 working days overdue')),
  },
  {
    id: 'o2',
    clock: 're-check',
    words: text('复查', 'Re-check'),
    article: '处罚办法第十六条',
    statutory: true,
    status: 'running',
    startedAt: at(-3),
    due: date(7),
    dueAt: at(7, 24),
    nominal: date(7),
    provisional: true,
    reasons: [text('条文未经核实，结果为暂估', 'Text unconfirmed; provisional')],
    explanation: text(
      '复查 第3/10日，2026年4月28日届满。',
      'Re-check: day 3 of 10, due 28 April 2026.',
    ),
    pauses: [],
    extensions: [],
    endedAt: null,
    escalationLevels: [escalationLevel('warn', text('提前提醒', 'Early warning'), 5)],
    now: due(7, text('第 3/10 日', 'Day 3 of 10'), { provisional: true }),
  },
]

export const photo = (id: string, name: string) => ({
  id,
  name,
  type: 'image/svg+xml',
  size: 20_000,
  url: `/api/files/${id}`,
})

export const fact = (
  name: string,
  zh: string,
  en: string,
  value: string,
  files?: FactField['files'],
): FactField => ({
  name,
  label: text(zh, en),
  value: text(value, value),
  ...(files ? { files } : {}),
})

export const facts: FactField[] = [
  fact('title', '隐患名称', 'Title', '二车间乙炔瓶与氧气瓶混存'),
  fact('site', '所在部位', 'Where', '二车间东侧气瓶间'),
  fact('category', '类别', 'Category', '危险化学品'),
  fact(
    'description',
    '隐患现状及原因',
    'Present state and cause',
    '气瓶间内乙炔瓶 6 只与氧气瓶 11 只同室存放，间距不足 2 米，无防倾倒措施。\n门口灭火器已过检验期。',
  ),
  fact('photos', '照片', 'Photos', '2', [
    photo('f1', '气瓶间全景.jpg'),
    photo('f2', '间距测量.jpg'),
  ]),
]

export const task = (extra: Partial<TaskView> = {}): TaskView => ({
  id: 'task-1',
  task: 're-check',
  words: text('复查', 'Re-check'),
  groups: [text('衢江区应急管理局 · 执法检查员', 'Qujiang bureau · inspectors')],
  assignee: '陈晓东',
  mine: true,
  held: true,
  openedAt: at(-1, 17.9),
  need: 1,
  mode: null,
  signatures: [],
  added: [],
  delegated: null,
  waits: null,
  returned: null,
  proposal: null,
  urged: 1,
  ...extra,
})

const travelled = [
  'handling#start→report→handling.verifying',
  'supervision#start→report→supervision.none',
  'handling.verifying→verify→handling.ordering',
  'handling.ordering→issue-order→handling.rectifying',
  'supervision.none→supervise-red→supervision.red',
  'supervision.red→supervise-city→supervision.city',
  'handling.rectifying→report-rectified→handling.rechecking',
]

const nearest = (shown: ClockView[]): DueView | null =>
  shown
    .flatMap(({ promised, now }) => (promised ? [] : (now ?? [])))
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null

export const view = (extra: Partial<CaseView> = {}): CaseView => ({
  id: 'case-1',
  process: process.id,
  processTitle: process.title,
  chart: 2,
  number: '江隐患〔2026〕17号',
  title: '二车间乙炔瓶与氧气瓶混存',
  site: '二车间东侧气瓶间',
  region: { code: '330803', name: text('衢江区', 'Qujiang District') },
  enterprise: { id: 'e1', name: '衢州市蓝溪精密铸造有限公司' },
  status: 'open',
  active: [
    'handling.rechecking',
    'handling',
    'supervision.city.told',
    'supervision.city',
    'supervision',
  ],
  travelled,
  state: text('待复查 · 市级督办', 'Awaiting re-check · city supervision'),
  level: 2,
  revision: 9,
  material: 6,
  openedAt: at(-48),
  closedAt: null,
  tasks: [task()],
  clocks,
  acts: [
    act('re-check-passed'),
    act('re-check-failed'),
    ...fromTheWall,
    act('release'),
    act('transfer'),
    act('copy'),
    act('pause-clock', { taskId: null }),
    refused(
      'write-off',
      '复查合格之后才能核销',
      'A hazard is written off after it has passed the re-check',
    ),
    refused(
      'acknowledge',
      '由市安委办督办员签收',
      'The supervisor of the city safety committee acknowledges',
    ),
  ],
  facts,
  unmaskable: [],
  dossier: false,
  links: [],
  itemKinds: [],
  synthetic: true,
  due: nearest(extra.clocks ?? clocks),
  ...extra,
})
