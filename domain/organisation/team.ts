// Whose work does a section chief or a leader answer for?
import type { Actor, Appointment } from './actor.ts'
import { emergencyKinds, officeId } from './offices.ts'
import { type Region, regionsAbove } from './regions.ts'

/** The offices that one post is at the head of: a chief's own section; for a leader of the bureau every section of it. */
const ledBy = ({ office, region, role }: Appointment): string[] => {
  if (role === 'section-chief') return [office]
  if (role !== 'leader') return []
  const bureau = [
    officeId('bureau', region),
    ...emergencyKinds.map((kind) => officeId(kind, region)),
  ]
  return bureau.includes(office) ? bureau : [office]
}

/** The offices a person is at the head of; as a substitute also those of whom he stands in for. */
export const officesLed = (by: Actor): string[] =>
  by.kind === 'person' && by.enterprise === null ? [...new Set(by.appointments.flatMap(ledBy))] : []

/** Whether a post is at the head of an office that one of these groups `<office>/<role>` belongs to. */
export const leadsGroup = (held: Appointment, groups: string[]): boolean =>
  ledBy(held).some((office) => groups.some((group) => group.startsWith(`${office}/`)))

export const leadsOneOf = (by: Actor, groups: string[]): boolean =>
  by.kind === 'person' &&
  by.enterprise === null &&
  by.appointments.some((held) => leadsGroup(held, groups))

/** Whether one of these groups belongs to the authorities of the region, its city or the province, who may read its cases. */
export const answersFor = (groups: string[], region: Region): boolean =>
  regionsAbove(region).some((one) => groups.some((group) => group.startsWith(`${one}-`)))
