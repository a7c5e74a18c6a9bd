// In every situation this matter can come into: who may do what, and why not? The table is a reviewed file: `-u` writes it.
import { describe, expect, test } from 'vitest'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../../../../test/support/processes/acts-table.ts'
import type { Situation } from '../../../../test/support/walks/walk.ts'
import { exampleMatter as process } from '../../domain/example-matter/process.ts'
import { answering, situations } from './situations.ts'

const keysOf = (one: Situation): string[] => distinguishingKeys(one, /^$/)

describe('whatever happens to this matter', () => {
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
    await expect(table).toMatchFileSnapshot('../../docs/generated/acts/example-matter.md')
  })
})
