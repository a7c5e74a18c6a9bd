// From when on are people told that what follows of acts by itself is late?
import { expect, test } from 'vitest'
import { waitsSince } from '../../../api/operation/engine-watch.ts'

const now = new Date('2026-03-02T02:00:00.000Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)

test.each([
  ['nothing waits', { count: 0, since: null }, true, null],
  ['nothing waits, and Temporal is away', { count: 0, since: null }, false, null],
  ['an act a moment ago, Temporal away', { count: 1, since: ago(59) }, false, null],
  [
    'an act a minute ago, Temporal away',
    { count: 1, since: ago(61) },
    false,
    ago(61).toISOString(),
  ],
  ['one case that cannot be woken', { count: 1, since: ago(3_600) }, true, null],
  [
    'many cases: Temporal answers, but no worker looks',
    { count: 3, since: ago(90) },
    true,
    ago(90).toISOString(),
  ],
] as const)('%s', (_, unseen, answers, since) => {
  expect(waitsSince(unseen, answers, now)).toBe(since)
})
