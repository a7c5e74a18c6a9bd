// Whose report does somebody take back, and what is then received no more?
import type { CaseEvent } from '../../model/process.ts'
import { regions } from '../../organisation/regions.ts'
import type { Instant } from '../../time/instant.ts'
import type { Unreceived } from './unreceived.ts'

type Reported = {
  countyReportedAt: Instant | null
  cityReportedAt: Instant | null
  unreceived?: readonly Unreceived[]
}

/** Whether whoever acts holds a post of that level. */
export const holdsPost = ({ by }: Pick<CaseEvent, 'by'>, level: 'county' | 'city'): boolean =>
  by.kind === 'person' &&
  by.appointments.some(
    ({ region }) => (regions[region].level === 'county') === (level === 'county'),
  )

/** Whose report somebody would take back: his own level's, and of two the higher one first; null: there is none. */
export const ownReport = (
  { countyReportedAt, cityReportedAt }: Reported,
  event: Pick<CaseEvent, 'by'>,
): 'county' | 'city' | null => {
  if (cityReportedAt !== null && holdsPost(event, 'city')) return 'city'
  return countyReportedAt !== null && holdsPost(event, 'county') ? 'county' : null
}

/** What joined cases have brought and is still to be received: nobody receives what is taken back. */
export const leftAfter = (
  context: Reported,
  event: Pick<CaseEvent, 'by'>,
): readonly Unreceived[] => {
  const taken = ownReport(context, event)
  return (context.unreceived ?? []).filter(({ of }) => of !== taken)
}
