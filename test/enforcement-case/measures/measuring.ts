import { itemsPlayed } from '../../support/processes/item-playing.ts'
import type { Line } from '../../support/processes/lines.ts'
import { matter, prosecuting, sample } from '../samples.ts'

type Play = ReturnType<typeof prosecuting>
type Form = Record<string, unknown>

const filed = (...lines: Parameters<Play['does']>): Play =>
  prosecuting(matter, '2026-03-02', ['gao', 'approve-filing'], ...lines)

const { clock, does, item, refusal, stateOf, taskOf } = itemsPlayed(sample)
const extended = (play: Play, by: number) =>
  does(play, 'gao', 'extend-measure', { by, reason: '情况复杂' })

/** Approved and taken on Monday 2 March. */
const inForce = (form: Form, ...before: Parameters<Play['does']>) => {
  const play = filed(...before, ['lin', 'propose-measure', form])
  does(play, 'gao', 'approve-measure')
  does(play, 'lin', 'carry-out-measure')
  return play
}

export const measuring = {
  clock,
  does,
  extended,
  filed,
  inForce,
  item,
  refusal,
  stateOf,
  taskOf,
}

/** From the investigation of a filed case to a penalty that confiscates. */
export const confiscating: Line[] = [
  ['lin', 'record-evidence'],
  ['wu', 'sign'],
  [
    'lin',
    'conclude-investigation',
    { ...sample('conclude-investigation'), penalties: ['fine', 'confiscation'] },
  ],
  ['wu', 'sign'],
  ['chen', 'approve-report'],
  ['lin', 'notify-penalty'],
  ['lin', 'serve-notice'],
  ['mao', 'waive-rights', { statement: '放弃陈述申辩' }],
  ['lin', 'weigh-defence'],
  ['gao', 'record-discussion'],
  ['gao', 'decide-penalty', { ...sample('decide-penalty'), penalties: ['fine', 'confiscation'] }],
]
