// Which hazards are played through the chart?
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { playing } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { reported, samples } from './samples.ts'

export const at = '2026-03-02T01:00:00.000Z'
export type Line = [who: string, type: string, data?: Record<string, unknown>]

/** A case played from its report; a line that starts with a date lets time pass. */
export const played = (report: Record<string, unknown>, ...lines: Line[]) => {
  const play = playing(process, actor('lin'), { ...reported, ...report }, at)
  for (const [who, type, data = {}] of lines) {
    if (who === 'until') play.to(`${type}T01:00:00.000Z`)
    else play.act(actor(who), type, data)
  }
  return play
}
export type Play = ReturnType<typeof played>
/** Where the case stands in these regions. */
export const where = (play: Play, ...regions: string[]): string[] =>
  stateKey(play.record().snapshot.value)
    .split('|')
    .filter((state) => regions.some((region) => state.startsWith(`${region}.`)))

export const sample = (type: string, at = 0) => samples[type]?.[at] as Record<string, unknown>
export const major: Line[] = [
  ['lin', 'verify', { ...sample('verify', 1) }],
  ['wu', 'sign'],
]
export const general: Line[] = [
  ['lin', 'verify', { ...sample('verify') }],
  ['wu', 'sign'],
]
export const stopped: Line[] = [
  ...major,
  ['lin', 'take-measures', sample('take-measures', 1)],
  ['gao', 'confirm-measures'],
]
export const planned: Line[] = [
  ['mao', 'file-plan', sample('file-plan')],
  ['chen', 'approve-plan', sample('approve-plan')],
]
export const listedByCity: Line[] = [
  ...stopped,
  ...planned,
  ['yu', 'list-hazard', sample('list-hazard', 1)],
]

/** Refused, and ordered to stop for it. */
export const halted: Line[] = [
  ['lin', 'declare-refusal', sample('declare-refusal')],
  ['gao', 'order-stop', sample('order-stop')],
]
