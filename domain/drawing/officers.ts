// Who of a bureau may be sent on a day, each person once, whatever the number of his certificates?
import type { ChosenEntry } from '../model/decision-context.ts'
import type { OfficersDefinition } from '../model/register-definition.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'

/** An officer, by the certificate that he shows, and its last day. */
export type PoolOfficer = { certificate: string; holder: string; until: Day }

/** Whose certificate names another office: of another line, or misspelt. */
export type OtherOfficer = { holder: string; office: string }

/** Whose certificates are valid on a day: those of the bureau of a place, and beside them those of other offices. */
export const officersOn = (
  { isValid, isOf, until }: OfficersDefinition,
  entries: readonly ChosenEntry[],
  { region, day }: { region: Region; day: Day },
): { officers: PoolOfficer[]; others: OtherOfficer[] } => {
  const valid = entries
    .filter((entry) => isValid(entry, day))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
  const holder = ({ data }: ChosenEntry): string => String(data.holder ?? '')
  return {
    officers: valid
      .filter((entry) => isOf(entry, region))
      .map((entry) => ({
        certificate: entry.number,
        holder: holder(entry),
        until: until(entry),
      })),
    others: valid
      .filter((entry) => !isOf(entry, region))
      .map((entry) => ({ holder: holder(entry), office: String(entry.data.office ?? '') })),
  }
}

/** 一人多证计一人: by the certificate that lasts longest, the first of several. */
export const onePerHolder = <One extends { holder: string; until?: Day }>(
  officers: readonly One[],
): One[] => {
  const held = new Map<string, One>()
  for (const one of officers) {
    const known = held.get(one.holder)
    if (!known || (known.until ?? '') < (one.until ?? '')) held.set(one.holder, one)
  }
  return [...held.values()]
}
