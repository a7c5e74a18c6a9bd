// Whose officer is it: of the emergency bureau of a place, as the register names offices?
import { issuerOf } from '../../documents/offices.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import type { OfficersDefinition } from '../../model/register-definition.ts'
import { type Region, regions } from '../../organisation/regions.ts'
import { personIn } from './person.ts'
import { isValidOn } from './shown.ts'

/** Sections and brigades belong to the bureau whose name theirs begins with; bureaus of other lines are its neighbours, not its officers. */
const isOfBureau = ({ region, data }: ChosenEntry, place: Region): boolean => {
  const office = String(data.office ?? '').replaceAll(/\s/g, '')
  const full = issuerOf('bureau', place).name
  const short = `${regions[place].name.zh}应急管理局`
  return region === place && [full, short].some((name) => office.startsWith(name))
}

/** Of whom a bureau counts the working days, and whom a lot sends. */
export const bureauOfficers: OfficersDefinition = {
  register: 'officer-certificate',
  isValid: isValidOn,
  isOf: isOfBureau,
  person: personIn,
  until: ({ data }) => String(data.validUntil ?? ''),
}
