// A worker killed with −9 at awkward moments: every case is where it should be, nothing lost, nothing twice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, startFaultyWorker } from './house.ts'
import { dueAt, factsOf, mailsIn, onTheEve, ordered, overdue, overdueRung, soundly } from './story.ts'

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

test('after the commit and before its answer: the act counts once', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await dieAt('after-commit', () =>
    people.principal.act(id, 'report-rectified', { description: '已更换', photos: [] }, { key: 'rectified' }),
  )
  await people.principal.act(id, 'report-rectified', { description: '已更换', photos: [] }, { key: 'rectified' })
  const facts = await factsOf(product, id)
  expect(facts.filter(({ type }) => type === 'report-rectified')).toHaveLength(1)
  await soundly(product, id)
})

test('after a mail and before its mark: told once, under one Message-ID', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await dieAt('after-mail', () => onTheEve(product, id, people, 3))
  await overdue(product, id)
  await soundly(product, id)
  expect(mailsIn(product).some(({ copies }) => copies > 1)).toBe(true)
})

test('while the date passes: the rung fires at its own instant, and its lateness is known', async () => {
  const { product, people } = house
  const id = await ordered(product, people)
  await onTheEve(product, id, people, 3)
  await product.worker.stop('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  await product.restartWorker()
  await overdue(product, id)
  const { firedAt, latenessMs } = await overdueRung(product, id)
  expect(firedAt).toBe(dueAt)
  expect(latenessMs).toBeGreaterThan(1_000)
  await soundly(product, id)
})
