// What does the fake answer for permits, under which devices stand out of service?
import type { Hono } from 'hono'
import type { LateView } from '../../../contract/devices/late.ts'
import type { PermitView } from '../../../contract/devices/permits.ts'
import type { AlarmRow } from '../../../domain/duty/views.ts'
import { text } from '../../../domain/language/words.ts'
import { type FakeState, problem } from './state.ts'

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()
export const theDevice = '0a000000-0000-4000-8000-000000000001'

const state = { permits: [] as PermitView[], keys: new Map<string, string>() }
export const noPermits = { permit: null, mayTakeOut: true } as const

/** Of the device, as its page has them. */
export const permitsOf = (fakeState: FakeState) => ({
  permits: state.permits.map((one) => seenBy(fakeState, one)),
  mayTakeOut: !fakeState.me?.enterprise,
})
export const standing = () => state.permits.filter((one) => one.ended === null)
const seenBy = (fakeState: FakeState, one: PermitView): PermitView => ({
  ...one,
  mayEnd: one.ended === null && !fakeState.me?.enterprise,
})

const works = [
  {
    id: 'hot-first',
    words: text('动火（特级、一级）', 'Hot work, special or first grade'),
    hours: 8,
  },
  { id: 'confined-space', words: text('受限空间', 'Confined space'), hours: 24 },
  { id: 'maintenance', words: text('设备检维修', 'Maintenance'), hours: 720 },
]

const lateOne: LateView = {
  device: { id: theDevice, name: '甲醇储罐' },
  point: { id: 7, name: '液位' },
  condition: text('超上限', 'High'),
  unit: 'm',
  from: ago(9_000),
  to: ago(7_200),
  value: 8.91,
  limit: 8,
  level: 3,
  receivedAt: ago(600),
  synthetic: true,
}

type Sent = {
  point: string | null
  number: string
  work: string
  requestedBy: string
  reason: string
  until: string
}

/** `alarms`: what the desk shows; those of the point fall silent and ring again. */
export const permitRoutes = (app: Hono, fakeState: FakeState, alarms: () => AlarmRow[]) => {
  const touch = (point: string | null, permit: AlarmRow['permit']) => {
    for (const row of alarms())
      if (point === null || row.point === point)
        Object.assign(row, { permit, outOfService: permit !== null })
  }
  app.post('/fake/no-permits', (c) => {
    state.permits = []
    return c.body(null, 204)
  })
  app.get('/api/devices/late', (c) => c.json({ now: ago(0), items: [lateOne] }))
  app.get('/api/devices/late/attended', (c) => c.json({ now: ago(0), days: 7, items: [] }))
  app.get('/api/permits/works', (c) => c.json({ now: ago(0), items: works }))
  app.get('/api/permits', (c) =>
    c.json({ now: ago(0), items: state.permits.map((one) => seenBy(fakeState, one)) }),
  )
  app.post('/api/permits', async (c) => {
    const { point, number, work, requestedBy, reason, until } = await c.req.json<Sent>()
    const kind = works.find(({ id }) => id === work)
    if (!kind) return problem('invalid-input')
    if (Date.parse(until) > Date.now() + kind.hours * 3_600_000) {
      const words = text(
        `${kind.words.zh}最长停用 ${kind.hours} 小时`,
        `${kind.words.en}: ${kind.hours} hours out of service at most`,
      )
      return problem('invalid-input', [words], { fields: { until: words } })
    }
    const id = `permit-${state.permits.length}`
    const by = fakeState.me?.name ?? ''
    state.permits.unshift({
      id,
      device: { id: theDevice, name: '甲醇储罐' },
      point: point === null ? null : { key: point, name: '液位' },
      region: text('柯城区', 'Kecheng District'),
      enterprise: '浙江衢化氟材料有限公司',
      number,
      work: kind.words,
      requestedBy,
      reason,
      by,
      at: ago(0),
      until,
      ended: null,
      state: 'in-force',
      hidden: alarms().filter((row) => row.point === point).length,
      mayEnd: true,
    })
    touch(point, { id, number, by, until })
    return c.json({ id, at: ago(0) }, 201)
  })
  app.post('/api/permits/:id/end', async (c) => {
    const one = state.permits.find(({ id }) => id === c.req.param('id'))
    if (!one) return problem('not-found')
    const { reason } = await c.req.json<{ reason: string }>()
    Object.assign(one, {
      ended: { by: fakeState.me?.name ?? '', reason, at: ago(0) },
      state: 'ended',
      hidden: 0,
    })
    touch(one.point?.key ?? null, null)
    return c.json({ id: one.id, at: ago(0) })
  })
}
