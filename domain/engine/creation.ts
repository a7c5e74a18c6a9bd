// What is settled before a case begins: where it lies, who is competent for it, and whether it can be at all?
import { DomainError } from '../language/errors.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import type { CaseEvent, ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { competentOffice } from '../organisation/competence.ts'
import { isRegion } from '../organisation/regions.ts'
import { civilDate } from '../time/instant.ts'

/** The region that a new case will belong to: it decides which office numbers it. */
export const creationPlace = (
  process: ProcessDefinition,
  event: CaseEvent,
): CaseRecord['region'] => {
  const { region } = process.describe(event.data, event.by)
  if (!isRegion(region)) throw new DomainError('invalid-input', [], { field: 'region' })
  return region
}

/** The first event with the office that is competent now: the case keeps it, whatever the table says later. */
export const withCompetentOffice = (
  process: ProcessDefinition,
  event: CaseEvent,
  { competences }: DecisionContext,
): CaseEvent => {
  const matter = process.competence?.(event.data)
  if (matter === undefined || !competences) return event
  const asked = { matter, region: creationPlace(process, event), day: civilDate(event.at) }
  const competent = competentOffice(competences, asked)
  return competent ? { ...event, competent } : event
}

/** What a form says may be well written and still not be so at this moment. */
export const refuseStart = ({ start }: ProcessDefinition, { data, at }: CaseEvent): void => {
  const fault = start.refuses?.(data, at)
  if (!fault) return
  const { field, words } = fault
  throw new DomainError('invalid-input', [words], { field, fields: { [field]: words } })
}
