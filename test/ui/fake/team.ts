// Which people, tasks and substitutions does the fake server show to the head of an office?
import type { Hono } from 'hono'
import type { SubstitutionView } from '../../../contract/routing/substitutions.ts'
import type {
  PoolView,
  TeamMember,
  TeamOutcome,
  TeamRow,
  TeamView,
} from '../../../contract/supervision/team.ts'
import { text } from '../../../domain/language/words.ts'
import { groupWords } from '../../../domain/organisation/group-words.ts'
import { at, due, now } from './data.ts'

const titles = [
  '二车间乙炔瓶与氧气瓶混存',
  '配电室绝缘垫缺失',
  '除尘管道积尘超标',
  '有限空间未设警示标识',
  '叉车无证驾驶',
]
const holders = ['liu', 'liu', 'liu', null, 'zhao', 'liu', 'gone', 'zhao', 'liu', null] as const
const names: Record<string, string> = {
  liu: '刘建国',
  zhao: '赵丽',
  gone: '孙强',
  chief: '王建军',
  qian: '钱伟',
}
const most = 46

type State = { holders: (string | null)[]; substitutions: SubstitutionView[] }
const created = (): State => ({
  holders: Array.from({ length: most }, (_, n) => holders[n % holders.length] ?? null),
  substitutions: [substitution('s1', 'in-force'), substitution('s2', 'planned')],
})

const substitution = (id: string, status: SubstitutionView['status']): SubstitutionView => ({
  id,
  person: { id: 'liu', name: '刘建国' },
  substitute: { id: 'zhao', name: '赵丽' },
  from: '2026-04-20',
  to: '2026-04-24',
  since: at(-1, 0),
  until: at(4, 0),
  order: '衢江应急〔2026〕8号',
  reason: '赴省厅培训',
  posts: [{ group: '330803-bureau/inspector', words: text('执法检查员', 'Inspector') }],
  status,
  consents: [],
  waitsFor: [],
  mayAgree: null,
  createdBy: '王建军',
  createdAt: at(-2),
  endedBy: null,
  endedAt: null,
  endReason: null,
  mayEnd: true,
})

const dayOf = (n: number) => n - 8
const words = (day: number) =>
  day < 0
    ? text(`逾期 ${-day} 个工作日`, `Overdue ${-day} working days`)
    : text(`剩 ${day} 个工作日`, `${day} working days left`)

const rowOf = (state: State, n: number): TeamRow => {
  const holder = state.holders[n] ?? null
  return {
    taskId: `case-${n + 1}:verify:1`,
    caseId: `case-${n + 1}`,
    process: 'hazard-rectification',
    number: `江隐患〔2026〕${100 + n}号`,
    title: titles[n % titles.length]!,
    enterprise: '衢州市蓝溪精密铸造有限公司',
    region: text('衢江区', 'Qujiang District'),
    state: text('整改中', 'Rectifying'),
    task: text('核实定级', 'Verify'),
    level: ([4, null, 3, null, 2] as const)[n % 5]!,
    assignee: holder && names[holder]!,
    assigneeId: holder,
    left: holder === 'gone',
    openedAt: at(-20),
    unread: false,
    revision: 3,
    due: due(dayOf(n), words(dayOf(n))),
  }
}

/** What nobody has lies with the inspectors, and every second of it with the chief as well. */
const groupsAt = (n: number) => [
  '330803-bureau/inspector',
  ...(n % 10 === 9 ? ['330803-bureau/section-chief'] : []),
]

const countOf = (state: State, wanted: (holder: string | null, n: number) => boolean) => {
  const days = state.holders.flatMap((one, n) => (wanted(one, n) ? [dayOf(n)] : []))
  const within = (from: number, to: number) => days.filter((day) => day >= from && day < to).length
  return {
    open: days.length,
    overdue: within(-99, 0),
    soon: within(0, 4),
    next: within(4, 15),
    later: within(15, 999),
  }
}

const memberOf = (state: State, id: string): TeamMember => ({
  id,
  name: names[id]!,
  ...countOf(state, (one) => one === id),
  left: id === 'gone',
  stray: id === 'gone' ? countOf(state, (one) => one === id).open : 0,
  posts: id === 'gone' ? [] : [text('衢江区应急管理局 · 执法检查员', 'Inspector, Qujiang bureau')],
  substitutes:
    id === 'liu'
      ? [{ name: '赵丽', from: '2026-04-20', to: '2026-04-24', order: '衢江应急〔2026〕8号' }]
      : [],
})

const poolOf = (state: State, group: string): PoolView => ({
  group,
  words: groupWords(group),
  ...countOf(state, (one, n) => one === null && groupsAt(n).includes(group)),
  shared: countOf(state, (one, n) => one === null && groupsAt(n).length > 1).open,
})

const viewOf = (
  state: State,
  { holder = '', cursor = '', limit = '100' }: Record<string, string>,
): TeamView => {
  const all = state.holders.map((_, n) => rowOf(state, n))
  const visible = all.filter((row, n) => {
    if (holder.startsWith('group:'))
      return row.assigneeId === null && groupsAt(n).includes(holder.slice(6))
    return (
      holder === '' ||
      (holder === 'none'
        ? row.assigneeId === null
        : holder === 'stray'
          ? row.left
          : row.assigneeId === holder)
    )
  })
  const [from, to] = [Number(cursor || 0), Number(cursor || 0) + Number(limit)]
  return {
    items: visible.slice(from, to),
    cursor: to < visible.length ? String(to) : null,
    total: visible.length,
    revision: 3,
    office: null,
    offices: [{ id: '330803-bureau', name: text('衢江区应急管理局', 'Qujiang bureau') }],
    people: ['liu', 'zhao', 'gone', 'qian', 'chief'].map((id) => memberOf(state, id)),
    pool: countOf(state, (one) => one === null),
    pools: ['330803-bureau/inspector', '330803-bureau/section-chief'].map((group) =>
      poolOf(state, group),
    ),
  }
}

type Bulk = { tasks: { caseId: string; taskId: string }[]; to?: string; dryRun: boolean }
/** Every fifth task cannot be given to anybody; with `lateFailure` one more fails when it comes to it. */
const bulkOf = (state: State, { tasks, to, dryRun }: Bulk): TeamOutcome => {
  const known = tasks.map((task) => ({
    ...task,
    n: Number(task.caseId.slice(5)) - 1,
    number: rowOf(state, Number(task.caseId.slice(5)) - 1).number,
  }))
  const bad = known.filter(({ n }) => n % 5 === 4 || (!dryRun && n % 5 === 3))
  const good = known.filter((one) => !bad.includes(one))
  if (!dryRun && to) for (const { n } of good) state.holders[n] = to
  const plain = ({ caseId, taskId, number }: (typeof known)[number]) => ({ caseId, taskId, number })
  return {
    dryRun,
    would: good.length,
    done: dryRun ? [] : good.map((one) => ({ ...plain(one), committed: true })),
    refused: bad.map((one) => ({
      ...plain(one),
      code: 'not-allowed' as const,
      reasons: [
        text(
          '下达整改指令的人不得复查同一隐患',
          'Whoever issued the order may not re-check the same hazard',
        ),
      ],
    })),
  }
}

export const teamRoutes = (app: Hono) => {
  let state = created()
  app.post('/fake/team', (c) => {
    state = created()
    return c.body(null, 204)
  })
  app.get('/api/team', (c) => c.json(viewOf(state, c.req.query())))
  app.post('/api/team/:verb', async (c) => c.json(bulkOf(state, await c.req.json<Bulk>())))
  app.get('/api/substitutions', (c) => c.json({ items: state.substitutions, cursor: null }))
  app.get('/api/substitutions/people', (c) =>
    c.json({
      items: Object.entries(names).map(([id, name]) => ({
        id,
        name,
        office: text('衢江区应急管理局', 'Qujiang bureau'),
        role: text('执法检查员', 'Inspector'),
      })),
    }),
  )
  app.post('/api/substitutions', async (c) => {
    const { person, substitute, from, to, order, reason } =
      await c.req.json<Record<string, string>>()
    const who = (id = '') => ({ id, name: names[id] ?? '陈晓东' })
    const kept = {
      ...substitution(`s${state.substitutions.length + 1}`, 'planned'),
      person: who(person),
      substitute: who(substitute),
    }
    const whole = { ...kept, from: from!, to: to!, order: order!, reason: reason!, createdAt: now }
    state.substitutions = [whole, ...state.substitutions]
    return c.json(whole, 201)
  })
  app.post('/api/substitutions/:id/end', (c) => {
    state.substitutions = state.substitutions.map((one) =>
      one.id === c.req.param('id')
        ? { ...one, status: 'ended' as const, mayEnd: false, endedBy: '王建军', endedAt: now }
        : one,
    )
    return c.json(state.substitutions.find(({ id }) => id === c.req.param('id')))
  })
}
