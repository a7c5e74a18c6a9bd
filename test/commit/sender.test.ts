// What does a process send itself right after its commits, and what does it leave to the relay?
import { expect, onTestFinished, test } from 'vitest'
import { createSender } from '../../commit/sender.ts'
import type { WakeAddress } from '../../db/cases/wakes.ts'

const address = (n: number) => ({ caseId: `c-${n}`, process: 'counter', life: 1 })

/** A sender whose clock stands, and whose sending ends when it is told to. */
const standing = () => {
  const { now } = Date
  onTestFinished(() => {
    Date.now = now
  })
  const clock = { at: 1_000_000 }
  Date.now = () => clock.at
  const sent: { address: WakeAddress; deadlineMs: number; end: (error?: Error) => void }[] = []
  const awaken = createSender(
    (one, deadlineMs) =>
      new Promise((resolve, refuse) => {
        const end = (error?: Error) => (error ? refuse(error) : resolve())
        sent.push({ address: one, deadlineMs, end })
      }),
  )
  return { awaken, sent, clock }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a wake is sent at once, with two seconds to be taken in, and nobody waits for it', () => {
  const { awaken, sent } = standing()
  expect(awaken(address(1))).toBeUndefined()
  expect(sent).toMatchObject([{ address: address(1), deadlineMs: 2_000 }])
})

test('thirty-two are under way at most; what is beyond is left to the relay, until one has been taken', async () => {
  const { awaken, sent } = standing()
  for (let n = 0; n < 40; n += 1) awaken(address(n))
  expect(sent).toHaveLength(32)
  sent[0]?.end()
  await settled()
  awaken(address(40))
  awaken(address(41))
  expect([sent.length, sent.at(-1)?.address.caseId]).toEqual([33, 'c-40'])
})

test('after a failure nothing is sent for a second, and then again', async () => {
  const { awaken, sent, clock } = standing()
  awaken(address(1))
  sent[0]?.end(new Error('away'))
  await settled()
  clock.at += 999
  awaken(address(2))
  expect(sent).toHaveLength(1)
  clock.at += 1
  awaken(address(3))
  expect(sent.map((one) => one.address.caseId)).toEqual(['c-1', 'c-3'])
})

test('what has failed is under way no more', async () => {
  const { awaken, sent, clock } = standing()
  for (let n = 0; n < 32; n += 1) awaken(address(n))
  for (const { end } of sent) end(new Error('away'))
  await settled()
  clock.at += 1_000
  for (let n = 0; n < 40; n += 1) awaken(address(100 + n))
  expect(sent).toHaveLength(64)
})
