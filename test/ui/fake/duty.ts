// What does the fake answer for the duty desk and its devices? (alarms can be set off, flooded and acknowledged)
import type { Hono } from 'hono'
import type { NoteView, ShiftView } from '../../../contract/duty/desk.ts'
import type { RosterOverview } from '../../../contract/rosters/rosters.ts'
import type { AlarmLevel, AlarmReading } from '../../../domain/duty/views.ts'
import { text } from '../../../domain/language/words.ts'
import { deskOf, deviceView, feedsNow, trendOf } from './devices.ts'
import { ago, alarm, listOf, state } from './duty-alarms.ts'
import { figuresOf } from './figures.ts'
import { permitRoutes, permitsOf, standing } from './permits.ts'
import { type FakeState, problem } from './state.ts'

/** What the tests set: how many alarms, a flood, a silent line, one more alarm of a level. */
const levers = (app: Hono, fakeState: FakeState) => {
  const notify = (id: string) => {
    for (const hear of fakeState.hearAlarms) hear(id)
  }
  app.post('/fake/alarms/:n', (c) => {
    state.alarms = Array.from({ length: Number(c.req.param('n')) }, (_, n) => alarm(n))
    Object.assign(state, {
      flood: c.req.query('flood') === '1',
      silent: c.req.query('silent') === '1',
      notes: [],
      shifts: [],
      raised: state.alarms.length,
    })
    return c.body(null, 204)
  })
  app.post('/fake/alarm/:level', (c) => {
    const n = 1_000 + state.raised++
    state.flood ||= c.req.query('flood') === '1'
    const one = alarm(n, {
      level: Number(c.req.param('level')) as AlarmLevel,
      name: `新来的报警 ${n}`,
      raisedAt: ago(0),
      acked: false,
      active: true,
    })
    state.alarms.push(one)
    // As on a real night, the oldest end while new ones come.
    state.alarms = state.alarms.slice(-Number(c.req.query('standing') ?? Number.POSITIVE_INFINITY))
    notify(one.id)
    for (const hear of fakeState.hear) hear(`of-${one.id}`)
    return c.json({ id: one.id })
  })
  app.post('/fake/alter/:id/:news', async (c) => {
    const one = state.alarms.find(({ id }) => id === c.req.param('id'))!
    Object.assign(one, await c.req.json())
    if (c.req.param('news') === 'alarm') notify(one.id)
    else for (const hear of fakeState.hear) hear(one.caseId ?? '')
    return c.body(null, 204)
  })
  app.get('/fake/alarm-reads', (c) =>
    c.json({ reads: state.reads, streams: fakeState.hearAlarms.size }),
  )
}

const alarmRoutes = (app: Hono, fakeState: FakeState) => {
  app.get('/api/cameras', (c) =>
    fakeState.me?.enterprise ? problem('not-allowed') : c.json({ items: [], total: 0 }),
  )
  app.get('/api/alarms', (c) => {
    state.reads += 1
    return c.json(
      listOf(
        (c.req.query('box') ?? 'active') as AlarmReading,
        Number(c.req.query('limit') ?? 200),
        !fakeState.me?.enterprise,
      ),
    )
  })
  app.get('/api/alarms/figures', (c) =>
    c.json(figuresOf(Number(c.req.query('days')), c.req.query('exercise') === '1')),
  )
  app.get('/api/alarms/:id', (c) => {
    const one = state.alarms.find(({ id }) => id === c.req.param('id'))
    if (!one) return problem('not-found')
    const texts = {
      words: text('报警', 'Raised'),
      at: one.raisedAt,
      recordedAt: one.raisedAt,
      level: one.level,
      value: one.value,
      limit: one.limit,
    }
    return c.json({
      now: ago(0),
      alarm: one,
      readings: [],
      acknowledgements: [],
      deviceCommands: [],
      closedAt: null,
      events: [{ seq: 1, kind: 'raised', ...texts, text: '液位高', by: null }],
    })
  })
  app.post('/api/alarms/:id/acknowledgement', async (c) => {
    const one = state.alarms.find(({ id }) => id === c.req.param('id'))
    if (!one) return problem('not-found')
    const key = c.req.header('idempotency-key') ?? ''
    const body = JSON.stringify(await c.req.json())
    if ((state.keys.get(key) ?? body) !== body) return problem('key-reused')
    state.keys.set(key, body)
    Object.assign(one, { acked: true, ackedBy: fakeState.me?.name ?? '' })
    return c.json({ id: one.id, at: ago(0), caseNotified: false })
  })
  app.post('/api/alarms/:id/shelving', async (c) => {
    const one = state.alarms.find(({ id }) => id === c.req.param('id'))!
    const { until, reason } = await c.req.json<{ until: string; reason: string }>()
    Object.assign(one, {
      shelvedUntil: until,
      shelvedBy: fakeState.me?.name ?? '',
      shelvedReason: reason,
    })
    return c.json({ id: one.id, at: ago(0), caseNotified: false })
  })
}

const onDuty: RosterOverview['items'][number]['onDuty'] = {
  kind: 'shift',
  shift: { day: '2026-03-10', start: '08:30' },
  until: '2026-03-10T09:30:00.000Z',
  people: [
    { name: '高志强', seat: 'leader', phone: null, substitute: null },
    { name: '王建军', seat: 'officer', phone: '154****0001', substitute: '陈晓东' },
  ],
}

const rosterRoutes = (app: Hono): void => {
  app.get('/api/rosters', (c) => {
    const { region, desks, now } = deskOf('', state)
    const name = desks.find((one) => one.region === region)?.name ?? { zh: region, en: region }
    const office = `${region}-bureau`
    const months: RosterOverview['items'][number]['months'] = [
      { month: '2026-03', status: 'in-force', gaps: 0 },
    ]
    const own = { office, name, region, own: true, mayEnter: true, onDuty, months }
    return c.json({ now, items: [own] } satisfies RosterOverview)
  })
}

export const dutyRoutes = (app: Hono, fakeState: FakeState) => {
  levers(app, fakeState)
  rosterRoutes(app)
  alarmRoutes(app, fakeState)
  permitRoutes(app, fakeState, () => state.alarms)
  app.get('/api/duty', (c) => c.json(deskOf(fakeState.me?.name ?? '', state)))
  app.get('/api/duty/feeds', (c) =>
    fakeState.me?.enterprise
      ? problem('not-allowed')
      : c.json({ ...feedsNow(state.silent), outOfService: standing().length }),
  )
  app.post('/api/duty/shifts', async (c) => {
    const { note } = await c.req.json<{ note: string }>()
    const [before] = state.shifts
    const standing = state.alarms
      .slice(0, 3)
      .map(({ id, name, level, acked, raisedAt }) => ({ id, name, level, acked, raisedAt }))
    const person = { id: fakeState.me?.id ?? '', name: fakeState.me?.name ?? '' }
    const shift: ShiftView = {
      id: `s${state.shifts.length}`,
      person,
      since: ago(0),
      until: null,
      from: before?.person ?? { id: 'x', name: '王建军' },
      note,
      stood: state.alarms.length,
      standing,
    }
    state.shifts.unshift(shift)
    return c.json(shift, 201)
  })
  app.post('/api/duty/notes', async (c) => {
    const { text: words } = await c.req.json<{ text: string }>()
    const note: NoteView = {
      id: `n${state.notes.length}`,
      at: ago(0),
      by: fakeState.me?.name ?? '',
      text: words,
      alarm: null,
    }
    state.notes.unshift(note)
    return c.json(note, 201)
  })
  app.get('/api/devices/:id', (c) =>
    c.json({ ...deviceView([alarm(0), alarm(6, { active: false })]), ...permitsOf(fakeState) }),
  )
  app.get('/api/devices/:id/trend', (c) =>
    c.json(trendOf(c.req.query('from')!, c.req.query('to')!)),
  )
}
