// What does a case that is filed anew remember of the criminal matter that it comes back from (处罚法 35)?
import { type Facts, personsIn, type WithPolice, withPersons } from './with-police.ts'

/** The source of a case that the judicial organs have sent back after it was closed as transferred. */
export const judicialSource = 'judicial'

export const isRefiled = ({ source }: Facts): boolean => source === judicialSource

/** Whoever was fined by the court before, in the case of then or by what is said now. */
const personsOf = ({ earlierPersonsFined, courtFinedPersons }: Facts): string[] =>
  withPersons(personsIn(earlierPersonsFined), personsIn(courtFinedPersons))

/** Empty: it is no such case. Total. */
export const refiledIn = (event: { data: Facts } | undefined): Partial<WithPolice> => {
  if (!event || !isRefiled(event.data)) return {}
  const { data } = event
  return {
    criminallyFined: data.partyFined === true || data.earlierFined === true,
    personsFined: personsOf(data),
    convictedUnfined: data.criminalOutcome === 'convicted' && data.criminalFine === undefined,
  }
}
