// Who of the enterprises and the authorities is told in the morning that a report of statistics is due?

import type { CommitDeps } from '../../commit/deps.ts'
import type { Executor } from '../../db/client.ts'
import { type DailyMail, keepMails, lastPrints } from '../../db/daily/daily.ts'
import { readHolders } from '../../db/daily/daily-reads.ts'
import { processesWithCases } from '../../db/statistics/flow-reads.ts'
import { readStandings } from '../../db/statistics/statistics-reports.ts'
import { readUnreported } from '../../db/statistics/unreported-reads.ts'
import { text } from '../../domain/language/words.ts'
import type { RuleBook } from '../../domain/law/rule-book.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import {
  isLate,
  printOfUnreported,
  type ReportNow,
  reportsNow,
  type Unreported,
  unreportedMail,
} from '../../domain/statistics/due.ts'
import { reportingGroups } from '../../domain/statistics/reports.ts'
import type { CalendarSet } from '../../domain/time/calendar.ts'
import { endOfDay } from '../../domain/time/days.ts'
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import type { Morning } from '../../domain/time/mornings.ts'

/** Who is told of which. */
type Told = { person: string; one: Unreported }
type Round = { newest: Morning; now: Instant; calendars: CalendarSet; rules: RuleBook }

/** 令16 第14条: when the period has ended, a week before the day, and when that has passed. What was told once is not told again. */
export const checkStatistics = async (
  { processFor, publicUrl }: Pick<CommitDeps, 'processFor' | 'publicUrl'>,
  tx: Executor,
  { newest: { day }, now, calendars, rules }: Round,
): Promise<void> => {
  const today = civilDate(now)
  const processes = (await processesWithCases(tx)).map((id) => processFor(id, null))
  const found: Told[] = []
  for (const report of reportsNow(processes, today, { calendars, rules }))
    found.push(...(await ofEnterprises(tx, report, now)), ...(await ofRegions(tx, report, now)))
  const missing = Map.groupBy(found, ({ person }) => person)
  const printsBefore = await lastPrints(tx, 'statistics')
  const mails = [...missing].flatMap(([person, told]): DailyMail[] => {
    const own = told.map(({ one }) => one)
    const print = printOfUnreported(own, today)
    if (print === printsBefore.get(person)) return []
    return [
      {
        id: `statistics/${person}/${day}`,
        kind: 'statistics',
        person,
        day,
        at: now,
        ...unreportedMail(own, { today, base: publicUrl ?? '' }),
        content: null,
        print,
        sent: 'pending',
      },
    ]
  })
  await keepMails(tx, mails)
}

const endOf = ({ period }: ReportNow): Instant => instant(endOfDay(period.last))

const ofEnterprises = async (tx: Executor, report: ReportNow, now: Instant): Promise<Told[]> => {
  const { process, period } = report
  const asked = { process, period: period.id, ended: endOf(report), now }
  return (await readUnreported(tx, asked)).map(({ person, enterprise, name, status }) => ({
    person,
    one: { report, reporter: { id: enterprise, name: text(name, name), of: 'enterprise' }, status },
  }))
}

/** 令16: whoever signs or sends that of a region; what is late also whoever waits for it. Nobody owes what lies before his region was here. */
const ofRegions = async (tx: Executor, report: ReportNow, now: Instant): Promise<Told[]> => {
  const { process, period } = report
  const sent = await readStandings(tx, { process, period: period.id })
  const waiting = (Object.keys(regions) as Region[]).flatMap((region) => {
    const groups = reportingGroups(region)
    const status = sent.find((one) => one.region === region)?.status ?? 'missing'
    return groups && status !== 'submitted' ? [{ region, groups, status }] : []
  })
  const groups = [...new Set(waiting.flatMap(({ groups }) => [...groups.own, ...groups.above]))]
  const holders = (await readHolders(tx, groups, now)).filter(
    ({ active, since }) => active && since <= now,
  )
  const people = (of: readonly string[]) => [
    ...new Set(holders.flatMap(({ group, person }) => (of.includes(group) ? [person] : []))),
  ]
  return waiting.flatMap(({ region, groups: { own, above }, status }) => {
    const wasHere = holders.some(({ group, since }) => own.includes(group) && since < endOf(report))
    if (!wasHere) return []
    const reporter = { id: region, name: regions[region].name, of: 'region' as const }
    const one = { report, reporter, status }
    const pressing = isLate(report, civilDate(now)) ? people(above) : []
    return [
      ...people(own).map((person) => ({ person, one })),
      ...pressing.map((person) => ({ person, one: { ...one, below: true as const } })),
    ]
  })
}
