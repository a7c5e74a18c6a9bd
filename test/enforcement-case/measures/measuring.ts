// How is a measure on things played in memory, and what is asked about it?
import { DomainError } from '../../../domain/language/errors.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { matter, prosecuting, sample } from '../samples.ts'

type Play = ReturnType<typeof prosecuting>
type Form = Record<string, unknown>

const filed = (...lines: Parameters<Play['does']>): Play =>
  prosecuting(matter, '2026-03-02', ['gao', 'approve-filing'], ...lines)

const item = (play: Play, nth = 1) =>
  Object.values(play.record().items ?? {}).find((one) => one.nth === nth)
const taskOf = (play: Play, nth = 1) => {
  const no = item(play, nth)?.no
  return Object.values(play.record().openTasks).find((task) => task.item === no)?.id ?? ''
}
const does = (play: Play, who: string, type: string, data?: Form, nth = 1) =>
  play.act(author(who), type, data ?? sample(type) ?? {}, { taskId: taskOf(play, nth) })
const stateOf = (play: Play, nth = 1) => item(play, nth)?.snapshot.value
const refusal = (work: () => unknown): string => {
  try {
    work()
    return 'allowed'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.reasons.map(({ zh }) => zh).join('；') || error.code
  }
}
const clock = (play: Play, name: string, nth = 1) =>
  play.record().obligations.find((one) => one.clock === name && one.item === item(play, nth)?.no)
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
