// In every situation an enforcement case can come into: who may do what, and why not? The table is a reviewed file: `-u` writes it.
import { describe, expect, test } from 'vitest'
import { enforcementCase as process } from '../../domain/enforcement-case/process.ts'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../support/processes/acts-table.ts'
import type { Situation } from '../support/walks/walk.ts'
import { prosecutors } from './samples.ts'
import { situations } from './situations.ts'

const keysOf = (one: Situation): string[] => distinguishingKeys(one, /\.(none|ended)$/)

describe('whatever happens to an enforcement case', () => {
  test('every refusal has its reason in both languages', () => {
    expect(silentRefusals(process, situations, prosecutors()).slice(0, 5)).toEqual([])
    // Thousands of situations, beside two other lanes.
  }, 180_000)

  test('somebody can act, or a clock will, until it is closed', () => {
    expect(stuck(process, situations, prosecutors()).slice(0, 3)).toEqual([])
  })

  test('the table of acts is the reviewed one', async () => {
    const headOf = (one: Situation) => [keysOf(one).join(' ∥ ')]
    const table = actsTable({
      process,
      situations: firstOfEach(situations, keysOf),
      people: prosecutors(),
      head: ['situation'],
      headOf,
    })
    await expect(table).toMatchFileSnapshot('../../docs/generated/acts/enforcement-case.md')
  })
})
