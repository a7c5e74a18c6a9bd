// Records the histories of alarms as record.ts does those of hazards: `node test/replay/record-alarm.ts`.
import { randomUUID } from 'node:crypto'
import { bearer, settleDevices } from '../alarm-episode/desk.ts'
import { canary } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const process_ = 'alarm-episode'
const start = '2026-03-02T01:00:00.000Z'
const recorder = await openRecorder(process_, start)
const { people, product, save } = recorder
await settleDevices(product.db)
const [duty, city, chief] = await people('kecheng.duty', 'city.duty', 'kecheng.chief')

const post = async (path: string, json: unknown): Promise<string> => {
  const headers = { ...bearer, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const answer = await fetch(`${product.base}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(json),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}
const raise = (more: Record<string, unknown>) =>
  post('/api/cases/alarm-episode', {
    data: {
      alarm: 'a-1',
      feed: 'opcua-1',
      device: 'GD-7',
      point: canary.site,
      condition: 'HH',
      text: canary.title,
      at: start,
      level: 1,
      value: 52,
      limit: 50,
      synthetic: false,
      region: '330802',
      site: canary.site,
      kind: 'gas',
      latching: true,
      ...more,
    },
  })
const reports = (id: string, type: string, data: Record<string, unknown>) =>
  post(`/api/cases/${id}/acts`, { type, data: { at: start, ...data } })

/** Called up to the city, acknowledged there, latched, reset and concluded. */
const called = async (): Promise<string> => {
  const id = await raise({})
  await chief.advance('PT30M')
  await city.act(id, 'acknowledge', { measures: canary.measures })
  await reports(id, 'lose-quality', {})
  await reports(id, 'regain-quality', {})
  await reports(id, 'return-to-normal', { value: 10, standing: 'latched' })
  await duty.act(id, 'reset', { note: canary.findings })
  await duty.act(id, 'conclude', {
    outcome: 'genuine',
    findings: canary.findings,
    measures: canary.measures,
  })
  await reports(id, 'alarm-ended', {})
  return id
}

/** Shelved, come back by its own clock, risen to a higher level, and an emergency that waits. */
const shelved = async (): Promise<string> => {
  const id = await raise({ level: 3, kind: 'level', latching: false })
  const { now } = await duty.get<{ now: string }>('/api/me')
  const until = new Date(Date.parse(now) + 3_600_000).toISOString()
  await duty.act(id, 'shelve', { until, reason: canary.reasons })
  await chief.advance('PT2H')
  await reports(id, 'escalate', { level: 1, value: 60 })
  await duty.act(id, 'acknowledge', {})
  await duty.act(id, 'start-emergency', { reason: canary.reasons })
  return id
}

await save('open', await raise({ level: 4 }))
await save('called', await called())
await save('shelved', await shelved())
await recorder.close()
