// How does an alarm begin for which a bureau is competent, as the table of competences stands at first?
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { competenceTable } from '../../domain/competence/table.ts'
import { begin } from '../../domain/engine/step.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Competence } from '../../domain/organisation/competence.ts'
import { standingOffices } from '../../domain/organisation/offices.ts'
import { devices } from '../support/people/cast.ts'
import { decisionContextAt, type Situation } from '../support/walks/walk.ts'
import { raised, start } from './samples.ts'

/** A vehicle with dangerous goods off its way. */
export const vehicle = {
  ...raised,
  kind: 'position',
  level: 2,
  point: '偏离路线',
  condition: 'off-route',
  text: '危险货物运输车辆偏离备案路线',
}
export const burning = { ...raised, kind: 'fire', level: 1, text: '厂房火灾报警' }

const offices = standingOffices().map(({ id }) => id)

export const begunWith = (
  form: Record<string, unknown>,
  approved: Competence[] = [],
  at = start,
): CaseRecord => {
  const event = { type: 'raise', data: form, by: devices, at, signatures: [] }
  const competences = competenceTable(approved, offices)
  return begin(alarmEpisode, { id: 'c-1', number: '试1号' }, event, {
    ...decisionContextAt(at),
    competences,
  }).record
}

export const situationOf = (form: Record<string, unknown>): Situation => ({
  record: begunWith(form),
  decisionContext: decisionContextAt(start),
  path: ['devices raise'],
})
