// How does the interface behave against a server that answers as the contract says? (a stateful fake, for tests only)
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import { answers, mes, rules } from './answers.ts'
import { calendarRoutes } from './calendars.ts'
import { now, view } from './data.ts'
import { deskRoutes } from './desk.ts'
import { dutyRoutes } from './duty.ts'
import { exportRoutes } from './exports.ts'
import { forecastOf } from './forecast.ts'
import { incidentRoutes } from './incident.ts'
import { licenceRoutes } from './licences.ts'
import { materialRoutes } from './materials.ts'
import { processRoutes } from './process.ts'
import { publicRoutes } from './public.ts'
import { searchRoutes } from './search.ts'
import { bump, caseRows, type FakeState, linesOf, newState, party, problem, rows } from './state.ts'
import { statisticsRoutes } from './statistics.ts'
import { supervisionRoutes } from './supervision.ts'
import { teamRoutes } from './team.ts'
import { noteAct, wallPage, wallSize } from './wall.ts'

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

export const createFake = (uiDir: string) => {
  const state = newState()
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', policy)
  })
  publicRoutes(app)
  sessionRoutes(app, state)
  materialRoutes(app)
  incidentRoutes(app)
  readRoutes(app, state)
  forecastRoutes(app, state)
  writeRoutes(app, state)
  directoryRoutes(app, state)
  processRoutes(app, state)
  exportRoutes(app)
  deskRoutes(app, state)
  teamRoutes(app)
  supervisionRoutes(app)
  statisticsRoutes(app)
  licenceRoutes(app)
  dutyRoutes(app, state)
  searchRoutes(app, state)
  calendarRoutes(app, state)
  liveRoutes(app, state)
  // As the product does: what has a hash in its name is asked for once.
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.status === 200) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.get('*', serveStatic({ root: uiDir }))
  app.get('*', (c) => c.html(readFileSync(`${uiDir}/index.html`, 'utf8'), 200, uncached))
  return app
}

const uncached = { 'cache-control': 'no-cache' }

const sessionRoutes = (app: Hono, state: FakeState) => {
  app.get('/healthz', (c) => c.html('<!doctype html><title>-</title>'))
  app.post('/fake/bump/:id', (c) => {
    bump(state, c.req.param('id'))
    return c.body(null, 204)
  })
  app.post('/fake/engine/:since', (c) => {
    state.waitsSince = c.req.param('since') === 'back' ? null : c.req.param('since')
    return c.body(null, 204)
  })
  app.post('/fake/wall/:size/:first', (c) => {
    wallSize(Number(c.req.param('size')), Number(c.req.param('first')))
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
  app.get('/api/session/ways', (c) => c.json({ singleSignOn: false }))
  app.use('/api/*', async (_c, next) => (state.me ? next() : problem('unauthenticated')))
}

const readRoutes = (app: Hono, state: FakeState) => {
  app.get('/api/me', (c) => c.json(state.me))
  app.get('/api/inbox', (c) => {
    const items = rows(state, c.req.query('box') ?? 'todo')
    return c.json({ items, cursor: null, total: items.length, revision: 1 })
  })
  app.get('/api/cases', (c) => {
    const q = c.req.query('q') ?? ''
    const items = caseRows(state).filter((one) =>
      `${one.title}${one.number}${one.enterprise}`.includes(q),
    )
    return c.json({ items, cursor: null, total: items.length, revision: 1 })
  })
  app.get('/api/supervision/clocks', (c) => c.json(wallPage(c.req.query())))
  app.get('/api/cases/:id', (c) => {
    const one = state.cases.get(c.req.param('id'))
    return one ? c.json(party(state, one)) : problem('not-found')
  })
  app.get('/api/cases/:id/documents', (c) => c.json({ items: [] }))
  app.get('/api/cases/:id/next', (c) =>
    c.json({
      items: [
        {
          state: { zh: '整改中', en: 'Rectifying' },
          task: { zh: '整改', en: 'Rectify' },
          posts: [{ zh: '企业负责人', en: 'Principal' }],
          people: [
            {
              name: '陈晓东',
              post: { zh: '执法检查员', en: 'Inspector' },
              open: 3,
              substitute: '赵丽',
            },
          ],
          rule: {
            zh: '按分派规则将分派给陈晓东（目前在办最少）',
            en: 'By a rule it would go to 陈晓东 (least in hand now)',
          },
        },
      ],
    }),
  )
  app.get('/api/cases/:id/timeline', (c) =>
    c.json({
      items: linesOf(state, c.req.param('id')),
      chain: {
        valid: true,
        checked: linesOf(state, c.req.param('id')).length,
        brokenAt: null,
        changedFiles: [],
      },
    }),
  )
}

const forecastRoutes = (app: Hono, state: FakeState) => {
  app.get('/api/cases/:id/forecast', (c) =>
    c.json(forecastOf(Boolean(state.me?.enterprise), c.req.param('id'))),
  )
}

const writeRoutes = (app: Hono, state: FakeState) => {
  app.post('/api/cases/:process', async (c) => {
    const { data } = await c.req.json<{ data: { title: string } }>()
    state.cases.set(
      'case-new',
      view({ id: 'case-new', title: data.title, revision: 1, material: 1 }),
    )
    return c.json({ id: 'case-new', revision: 1, material: 1, committed: true }, 201)
  })
  app.post('/api/cases/:id/acts', async (c) => {
    const id = c.req.param('id')
    const one = state.cases.get(id)!
    const { type } = await c.req.json<{ type: string }>()
    if (c.req.header('if-match')?.replaceAll('"', '') !== String(one.material))
      return problem('stale-revision', [], {
        revision: one.revision,
        changes: linesOf(state, id).slice(-1),
      })
    noteAct(id, type)
    bump(state, id, text(`已办：${type}`, `Done: ${type}`), text(state.me!.name, state.me!.name))
    const after = state.cases.get(id)!
    return c.json({ id, revision: after.revision, material: after.material, committed: true })
  })
  const begun = new Map<string, { name: string; size: number; sha256: string }>()
  app.post('/api/uploads', async (c) => {
    const one = await c.req.json<{ name: string; size: number; sha256: string }>()
    const id = crypto.randomUUID()
    begun.set(id, one)
    return one.name.endsWith('.exe')
      ? problem('file-type-refused')
      : c.json({ id, ...one, offset: 0, file: null }, 201)
  })
  app.patch('/api/uploads/:id', async (c) => {
    const id = c.req.param('id')
    const { name, size } = begun.get(id)!
    const bytes = Buffer.from(await c.req.arrayBuffer())
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const type = c.req.header('content-type') ?? ''
    const file = { id, name, type, size, url: '/api/files/f1', sha256, taken: null }
    return c.json({ id, name, size, offset: size, file })
  })
  app.get('/api/files/:id', (c) =>
    c.body(answers.picture, 200, { 'content-type': 'image/svg+xml' }),
  )
}

/** The laboratory's clock is under way, so that its looks are looked at, too. */
const clockMove = {
  from: now,
  to: '2026-05-01T02:32:00.000Z',
  at: '2026-04-24T16:00:00.000Z',
  cases: 3,
}

const directoryRoutes = (app: Hono, _state: FakeState) => {
  app.get('/api/processes', (c) =>
    c.json({
      items: [hazardRectification].map(({ id, title, summary, version }) => ({
        id,
        title,
        summary,
        version,
      })),
    }),
  )
  app.get('/api/enterprises', (c) =>
    c.json({
      items: answers.enterprises.filter((one) => one.name.includes(c.req.query('q') ?? '')),
    }),
  )
  app.get('/api/people', (c) => c.json({ items: answers.people }))
  app.get('/api/clock', (c) =>
    c.json({ now, laboratory: true, next: '2026-04-23T16:00:00.000Z', move: clockMove }),
  )
  app.post('/api/clock', (c) =>
    c.json({
      now: '2026-04-26T02:32:00.000Z',
      steps: [{ at: '2026-04-23T16:00:00.000Z', cases: 2 }],
      left: [{ caseId: 'case-3', number: '衢柯隐患〔2026〕0003号' }],
    }),
  )
  app.get('/api/health', (c) => c.json(answers.health))
  app.get('/api/time-limits/rules', (c) => c.json({ items: rules }))
  app.post('/api/time-limits/compute', (c) => c.json(answers.computed))
}

const liveRoutes = (app: Hono, state: FakeState) => {
  app.get('/api/live', (c) =>
    streamSSE(c, async (stream) => {
      const hear = (id: string) =>
        void stream.writeSSE({
          event: 'case',
          data: JSON.stringify({ kind: 'case', id, revision: state.cases.get(id)?.revision ?? 0 }),
        })
      const hearAlarm = (id: string) =>
        void stream.writeSSE({
          event: 'alarm',
          data: JSON.stringify({ kind: 'alarm', id, revision: 1 }),
        })
      state.hear.add(hear)
      state.hearAlarms.add(hearAlarm)
      stream.onAbort(() => {
        state.hear.delete(hear)
        state.hearAlarms.delete(hearAlarm)
      })
      while (!stream.aborted) {
        await stream.writeSSE({
          event: 'heartbeat',
          data: JSON.stringify({
            kind: 'heartbeat',
            id: '',
            revision: 0,
            waitsSince: state.waitsSince,
          }),
        })
        await stream.sleep(2_000)
      }
    }),
  )
}

export type Fake = { url: string; renew: () => void }

/** Serves the built interface with the fake on a free port, until the process ends; `renew` forgets everything that was done to it. */
export const serveFake = (uiDir: string) =>
  new Promise<Fake>((resolve) => {
    let app = createFake(uiDir)
    const renew = () => {
      app = createFake(uiDir)
    }
    // As the product does: whoever asks again after some seconds must not find the line just being hung up.
    const input = {
      fetch: (request: Request, env: object) => app.fetch(request, env),
      port: 0,
      hostname: '127.0.0.1',
      serverOptions: { keepAliveTimeout: 75_000 },
    }
    const server = serve(input, (info) => resolve({ url: `http://127.0.0.1:${info.port}`, renew }))
    server.unref()
  })
