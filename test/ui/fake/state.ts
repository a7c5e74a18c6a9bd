// Which invented world does the fake server keep, and how does it change?

import type { Me } from '../../../contract/account/session.ts'
import type { CaseView } from '../../../contract/case/cases.ts'
import type { CaseRow, InboxRow } from '../../../contract/case/lists.ts'
import { type ErrorCode, errorCodes } from '../../../domain/language/errors.ts'
import { text } from '../../../domain/language/words.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { act, due, fromTheWall, now, task, view } from './data.ts'
import { itemsCase, ownerlessCase } from './items.ts'
import { timeline } from './timeline.ts'

const others = [
  '配电室绝缘垫缺失',
  '除尘管道积尘超标',
  '有限空间未设警示标识',
  '叉车无证驾驶',
  '应急照明失效',
  '液氨储罐区围堰破损',
  '消防通道被原料堵占',
]

const extraCases = (): CaseView[] =>
  others.map((title, index) =>
    view({
      id: `case-${index + 2}`,
      number: `江隐患〔2026〕${18 + index}号`,
      title,
      level: ([4, 3, null, null, 1, 4, null] as const)[index] ?? null,
      state: index === 3 ? text('已核销', 'Written off') : text('整改中', 'Rectifying'),
      status: index === 3 ? 'closed' : 'open',
      closedAt: index === 3 ? now : null,
      enterprise: {
        id: `e${index}`,
        name: ['浙江常山轴承制造有限公司', '开化县金盾化工厂', '龙游南方纸业股份有限公司'][
          index % 3
        ]!,
      },
      clocks: [],
      acts: index === 0 ? [act('claim'), act('verify')] : [act('urge'), ...fromTheWall],
      tasks: [task({ mine: false, assignee: index === 0 ? null : '赵丽' })],
    }),
  )

/** An order to rectify: the grave act of the process. */
const consequenceCase = () =>
  view({
    id: 'case-consequence',
    number: '江隐患〔2026〕30号',
    title: '粉尘涉爆除尘器未接地',
    acts: [act('issue-order')],
  })

const dues = [
  due(-9, text('已逾期 6 个工作日', '6 working days overdue')),
  due(1, text('剩 1 个工作日', '1 working day left')),
  due(4, text('第 16/20 个工作日', 'Day 16 of 20'), {
    paused: true,
    share: { used: 0.5, paused: 0.3, left: 0.2 },
  }),
  due(9, text('第 9/20 个工作日', 'Day 9 of 20')),
  null,
  due(260, text('2027 年放假安排未公布', '2027 holidays not decreed'), { provisional: true }),
]

export const newState = () => ({
  me: null as Me | null,
  cases: new Map(
    [view(), ...extraCases(), consequenceCase(), itemsCase(), ownerlessCase()].map((one) => [
      one.id,
      one,
    ]),
  ),
  lines: new Map<string, TimelineItem[]>(),
  hear: new Set<(id: string) => void>(),
  hearAlarms: new Set<(id: string) => void>(),
  waitsSince: null as string | null,
})

export type FakeState = ReturnType<typeof newState>

export const linesOf = (state: FakeState, id: string) =>
  state.lines.get(id) ?? state.lines.set(id, timeline()).get(id)!

/** Somebody changes the case. */
export const bump = (
  state: FakeState,
  id: string,
  title = text('上传补充材料', 'Added material'),
  who = text('张三', 'Zhang San'),
) => {
  const one = state.cases.get(id)!
  const last = linesOf(state, id)
  last.push({
    ...last[0]!,
    seq: last.length + 1,
    type: 'x',
    title,
    who,
    fields: [],
    occurredAt: now,
    recordedAt: now,
    state: null,
  })
  state.cases.set(id, { ...one, revision: one.revision + 1, material: one.material + 1 })
  for (const hear of state.hear) hear(id)
}

export const problem = (code: ErrorCode, reasons: unknown[] = [], details: unknown = {}) =>
  new Response(
    JSON.stringify({ ...errorCodes[code], code, reasons, details, instance: 'req-7f3a' }),
    {
      status: errorCodes[code].status,
      headers: { 'content-type': 'application/problem+json' },
    },
  )

/** What an enterprise sees of a case. */
export const party = (state: FakeState, one: CaseView): CaseView =>
  state.me?.enterprise
    ? {
        ...one,
        active: [],
        travelled: [],
        state: text('请整改；逾期，市级督办', 'Please rectify; supervised by the city'),
        acts: [
          act('report-rectified'),
          act('withdraw', {
            taskId: null,
            allowed: false,
            reasons: [text('核实之后不能撤回', 'It was verified already')],
          }),
        ],
        clocks: one.clocks.slice(0, 1),
      }
    : one

export const rows = (state: FakeState, box: string): InboxRow[] =>
  [...state.cases.values()]
    .slice(0, box === 'todo' ? 6 : box === 'pool' ? 2 : box === 'cc' ? 0 : 4)
    .map((one, index) => ({
      taskId: `${one.id}-t`,
      caseId: one.id,
      process: one.process,
      number: one.number,
      title: one.title,
      enterprise: one.enterprise?.name ?? null,
      region: one.region.name,
      state: one.state,
      task: state.me?.enterprise
        ? text('整改并上报', 'Rectify and report')
        : text(
            ['复查', '核实定级', '下达整改指令', '核销', '签收督办', '复查'][index]!,
            ['Re-check', 'Verify', 'Order', 'Write off', 'Acknowledge', 'Re-check'][index]!,
          ),
      level: one.level,
      assignee: null,
      openedAt: one.openedAt,
      due: dues[index] ?? null,
      unread: index % 2 === 0,
      revision: one.revision,
    }))

export const caseRows = (state: FakeState): CaseRow[] =>
  [...state.cases.values()].map((one, index) => ({
    ...one,
    region: one.region.name,
    enterprise: one.enterprise?.name ?? null,
    due: one.status === 'open' ? (dues[index] ?? null) : null,
  }))
