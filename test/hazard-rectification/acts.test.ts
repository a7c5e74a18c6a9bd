// In every situation a hazard can come into: who may do what, and why not? The table is a reviewed file.
import { describe, expect, test } from 'vitest'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { stateKey, statesOf } from '../../domain/model/chart.ts'
import { everybody } from '../support/people/cast.ts'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../support/processes/acts-table.ts'
import type { Situation } from '../support/walks/walk.ts'
import { situations } from './situations.ts'

const keysOf = (one: Situation): string[] => distinguishingKeys(one, /\.(none|not-needed|ended)$/)

describe('whatever happens to a hazard', () => {
  test('every refusal has its reason in both languages', () => {
    expect(silentRefusals(process, situations, everybody()).slice(0, 5)).toEqual([])
  })

  test('somebody can act, or a clock will, until it is closed', () => {
    expect(stuck(process, situations, everybody()).slice(0, 3)).toEqual([])
  })

  test('all states of the chart are among the situations', () => {
    const reached = new Set(
      situations.flatMap(({ record }) => stateKey(record.snapshot.value).split('|')),
    )
    const leaves = statesOf(process.machine).filter(
      ({ kind }) => kind === 'atomic' || kind === 'final',
    )
    expect(leaves.filter(({ name }) => !reached.has(name))).toEqual([])
  })

  test('the table of acts is the reviewed one', async () => {
    const situationsByKey = firstOfEach(situations, keysOf)
    const headOf = (one: Situation) => [keysOf(one).join(' ∥ ')]
    await expect(
      actsTable({
        process,
        situations: situationsByKey,
        people: everybody(),
        head: ['situation'],
        headOf,
      }),
    ).toMatchFileSnapshot('../../docs/generated/acts/hazard-rectification.md')
  })
})
