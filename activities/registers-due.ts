// Which keepers of the registers are told in the morning what of their entries falls due?
import type { Executor } from '../db/client.ts'
import { type DailyMail, keepMails, lastPrints } from '../db/daily/daily.ts'
import { readHolders } from '../db/daily/daily-reads.ts'
import { readDueEntries } from '../db/registers/due-reads.ts'
import {
  type DueEntry,
  dueMail,
  dueWindow,
  fallingDue,
  keepersOf,
  printOfDue,
} from '../domain/registers/due.ts'
import { registers } from '../domain/registers.ts'
import { civilDate, type Instant } from '../domain/time/instant.ts'
import type { Morning } from '../domain/time/mornings.ts'
import type { ActivityDeps } from './deps.ts'

/** Thirty days before, a week before, and when the day has passed; what was told once is not told again. */
export const checkRegisters = async (
  { publicUrl }: Pick<ActivityDeps, 'publicUrl'>,
  tx: Executor,
  { newest: { day }, now }: { newest: Morning; now: Instant },
): Promise<void> => {
  const today = civilDate(now)
  const due = fallingDue(registers, await readDueEntries(tx, dueWindow(today)), today)
  const printsBefore = await lastPrints(tx, 'register')
  const mails = [...(await ofEachKeeper(tx, due, now))].flatMap(([person, own]): DailyMail[] => {
    const print = printOfDue(own, today)
    const mail = dueMail(registers, own, { today, base: publicUrl ?? '' })
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
  })
  await keepMails(tx, mails)
}

/** By person, what he keeps of it. */
const ofEachKeeper = async (
  tx: Executor,
  due: readonly DueEntry[],
  now: Instant,
): Promise<Map<string, DueEntry[]>> => {
  const kept = due.map((entry) => {
    const register = registers[entry.register]
    return { entry, groups: register ? keepersOf(register, entry) : [] }
  })
  const groups = [...new Set(kept.flatMap((one) => one.groups))]
  const holders = groups.length === 0 ? [] : await readHolders(tx, groups, now)
  const people = new Map<string, DueEntry[]>()
  for (const { person, group } of holders.filter(({ active, since }) => active && since <= now))
    for (const { entry, groups: own } of kept) {
      const known = people.get(person) ?? []
      if (own.includes(group) && !known.includes(entry)) people.set(person, [...known, entry])
    }
  for (const [person, own] of people)
    people.set(
      person,
      due.filter((entry) => own.includes(entry)),
    )
  return people
}
