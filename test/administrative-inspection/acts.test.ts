// In every situation an inspection can come into: who may do what, and why not? The table is a reviewed file: `-u` writes it.
import { describe, expect, test } from 'vitest'
import { administrativeInspection as process } from '../../domain/administrative-inspection/process.ts'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../support/processes/acts-table.ts'
import type { Situation } from '../support/walks/walk.ts'
import { inspecting, situations } from './situations.ts'

const keysOf = (one: Situation): string[] => distinguishingKeys(one, /^$/)

describe('whatever happens to an inspection', () => {
  test('every refusal has its reason in both languages', () => {
    expect(silentRefusals(process, situations, inspecting())).toEqual([])
  })

  test('somebody can act, or a clock will, until it is closed', () => {
    expect(stuck(process, situations, inspecting())).toEqual([])
  })

  test('the table of acts is the reviewed one', async () => {
    const headOf = (one: Situation) => [keysOf(one).join(' ∥ ')]
    const table = actsTable({
      process,
      situations: firstOfEach(situations, keysOf),
      people: inspecting(),
      head: ['situation'],
      headOf,
    })
    await expect(table).toMatchFileSnapshot(
      '../../docs/generated/acts/administrative-inspection.md',
    )
  })
})
