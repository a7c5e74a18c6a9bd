// Who is told on a morning that nobody keeps a shift of the coming day?
import type { Executor } from '../db/client.ts'
import { type DailyMail, keepMails } from '../db/daily/daily.ts'
import {
  type Candidate,
  inForce,
  readHoldings,
  readInForce,
  readVersions,
} from '../db/organisation/rosters-reads.ts'
import { rosterOffice } from '../domain/rosters/offices.ts'
import { monthsAround } from '../domain/rosters/on-duty.ts'
import { gapsMail, type OfficeOutlook, outlookOf, toldUntil } from '../domain/rosters/outlook.ts'
import { holdsAt } from '../domain/rosters/roster.ts'
import { addToMonth } from '../domain/rosters/shifts.ts'
import type { CalendarSet } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Morning } from '../domain/time/mornings.ts'

type Round = { newest: Morning; now: Instant; calendars: CalendarSet; url: string }

/** Each day that there is a gap ahead, once: whoever entered the newest roster of the office, and its leaders. */
export const tellRosterGaps = async (
  tx: Executor,
  { newest: { day }, now, calendars, url }: Round,
): Promise<void> => {
  const [before = '', month = ''] = monthsAround(now)
  const months = [before, month, addToMonth(month, 1)]
  const rosters = await readInForce(tx, { months })
  const offices = [...rosters.keys()].flatMap((office) => rosterOffice(office) ?? [])
  if (offices.length === 0) return
  const holdings = await readHoldings(
    tx,
    offices.map(({ groups }) => groups),
  )
  const entered = await newestAuthors(tx, months)
  const until = toldUntil(now, calendars)
  const told = new Map<string, OfficeOutlook[]>()
  for (const { office, groups } of offices) {
    const able = holdings.filter(({ group }) => Object.values(groups).includes(group))
    const found = outlookOf(rosters.get(office) ?? [], able, { at: now, until })
    if (found.gaps.length === 0 && found.missing.length === 0) continue
    for (const person of readersOfOffice(able, entered.get(office), now))
      told.set(person, [...(told.get(person) ?? []), { office, ...found }])
  }
  await keepMails(
    tx,
    [...told].map(
      ([person, found]): DailyMail => ({
        id: `roster/${person}/${day}`,
        kind: 'roster',
        person,
        day,
        at: now,
        ...gapsMail(found, day, `${url}/duty/rosters`),
        content: null,
        print: '',
        sent: 'pending',
      }),
    ),
  )
}

/** Who entered what is in force last, by office. */
const newestAuthors = async (tx: Executor, months: string[]): Promise<Map<string, string>> =>
  new Map(
    inForce(await readVersions(tx, { months }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1))
      .map(({ office, proposedBy }) => [office, proposedBy]),
  )

const readersOfOffice = (
  able: readonly Candidate[],
  author: string | undefined,
  now: Instant,
): string[] => {
  const leaders = able
    .map(({ person }) => person)
    .filter((person) => holdsAt(able, person, 'leader', now))
  return [...new Set([...(author === undefined ? [] : [author]), ...leaders])]
}
