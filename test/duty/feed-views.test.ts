// In which state does a feed stand when several things are so, and until when does a certificate hold?
import { expect, test } from 'vitest'
import { feedStateOf, feedStates, isTypedFrom, validityOf } from '../../domain/duty/feed-views.ts'

const well = { enabled: true, paused: false, held: true, down: false, everReceived: true, silent: false }
const worse = [
  {},
  { silent: true },
  { everReceived: false },
  { down: true },
  { held: false },
  { paused: true },
  { enabled: false },
]

test('what somebody has decided hides what is wrong, and what is wrong hides its consequences', () => {
  const states = worse.map((_, nth) =>
    feedStateOf(Object.assign({ ...well }, ...worse.slice(0, nth + 1))),
  )
  expect(states).toEqual([...feedStates].reverse())
})

test.each([
  ['2026-03-01T00:00:00.000Z', 'pending'],
  ['2026-03-02T00:00:00.000Z', 'valid'],
  ['2026-05-02T00:00:00.000Z', 'valid'],
  ['2026-05-02T00:00:00.001Z', 'soon'],
  ['2026-05-31T23:59:59.999Z', 'soon'],
  ['2026-06-01T00:00:00.000Z', 'expired'],
])('at %s a certificate is %s', (now, validity) => {
  expect(
    validityOf({ from: '2026-03-02T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' }, now),
  ).toBe(validity)
})

test.each([
  ['89abcdef', true],
  ['89:ab:cd:ef', true],
  ['89ABCDEE', false],
  ['9ABCDEF', false],
  ['', false],
  ['0123456789ABCDEF', false],
])('%s typed for …89ABCDEF: %s', (typed, right) => {
  expect(isTypedFrom(typed, '0123456789ABCDEF0123456789ABCDEF89ABCDEF')).toBe(right)
})
