// Whose working days does a yearly plan count, and of whom of them does the certificate end before the year does?

import { type OtherOfficer, onePerPerson } from '../drawing/officers.ts'
import { type Text, text } from '../language/words.ts'
import type { Day } from '../time/days.ts'

/** Each certificate that counts; `until`: its last day, absent in plans that were made before it was kept. */
export type PlanOfficer = { certificate: string; holder: string; staff?: string; until?: Day }

/** As many as are read through. */
const mostNamed = 10

/** The day on which a certificate has to be valid: the first of the year, or that on which the plan is made where the year has begun. */
export const countedOn = (year: number, madeOn: Day): Day => {
  const first = `${year}-01-01`
  return first > madeOn ? first : madeOn
}

/** People, not certificates. */
export const countOfficers = (officers: readonly PlanOfficer[]): number =>
  onePerPerson(officers).length

/** What stands beside the reckoning: on which day they were counted, and who cannot go all year without a new certificate. */
export const officerWords = (
  { year, madeOn }: { year: number; madeOn: Day },
  officers: readonly PlanOfficer[],
  others: readonly OtherOfficer[],
): Text[] => {
  const day = countedOn(year, madeOn)
  const ending = onePerPerson(officers).filter(({ until }) => until && until < `${year}-12-31`)
  const named = ending.map(
    ({ holder, certificate, until }) => `${holder}（${certificate}，${until}）`,
  )
  return [
    text(
      `本机关${day}持有效执法证件${countOfficers(officers)}人（一人多证计一人）`,
      `${countOfficers(officers)} officers of this bureau held valid certificates on ${day} (each counted once)`,
    ),
    ...(named.length > 0
      ? [
          text(
            `证件在年内到期、按全年计算：${named.join('、')}`,
            `Certificates that end within the year, counted for all of it: ${named.join(', ')}`,
          ),
        ]
      : []),
    ...otherWords(others),
  ]
}

/** Who is not counted has to be seen: a name of the bureau written otherwise would take its officers away unnoticed. */
const otherWords = (others: readonly OtherOfficer[]): Text[] => {
  if (others.length === 0) return []
  const named = others.slice(0, mostNamed).map(({ holder, office }) => `${holder}（${office}）`)
  const more = others.length > mostNamed
  return [
    text(
      `另有${others.length}本有效执法证件的执法单位不是本机关，未计入：${named.join('、')}${more ? '等' : ''}`,
      `${others.length} valid certificates here name another office and are not counted: ${named.join(', ')}${more ? ' and others' : ''}`,
    ),
  ]
}
