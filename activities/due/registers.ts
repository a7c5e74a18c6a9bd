// Which keepers of the registers are told in the morning what of their entries falls due, and who may confirm it what waits for him?

import type { CommitDeps } from '../../commit/deps.ts'
import type { Executor } from '../../db/client.ts'
import { type DailyMail, keepMails, lastPrints } from '../../db/daily/daily.ts'
import { readHolders } from '../../db/daily/daily-reads.ts'
import { readDueEntries, readWaitingChanges } from '../../db/registers/due-reads.ts'
import { dueWindow, fallingDue, keepersOf } from '../../domain/registers/due.ts'
import {
  printOfNews,
  type RegisterNews,
  registerMail,
} from '../../domain/registers/morning-mail.ts'
import { confirmersOf, unconfirmedOf } from '../../domain/registers/unconfirmed.ts'
import { registers } from '../../domain/registers.ts'
import type { CalendarSet } from '../../domain/time/calendar.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { Morning } from '../../domain/time/mornings.ts'

/** Thirty days before, a week before, and when the day has passed; of what waits while its days run, or too long. What was told once is not told again. */
export const checkRegisters = async (
  { publicUrl }: Pick<CommitDeps, 'publicUrl'>,
  tx: Executor,
  { newest: { day }, now, calendars }: { newest: Morning; now: Instant; calendars: CalendarSet },
): Promise<void> => {
  const today = civilDate(now)
  const due = fallingDue(registers, await readDueEntries(tx, dueWindow(today)), today)
  const waiting = unconfirmedOf(registers, await readWaitingChanges(tx), { now, calendars })
  const printsBefore = await lastPrints(tx, 'register')
  const mails = [...(await ofEachPerson(tx, { due, waiting }, now))].flatMap(
    ([person, own]): DailyMail[] => {
      const print = printOfNews(own, today)
      const mail = registerMail(registers, own, { today, base: publicUrl ?? '' })
      if (!mail || print === printsBefore.get(person)) return []
      return [
        {
          id: `register/${person}/${day}`,
          kind: 'register',
          person,
          day,
          at: now,
          ...mail,
          content: null,
          print,
          sent: 'pending',
        },
      ]
    },
  )
  await keepMails(tx, mails)
}

/** By person, what he keeps of it and what he may confirm: nobody confirms what he has proposed himself. */
const ofEachPerson = async (
  tx: Executor,
  { due, waiting }: RegisterNews,
  now: Instant,
): Promise<Map<string, RegisterNews>> => {
  const kept = due.map((one) => {
    const register = registers[one.entry.register]
    return { one, groups: register ? keepersOf(register, one.entry) : [] }
  })
  const confirmed = waiting.map((one) => {
    const register = registers[one.change.register]
    return { one, groups: register ? confirmersOf(register, one.change) : [] }
  })
  const groups = [...new Set([...kept, ...confirmed].flatMap((any) => any.groups))]
  const holders = groups.length === 0 ? [] : await readHolders(tx, groups, now)
  const held = Map.groupBy(
    holders.filter(({ active, since }) => active && since <= now),
    ({ person }) => person,
  )
  return new Map(
    [...held].map(([person, posts]) => {
      const ofHis = (any: { groups: readonly string[] }) =>
        posts.some(({ group }) => any.groups.includes(group))
      return [
        person,
        {
          due: kept.filter(ofHis).map(({ one }) => one),
          waiting: confirmed
            .filter((any) => ofHis(any) && any.one.change.proposedBy !== person)
            .map(({ one }) => one),
        },
      ]
    }),
  )
}
