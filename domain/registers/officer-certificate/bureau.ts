// Whose officer is it: of the emergency bureau of a place, as the register names offices?
import { issuerOf } from '../../documents/offices.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import { type Region, regions } from '../../organisation/regions.ts'

/** Sections and brigades belong to the bureau whose name theirs begins with; bureaus of other lines are its neighbours, not its officers. */
export const isOfBureau = ({ region, data }: ChosenEntry, place: Region): boolean => {
  const office = String(data.office ?? '').replaceAll(/\s/g, '')
  const full = issuerOf('bureau', place).name
  const short = `${regions[place].name.zh}应急管理局`
  return region === place && [full, short].some((name) => office.startsWith(name))
}
