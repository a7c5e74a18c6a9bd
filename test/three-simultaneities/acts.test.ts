// In every situation a project can come into: who may do what, and why not? The table is a reviewed file.
import { describe, expect, test } from 'vitest'
import { threeSimultaneities as process } from '../../domain/three-simultaneities/process.ts'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../support/processes/acts-table.ts'
import type { Situation } from '../support/walks/walk.ts'
import { reviewing, situations } from './situations.ts'

const kindOf = ({ record }: Situation): string => String(record.snapshot.context.kind)
const keysOf = (one: Situation): string[] =>
  distinguishingKeys(one, /\.(none|not-needed|closed|possible|used|valid|over)$/)

describe('whatever happens to a project', () => {
  test('every refusal has its reason in both languages', () => {
    expect(silentRefusals(process, situations, reviewing()).slice(0, 5)).toEqual([])
  })

  test('somebody can act, or a clock will, until it is closed', () => {
    expect(stuck(process, situations, reviewing()).slice(0, 3)).toEqual([])
  })

  test('the table of acts is the reviewed one', async () => {
    const situationsByKey = firstOfEach(situations, (one) =>
      keysOf(one).map((key) => `${kindOf(one)} ${key}`),
    )
    const headOf = (one: Situation) => [kindOf(one), keysOf(one).join(' ∥ ')]
    const table = actsTable({
      process,
      situations: situationsByKey,
      people: reviewing(),
      head: ['project', 'situation'],
      headOf,
    })
    await expect(table).toMatchFileSnapshot('../../docs/generated/acts/three-simultaneities.md')
  })
})
