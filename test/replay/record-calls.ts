// Records the histories of calls as record.ts does those of hazards: `node test/replay/record-calls.ts`, three minutes.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { startGateways } from '../../bin/simulate/gateways.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { effects } from '../../db/schema/cases/cases.ts'
import { personPhones, persons } from '../../db/schema/organisation/organisation.ts'
import { callChannels } from '../../domain/calls/channels.ts'
import { callIdFor } from '../../workflows/queues.ts'
import { bearer, settleDevices } from '../alarm-episode/desk.ts'
import { gas } from '../alarm-episode/samples.ts'
import { canary, marks } from './canaries.ts'
import { keepHistory } from './history-recorder.ts'
import { openRecorderStage } from './recorder.ts'

/** Twenty seconds before three in the morning. */
const start = '2026-03-01T18:59:40.000Z'
const gateways = await startGateways()
const stage = await openRecorderStage(start)
const { people, product, temporal } = stage
Object.assign(product.env, gateways.variables)
await product.worker.stop('SIGKILL')
await product.restartWorker()
await settleDevices(product.db)
const [duty, chief] = await people('kecheng.duty', 'kecheng.chief')
const staff = await product.db
  .select({ name: persons.name, username: persons.username, mail: persons.mail })
  .from(persons)
const numbers = await product.db.select({ phone: personPhones.phone }).from(personPhones)
const nobody = [
  ...marks,
  ...staff.flatMap(({ name, username, mail }) => [name, username, mail]),
  ...numbers.map(({ phone }) => phone),
]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** An alarm that nobody has acknowledged when its period ends. */
const unacknowledged = async (): Promise<string> => {
  const { now } = await chief.get<{ now: string }>('/api/me')
  const data = { ...gas, enterprise: 'e001', at: now, site: canary.site, text: canary.title }
  const answer = await fetch(`${product.base}/api/cases/alarm-episode`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ data }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const { id } = (await answer.json()) as { id: string }
  await chief.advance('PT1M')
  return id
}
const save = async (scenario: string, caseId: string): Promise<void> => {
  const rows = await product.db.select().from(effects).where(eq(effects.caseId, caseId))
  const calling = rows.find(
    ({ payload }) => payload.kind === 'notice' && payload.escalationLevel === 'again',
  )
  const id = callIdFor(calling?.id ?? '')
  console.log(scenario, await temporal.workflow.getHandle(id).result())
  await keepHistory(temporal, { kind: 'call-people', scenario, id }, nobody)
}

await save('answered-by-key', await unacknowledged())

gateways.behave('voice', 'delivers-nothing')
const second = await unacknowledged()
const delivered = async () =>
  (
    await product.db
      .select({ fact: callReceipts.fact })
      .from(callReceipts)
      .innerJoin(calls, eq(calls.id, callReceipts.callId))
      .where(eq(calls.caseId, second))
  ).some(({ fact }) => fact === 'delivered')
while (!(await delivered())) await pause(500)
await duty.act(second, 'acknowledge', { measures: canary.measures })
await save('second-channel', second)

for (const channel of callChannels) gateways.behave(channel, 'refuses')
await save('nobody', await unacknowledged())

await stage.close()
await gateways.stop()
