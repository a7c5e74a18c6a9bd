// Records the histories of emergencies as record.ts does those of hazards: `node test/replay/record-emergency-response.ts`.

import { canary } from './canaries.ts'
import { openRecorder } from './recorder.ts'

const process_ = 'emergency-response'
const start = '2026-03-02T01:00:00.000Z'
const recorder = await openRecorder(process_, start)
const { people, save } = recorder
const [duty, city, leader] = await people('kecheng.duty', 'city.duty', 'kecheng.leader')

const reports = async (more: Record<string, unknown> = {}): Promise<string> =>
  (
    await duty.start(process_, {
      source: 'telephone',
      kind: 'fire',
      title: canary.title,
      site: canary.site,
      happenedAt: start,
      description: canary.description,
      region: '330802',
      ...more,
    })
  ).id
const written = { course: canary.description, measures: canary.measures }

/** Verified late, answered, reported to the city, ended, and waiting for the count of casualties. */
const answered = async (): Promise<string> => {
  const id = await reports()
  await leader.advance('PT20M')
  await duty.act(id, 'verify', { findings: canary.findings })
  await leader.act(id, 'start-response', {
    level: '4',
    reason: canary.reasons,
    period: canary.summary,
    measures: canary.measures,
  })
  await duty.act(id, 'report-to-city', written)
  await city.act(id, 'acknowledge-report', {})
  await leader.act(id, 'end-response', { reason: canary.reasons })
  await leader.act(id, 'settle', { findings: canary.findings })
  await duty.act(id, 'report-finally', written)
  await leader.advance('P8D')
  return id
}

const falseAlarm = async (): Promise<string> => {
  const id = await reports()
  await duty.act(id, 'declare-false', { reason: canary.reasons })
  return id
}

await save('open', await reports())
await save('answered', await answered())
await save('false-alarm', await falseAlarm())
await recorder.close()
