// Who of a bureau may be sent on a day, each person once, whatever the number of his certificates?
import type { ChosenEntry } from '../model/decision-context.ts'
import type { OfficersDefinition } from '../model/register-definition.ts'
import type { Region } from '../organisation/regions.ts'
import { byPerson, type Named } from '../registers/namesakes.ts'
import type { Day } from '../time/days.ts'

/** An officer, by the certificate that he shows, and its last day; `staff`: his number, where it is registered. */
export type PoolOfficer = { certificate: string; holder: string; staff?: string; until: Day }

/** Whose certificate names another office: of another line, or misspelt. */
export type OtherOfficer = { holder: string; office: string }

/** Whose certificates are valid on a day: those of the bureau of a place, and beside them those of other offices. */
export const officersOn = (
  { isValid, isOf, person, until }: OfficersDefinition,
  entries: readonly ChosenEntry[],
  { region, day }: { region: Region; day: Day },
): { officers: PoolOfficer[]; others: OtherOfficer[] } => {
  const valid = entries
    .filter((entry) => isValid(entry, day))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
  return {
    officers: valid
      .filter((entry) => isOf(entry, region))
      .map((entry) => ({
        certificate: entry.number,
        ...person(entry),
        until: until(entry),
      })),
    others: valid
      .filter((entry) => !isOf(entry, region))
      .map((entry) => ({ holder: person(entry).holder, office: String(entry.data.office ?? '') })),
  }
}

/** 一人多证计一人: by the certificate that lasts longest, the first of several. */
export const onePerPerson = <One extends Named & { until?: Day }>(
  officers: readonly One[],
): One[] =>
  byPerson(officers).flatMap((his) =>
    his
      .slice(1)
      .reduce((best, one) => ((best.until ?? '') < (one.until ?? '') ? one : best), his[0]!),
  )
