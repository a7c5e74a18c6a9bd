// In every situation an alarm can come into: who may do what, and why not? The table is a reviewed file.
import { describe, expect, test } from 'vitest'
import { alarmEpisode as process } from '../../domain/alarm-episode/process.ts'
import {
  actsTable,
  distinguishingKeys,
  firstOfEach,
  silentRefusals,
  stuck,
} from '../support/processes/acts-table.ts'
import type { Situation } from '../support/walks/walk.ts'
import { deciding, situations } from './situations.ts'

const sortOf = ({ record }: Situation): string => {
  const { level, kind, synthetic } = record.snapshot.context
  return `${level} ${kind}${synthetic === true ? ' 演练' : ''}`
}
const keysOf = (one: Situation): string[] => distinguishingKeys(one, /\.(active|known|ended)$/)

describe('whatever happens to an alarm', () => {
  test('every refusal has its reason in both languages', () => {
    expect(silentRefusals(process, situations, deciding()).slice(0, 5)).toEqual([])
  })

  test('somebody can act, or a clock will, until it is closed', () => {
    expect(stuck(process, situations, deciding()).slice(0, 3)).toEqual([])
  })

  test('the table of acts is the reviewed one', async () => {
    const situationsByKey = firstOfEach(situations, (one) =>
      keysOf(one)
        .filter((key) => key.startsWith('response'))
        .map((key) => `${sortOf(one)} ${key}`),
    )
    const headOf = (one: Situation) => [sortOf(one), keysOf(one).join(' ∥ ')]
    const table = actsTable({
      process,
      situations: situationsByKey,
      people: deciding(),
      head: ['alarm', 'situation'],
      headOf,
    })
    await expect(table).toMatchFileSnapshot('../../docs/generated/acts/alarm-episode.md')
  })
})
