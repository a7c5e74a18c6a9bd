// A worker killed with −9 between the call and what is known of it: the telephone rings once, and the answer is heard.
import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Gateways, startGateways } from '../../bin/simulate/gateways.ts'
import { callReceipts, calls } from '../../db/schema/cases/calls.ts'
import { effects } from '../../db/schema/cases/cases.ts'
import { callIdFor } from '../../workflows/queues.ts'
import { bearer, settleDevices } from '../alarm-episode/desk.ts'
import { gas } from '../alarm-episode/samples.ts'
import type { Product } from '../support/servers/product.ts'
import { openProductAlone, type ProductAlone } from '../support/servers/product-alone.ts'
import { startFaultyWorker } from './house.ts'

/** Twenty seconds before three in the morning. */
const start = '2026-03-01T18:59:40.000Z'

let alone: ProductAlone
let gateways: Gateways
let product: Product
beforeAll(async () => {
  gateways = await startGateways()
  alone = await openProductAlone(start)
  product = alone.product
  Object.assign(product.env, gateways.variables)
  await settleDevices(product.db)
})
afterAll(async () => {
  await alone?.close()
  await gateways?.stop()
})

const raise = async (): Promise<string> => {
  const answer = await fetch(`${product.base}/api/cases/alarm-episode`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ data: { ...gas, enterprise: 'e001', at: start } }),
  })
  const { id } = (await answer.json()) as { id: string }
  expect(answer.status).toBeLessThan(300)
  return id
}

const factsOf = async (caseId: string) => {
  const rows = await product.db
    .select({ channel: calls.channel, round: calls.round, fact: callReceipts.fact })
    .from(calls)
    .innerJoin(callReceipts, eq(callReceipts.callId, calls.id))
    .where(eq(calls.caseId, caseId))
    .orderBy(asc(callReceipts.seq))
  return rows.map(({ channel, round, fact }) => `${channel} ${round} ${fact}`)
}

test('promise (alarms): a worker killed after the telephone rang does not ring it again, and hears the key all the same', async () => {
  const chief = await product.person('kecheng.chief')
  const dying = await startFaultyWorker(product, 'after-dial')
  const id = await raise()
  await chief.advance('PT2M').catch(() => undefined)
  await dying.gone
  expect(gateways.rung()).toHaveLength(1)
  await product.restartWorker()
  await expect.poll(() => factsOf(id), { timeout: 60_000 }).toContain('voice 1 answered')
  expect(await factsOf(id)).toEqual(['voice 1 accepted', 'voice 1 delivered', 'voice 1 answered'])
  expect(gateways.rung()).toMatchObject([{ channel: 'voice', times: 1 }])
  const [effect] = (await product.db.select().from(effects).where(eq(effects.caseId, id))).filter(
    ({ payload }) => payload.kind === 'notice' && payload.escalationLevel === 'again',
  )
  const connection = await Connection.connect({ address: alone.infra.temporal.address })
  const handle = new Client({ connection }).workflow.getHandle(callIdFor(effect?.id ?? ''))
  expect(await handle.result()).toBe('answered')
  await connection.close()
})
