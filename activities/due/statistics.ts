// Who of the enterprises is told in the morning that its report of statistics is due?

import type { CommitDeps } from '../../commit/deps.ts'
import type { Executor } from '../../db/client.ts'
import { type DailyMail, keepMails, lastPrints } from '../../db/daily/daily.ts'
import { processesWithCases } from '../../db/statistics/flow-reads.ts'
import { readUnreported } from '../../db/statistics/unreported-reads.ts'
import type { RuleBook } from '../../domain/law/rule-book.ts'
import {
  printOfUnreported,
  reportsNow,
  type Unreported,
  unreportedMail,
} from '../../domain/statistics/due.ts'
import type { CalendarSet } from '../../domain/time/calendar.ts'
import { endOfDay } from '../../domain/time/days.ts'
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import type { Morning } from '../../domain/time/mornings.ts'

type Round = { newest: Morning; now: Instant; calendars: CalendarSet; rules: RuleBook }

/** 令16 第14条: when the period has ended, a week before the day, and when that has passed. What was told once is not told again. */
export const checkStatistics = async (
  { processFor, publicUrl }: Pick<CommitDeps, 'processFor' | 'publicUrl'>,
  tx: Executor,
  { newest: { day }, now, calendars, rules }: Round,
): Promise<void> => {
  const today = civilDate(now)
  const processes = (await processesWithCases(tx)).map((id) => processFor(id, null))
  const missing = new Map<string, Unreported[]>()
  for (const report of reportsNow(processes, today, { calendars, rules })) {
    const { process, period } = report
    const ended = instant(endOfDay(period.last))
    for (const row of await readUnreported(tx, { process, period: period.id, ended, now })) {
      const enterprise = { id: row.enterprise, name: row.name }
      const known = missing.get(row.person) ?? []
      missing.set(row.person, [...known, { report, enterprise, status: row.status }])
    }
  }
  const printsBefore = await lastPrints(tx, 'statistics')
  const mails = [...missing].flatMap(([person, own]): DailyMail[] => {
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
