// How is a fined party ordered to correct in memory, found to refuse, and how goes the case of a daily fine that this opens?
import type { CaseEffect } from '../../../domain/model/record.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, matter, prosecuting, sample } from '../samples.ts'
import { recheckedOn } from './correction-samples.ts'

export type Play = ReturnType<typeof prosecuting>
export const itemTask = (play: Play) => play.task('re-check-correction')?.id ?? ''

/** By two hands, at the task of the order. */
export const rechecked = (play: Play, type: string, data: Record<string, unknown>) => {
  const taskId = itemTask(play)
  play.act(author('lin'), type, data, { taskId })
  play.act(author('wu'), 'sign', {}, { taskId })
}
export const refused = (play: Play, on: string) => {
  play.does(['until', on])
  rechecked(play, 'correction-refused', recheckedOn(on))
}
/** Fined 20,000 on Monday, ordered to correct on the same day until Friday. */
export const ordered = (...more: Line[]) =>
  prosecuting(matter, day, ...decided, ['lin', 'order-correction'], ...more)

export const openedBy = (play: Play): CaseEffect =>
  play.effects.find((one): one is CaseEffect => one.kind === 'case') as CaseEffect

/** What the re-check has handed over, begun as its own case on that day. */
export const daily = (play: Play, on: string, ...lines: Line[]) => {
  const { enterpriseName: _, ...data } = openedBy(play).data
  return prosecuting(data, on, ...lines)
}
export const concluding = (fine: number, penalties = ['fine']) => ({
  ...sample('conclude-investigation'),
  actEnded: '2026-03-09',
  penalties,
  fine,
})
export const toReport = (fine: number, penalties?: string[]): Line[] => [
  ['gao', 'approve-filing'],
  ['lin', 'conclude-investigation', concluding(fine, penalties)],
  ['wu', 'sign'],
]
export const served = (on: string) => ({ ...sample('serve-notice'), servedOn: on })
export const onward = (on: string): Line[] => [
  ['chen', 'approve-report'],
  ['lin', 'notify-penalty', { ...sample('notify-penalty'), planned: '按日连续处罚' }],
  ['lin', 'serve-notice', served(on)],
]
