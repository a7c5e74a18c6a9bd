// How does the interface behave against a server that answers as the contract says? (a stateful fake, for tests only)
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { processView } from '../../api/processes.ts'
import { type ErrorCode, errorCodes } from '../../domain/case/errors.ts'
import type { CaseRow, CaseView, Diagram, InboxRow, Me, TimelineItem } from '../../domain/case/views.ts'
import { text } from '../../domain/case/words.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { answers, mes, rules } from './fake-answers.ts'
import { act, due, now, task, timeline, view } from './fake-data.ts'

const diagram = JSON.parse(readFileSync(new URL('../../ui/hazard-rectification/chart.json', import.meta.url), 'utf8')) as Diagram
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

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
      enterprise: { id: `e${index}`, name: ['浙江常山轴承制造有限公司', '开化县金盾化工厂', '龙游南方纸业股份有限公司'][index % 3]! },
      clocks: [],
      acts: index === 0 ? [act('claim'), act('verify')] : [act('urge')],
      tasks: [task({ mine: false, assignee: index === 0 ? null : '赵丽' })],
    }),
  )

/** An order to rectify: the grave act of the process. */
const graveCase = () => view({ id: 'case-grave', number: '江隐患〔2026〕30号', title: '粉尘涉爆除尘器未接地', acts: [act('issue-order')] })

const dues = [
  due(-9, text('已逾期 6 个工作日', '6 working days overdue')),
  due(1, text('剩 1 个工作日', '1 working day left')),
  due(4, text('第 16/20 个工作日', 'Day 16 of 20'), { paused: true, share: { used: 0.5, paused: 0.3, left: 0.2 } }),
  due(9, text('第 9/20 个工作日', 'Day 9 of 20')),
  null,
  due(260, text('2027 年放假安排未公布', '2027 holidays not decreed'), { provisional: true }),
]

export const createFake = (uiDir: string) => {
  const state = {
    me: null as Me | null,
    cases: new Map([view(), ...extraCases(), graveCase()].map((one) => [one.id, one])),
    lines: new Map<string, TimelineItem[]>(),
    hear: new Set<(id: string) => void>(),
  }
  const linesOf = (id: string) => state.lines.get(id) ?? state.lines.set(id, timeline()).get(id)!
  const bump = (id: string, title = text('上传补充材料', 'Added material'), who = text('张三', 'Zhang San')) => {
    const one = state.cases.get(id)!
    const last = linesOf(id)
    last.push({ ...last[0]!, seq: last.length + 1, type: 'x', title, who, fields: [], occurredAt: now, recordedAt: now, state: null })
    state.cases.set(id, { ...one, revision: one.revision + 1, material: one.material + 1 })
    for (const hear of state.hear) hear(id)
  }
  const problem = (code: ErrorCode, reasons: unknown[] = [], details: unknown = {}) =>
    new Response(JSON.stringify({ ...errorCodes[code], code, reasons, details, instance: 'req-7f3a' }), {
      status: errorCodes[code].status,
      headers: { 'content-type': 'application/problem+json' },
    })
  const party = (one: CaseView): CaseView =>
    state.me?.enterprise
      ? {
          ...one,
          active: [],
          travelled: [],
          state: text('请整改；逾期，市级督办', 'Please rectify; supervised by the city'),
          acts: [
            act('report-rectified'),
            act('withdraw', { taskId: null, allowed: false, reasons: [text('核实之后不能撤回', 'It was verified already')] }),
          ],
          clocks: one.clocks.slice(0, 1),
        }
      : one
  const rows = (box: string): InboxRow[] =>
    [...state.cases.values()].slice(0, box === 'todo' ? 6 : box === 'pool' ? 2 : box === 'cc' ? 0 : 4).map((one, index) => ({
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
  const caseRows = (): CaseRow[] =>
    [...state.cases.values()].map((one, index) => ({
      ...one,
      region: one.region.name,
      enterprise: one.enterprise?.name ?? null,
      due: one.status === 'open' ? (dues[index] ?? null) : null,
    }))
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', policy)
  })
  app.post('/fake/bump/:id', (c) => {
    bump(c.req.param('id'))
    return c.body(null, 204)
  })
  app.post('/api/session', async (c) => {
    const { username } = await c.req.json<{ username: string }>()
    state.me = mes[username] ?? null
    return state.me ? c.json(state.me) : problem('wrong-credentials')
  })
  app.delete('/api/session', (c) => {
    state.me = null
    return c.body(null, 204)
  })
  app.get('/api/demo/accounts', (c) => c.json(answers.accounts))
  app.use('/api/*', async (_c, next) => (state.me ? next() : problem('unauthenticated')))
  app.get('/api/me', (c) => c.json(state.me))
  app.get('/api/inbox', (c) => {
    const items = rows(c.req.query('box') ?? 'todo')
    return c.json({ items, cursor: null, total: items.length, revision: 1 })
  })
  app.get('/api/cases', (c) => {
    const q = c.req.query('q') ?? ''
    const items = caseRows().filter((one) => `${one.title}${one.number}${one.enterprise}`.includes(q))
    return c.json({ items, cursor: null, total: items.length, revision: 1 })
  })
  app.get('/api/cases/:id', (c) => {
    const one = state.cases.get(c.req.param('id'))
    return one ? c.json(party(one)) : problem('not-found')
  })
  app.get('/api/cases/:id/timeline', (c) =>
    c.json({ items: linesOf(c.req.param('id')), chain: { valid: true, checked: linesOf(c.req.param('id')).length, brokenAt: null } }),
  )
  app.post('/api/cases/:process', async (c) => {
    const { data } = await c.req.json<{ data: { title: string } }>()
    state.cases.set('case-new', view({ id: 'case-new', title: data.title, revision: 1, material: 1 }))
    return c.json({ id: 'case-new', revision: 1, material: 1, committed: true }, 201)
  })
  app.post('/api/cases/:id/acts', async (c) => {
    const id = c.req.param('id')
    const one = state.cases.get(id)!
    const { type } = await c.req.json<{ type: string }>()
    if (c.req.header('if-match')?.replaceAll('"', '') !== String(one.material))
      return problem('stale-revision', [], { revision: one.revision, changes: linesOf(id).slice(-1) })
    bump(id, text(`已办：${type}`, `Done: ${type}`), text(state.me!.name, state.me!.name))
    const after = state.cases.get(id)!
    return c.json({ id, revision: after.revision, material: after.material, committed: true })
  })
  app.post('/api/files', async (c) => {
    const file = (await c.req.parseBody()).file as File
    return file.name.endsWith('.exe')
      ? problem('file-type-refused')
      : c.json({ id: crypto.randomUUID(), name: file.name, type: file.type, size: file.size, url: '/api/files/f1' })
  })
  app.get('/api/files/:id', (c) => c.body(answers.picture, 200, { 'content-type': 'image/svg+xml' }))
  app.get('/api/processes', (c) =>
    c.json({ items: [hazardRectification].map(({ id, title, summary, version }) => ({ id, title, summary, version })) }),
  )
  app.get('/api/processes/:id', (c) =>
    c.req.param('id') === hazardRectification.id ? c.json(processView(hazardRectification, diagram)) : problem('not-found'),
  )
  app.get('/api/enterprises', (c) => c.json({ items: answers.enterprises.filter((one) => one.name.includes(c.req.query('q') ?? '')) }))
  app.get('/api/people', (c) => c.json({ items: answers.people }))
  app.get('/api/clock', (c) => c.json({ now, laboratory: true, next: '2026-04-23T16:00:00.000Z' }))
  app.post('/api/clock', (c) => c.json({ now: '2026-04-26T02:32:00.000Z', moved: [{ at: '2026-04-23T16:00:00.000Z', cases: 2 }] }))
  app.get('/api/health', (c) => c.json(answers.health))
  app.get('/api/time-limits/rules', (c) => c.json({ items: rules }))
  app.post('/api/time-limits/compute', (c) => c.json(answers.computed))
  app.get('/api/live', (c) =>
    streamSSE(c, async (stream) => {
      const hear = (id: string) =>
        void stream.writeSSE({ event: 'case', data: JSON.stringify({ kind: 'case', id, revision: state.cases.get(id)?.revision ?? 0 }) })
      state.hear.add(hear)
      stream.onAbort(() => void state.hear.delete(hear))
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'heartbeat', data: JSON.stringify({ kind: 'heartbeat', id: '', revision: 0 }) })
        await stream.sleep(2_000)
      }
    }),
  )
  app.get('*', serveStatic({ root: uiDir }))
  app.get('*', (c) => c.html(readFileSync(`${uiDir}/index.html`, 'utf8')))
  return app
}

/** Serves the built interface with the fake on a free port. */
export const serveFake = (uiDir: string, port = 0) =>
  new Promise<{ url: string; close: () => void }>((resolve) => {
    const server = serve({ fetch: createFake(uiDir).fetch, port, hostname: '127.0.0.1' }, (info) =>
      resolve({ url: `http://127.0.0.1:${info.port}`, close: () => server.close() }),
    )
  })
