// How long do the rules remember what they have heard?
import { expect, test } from 'vitest'
import { createRulings } from '../../../devices/intake/ruling.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { anyRule } from '../../../devices/rules/rule.ts'
import { reading, start, subject } from './play.ts'

/** Says the sum of all that it has heard, as far as it remembers. */
const sum = anyRule({
  name: 'sum',
  past: 'readings' as const,
  about: () => 'p',
  fresh: 0,
  judge: (before: number, one) => {
    const memory = before + (one.kind === 'reading' ? (one.value ?? 0) : 0)
    return { memory, findings: [{ ...finding, value: memory, at: one.at }] }
  },
})
const finding = {
  kind: 'condition' as const,
  device: 'D',
  point: 'p',
  condition: 'sum',
  active: true,
  level: 3 as const,
  severity: null,
  limit: null,
  text: '',
  event: 'e',
  flags: [],
}

/** Two rulings over one store, which is all that they begin with. */
const tried = () => {
  const stored: Observation[] = []
  const store = { ready: Promise.resolve() }
  const registry = { device: () => subject() } as unknown as Parameters<
    typeof createRulings
  >[0]['registry']
  const past = async () =>
    stored.filter(({ kind }) => kind === 'reading').map((one) => ({ one, of: subject() }))
  const rulings = createRulings({ registry, rules: [sum], past })
  const sums: (number | null)[] = []
  const intake = () =>
    rulings.of(async (_, observations) => {
      await store.ready
      stored.push(...observations)
      sums.push(...observations.flatMap((one) => (one.kind === 'condition' ? [one.value] : [])))
      return []
    })
  return { live: intake(), other: intake(), forget: rulings.forget, sums, store }
}
const takes = (intake: ReturnType<typeof tried>['live'], value: number, feed = 'f') =>
  intake(feed, [reading(value, value)], new Date(start + 3_600_000))

test('until it is forgotten; then what is stored counts, whoever has stored it', async () => {
  const { live, other, forget, sums } = tried()
  await takes(live, 1)
  await takes(other, 10)
  await takes(live, 100)
  expect(sums).toEqual([1, 11, 101])
  forget('another')
  await takes(live, 1_000)
  forget('f')
  await takes(live, 10_000)
  expect(sums.slice(3)).toEqual([1_101, 11_111])
})

test('what was being stored when it was forgotten is not remembered as if it were all', async () => {
  const { live, other, forget, sums, store } = tried()
  await takes(live, 1)
  const { promise, resolve } = Promise.withResolvers<void>()
  store.ready = promise
  const slow = takes(live, 10)
  await new Promise((done) => setTimeout(done, 5))
  store.ready = Promise.resolve()
  await takes(other, 100)
  forget('f')
  resolve()
  await slow
  await takes(live, 1_000)
  expect(sums.at(-1)).toBe(1_111)
})
