// How is a case played on its way to the police and back?
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, investigated, matter, prosecuting, sample } from '../samples.ts'

export const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)
type Play = ReturnType<typeof goes>
export const why = (play: Play, line: Line) => refusal(() => play.does(line)).words

export const advised: Line[] = [...investigated(6), ['chen', 'approve-report']]
export const handed: Line[] = [...advised, ['gao', 'decide-transfer'], ['lin', 'hand-over-police']]
export const refused: Line = ['lin', 'record-police-refusal']
export const filed: Line = ['lin', 'record-police-filed']
export const at = (receivedOn: string, type = 'record-police-refusal') => ({
  ...sample(type),
  receivedOn,
})

export const back = (at: number, more: object = {}): Line => [
  'lin',
  'record-criminal-return',
  { ...sample('record-criminal-return', at), ...more },
]
