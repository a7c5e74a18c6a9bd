// A worker killed with −9 at awkward moments: every case is where it should be, nothing lost, nothing twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acting, ask, insist, timesOf } from './asking.ts'
import { type House, holdCase, openHouse, startFaultyWorker } from './house.ts'
import {
  dueAt,
  mailsIn,
  onTheEve,
  ordered,
  overdue,
  overdueEscalationLevel,
  soundly,
} from './story.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** Replaces the worker by one that dies at a moment, and waits for its death. */
const dieAt = async (moment: string, provoke: () => Promise<unknown>): Promise<void> => {
  const dying = await startFaultyWorker(house.product, moment)
  const provoked = provoke().catch((error: unknown) => error)
  await dying.gone
  await house.product.restartWorker()
  await provoked
}

test('after the commit of what fell due and before its answer: it counts once', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await dieAt('after-commit', () => onTheEve(product, id, people, 3))
  await overdue(product, id)
  const { firedAt } = await overdueEscalationLevel(product, id)
  expect(firedAt).toBe(dueAt)
  await soundly(product, id)
})

test('the API in the middle of the transaction of an act: it was not done, and the same key does it once', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  const request = acting(
    id,
    'report-rectified',
    { description: '已更换', photos: [] },
    `rectified-${id}`,
  )
  const held = await holdCase(product, id)
  const { sending } = await held.wantedBy(() => ask(people.principal, request))
  await product.api.stop('SIGKILL')
  expect(await sending.catch((error: unknown) => error)).toBeInstanceOf(TypeError)
  await held.release()
  expect(await timesOf(product, id, 'report-rectified')).toBe(0)
  await product.restartApi()
  await insist(people.principal, request)
  expect(await timesOf(product, id, 'report-rectified')).toBe(1)
  await soundly(product, id)
})

test('after a mail and before its mark: told once, under one Message-ID', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await dieAt('after-mail', () => onTheEve(product, id, people, 3))
  await overdue(product, id)
  await soundly(product, id)
  // The mail may have been one of the morning, which the round of mornings sends again in its own time.
  const wasSentAgain = () => mailsIn(product).some(({ copies }) => copies > 1)
  await expect.poll(wasSentAgain, { timeout: 60_000, interval: 200 }).toBe(true)
})

test('while the date passes: the level fires at its own instant, and its lateness is known', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await onTheEve(product, id, people, 3)
  await product.worker.stop('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  await product.restartWorker()
  await overdue(product, id)
  const { firedAt, latenessMs } = await overdueEscalationLevel(product, id)
  expect(firedAt).toBe(dueAt)
  expect(latenessMs).toBeGreaterThan(1_000)
  await soundly(product, id)
})
