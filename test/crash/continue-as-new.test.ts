// The same Idempotency-Key over HTTP before, during and after a continue-as-new acts once.
import { Client, Connection } from '@temporalio/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renewUpdate } from '../../workflows/messages.ts'
import { workflowIdFor } from '../../workflows/queues.ts'
import { acting, insist, onceEach, startStream, timesOf } from './asking.ts'
import { type House, openHouse } from './house.ts'
import { onTheEve, ordered, overdue, soundly } from './story.ts'

let house: House
let temporal: Client
beforeAll(async () => {
  house = await openHouse()
  temporal = new Client({
    connection: await Connection.connect({ address: house.infra.temporal.address }),
  })
})
afterAll(async () => {
  await temporal?.connection.close()
  await house?.close()
})

const runOf = async (id: string): Promise<string> =>
  (await temporal.workflow.getHandle(workflowIdFor(id, 1)).describe()).runId

/** Forces a new run and waits for it. */
const renew = async (id: string): Promise<void> => {
  const run = await runOf(id)
  await temporal.workflow.getHandle(workflowIdFor(id, 1)).executeUpdate(renewUpdate)
  await expect.poll(() => runOf(id), { timeout: 20_000 }).not.toBe(run)
}

test('one key in two runs: one act and one answer', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  const request = acting(id, 'report-rectified', { description: '已更换', photos: [] }, 'rectified')
  const { answer } = await insist(people.principal, request)
  await renew(id)
  expect((await insist(people.principal, request)).answer).toEqual(answer)
  const [again] = await Promise.all([
    insist(people.principal, request),
    renew(id),
    insist(people.principal, request),
  ])
  expect(again.answer).toEqual(answer)
  expect(await timesOf(product, id, 'report-rectified')).toBe(1)
  await soundly(product, id)
})

test('new runs under a stream of acts by five people: every request is done once', async () => {
  const { product, people } = house
  const ids = [await ordered(product, people)]
  const stream = startStream(people, ids, 'renewed')
  for (let n = 1; n <= 3; n += 1) {
    await stream.answered(n * 8)
    await renew(ids[0] ?? '')
  }
  const begun = await onceEach(product, stream, ids, 'renewed')
  for (const id of [...ids, ...begun]) await soundly(product, id)
})

test('the clock goes on in the new run: the date passes, once', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await onTheEve(product, id, people, 4)
  await renew(id)
  await overdue(product, id)
  await renew(id)
  await soundly(product, id)
})
