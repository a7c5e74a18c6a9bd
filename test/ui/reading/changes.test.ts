// Does a page that stands open for weeks remember the newest revisions, and no more than it needs?
import { expect, test } from 'vitest'
import { mostChanges, withChange } from '../../../ui/reading/changes.ts'

test('the newest revision counts, in whatever order the news comes', () => {
  const known = [4, 6, 5].reduce<ReadonlyMap<string, number>>(
    (before, revision) => withChange(before, { id: 'a', revision }),
    new Map(),
  )
  expect([...known]).toEqual([['a', 6]])
})

test('a shift of ten thousand cases leaves the last ones, and one that goes on changing', () => {
  let known: ReadonlyMap<string, number> = new Map()
  for (let n = 0; n < 10_000; n += 1) {
    known = withChange(known, { id: `case-${n}`, revision: 1 })
    if (n % 100 === 0) known = withChange(known, { id: 'open here', revision: n })
  }
  expect(known.size).toBe(mostChanges)
  expect([known.get('case-9999'), known.get('open here'), known.has('case-0')]).toEqual([
    1,
    9_900,
    false,
  ])
})
