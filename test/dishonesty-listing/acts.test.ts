// In every situation a listing can come into: who may do what, and why not? The table is a reviewed file: `-u` writes it.
import { describe, expect, test } from 'vitest'
import { dishonestyListing as process } from '../../domain/dishonesty-listing/process.ts'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../support/processes/acts-table.ts'
import type { Situation } from '../support/walks/walk.ts'
import { answering, situations } from './situations.ts'

const keysOf = (one: Situation): string[] => distinguishingKeys(one, /^$/)

describe('whatever happens to a listing', () => {
  test('every refusal has its reason in both languages', () => {
    expect(silentRefusals(process, situations, answering())).toEqual([])
  })

  test('somebody can act, or a clock will, until it is closed', () => {
    expect(stuck(process, situations, answering())).toEqual([])
  })

  test('the table of acts is the reviewed one', async () => {
    const headOf = (one: Situation) => [keysOf(one).join(' ∥ ')]
    const table = actsTable({
      process,
      situations: firstOfEach(situations, keysOf),
      people: answering(),
      head: ['situation'],
      headOf,
    })
    await expect(table).toMatchFileSnapshot('../../docs/generated/acts/dishonesty-listing.md')
  })
})
