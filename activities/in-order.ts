// Which notice of a case has to wait for an earlier one, so that nobody is told of a correction before what it corrects?
import { and, eq, inArray, notExists } from 'drizzle-orm'
import { deliveries, effects, notices } from '../db/schema/cases/cases.ts'
import type { NoticeEffect } from '../domain/model/record.ts'
import type { ActivityDeps } from './deps.ts'

/** `held`: it waits for an earlier one; `failed`: it has to be tried again after a while. */
export type EffectOutcome = 'done' | 'failed' | 'held'

type Waiting = { id: string; revision: number; payload: { kind: string } }
/** The earlier notices that go to somebody whom a notice is for, too. */
export type Earlier = ReadonlyMap<string, readonly string[]>

const addresseesOf = ({ payload }: Waiting): string[] => {
  if (payload.kind !== 'notice') return []
  const { groups, people = [] } = payload as NoticeEffect
  return [...groups, ...people]
}

/** Of each of these notices those of an earlier revision that share an addressee with it. */
export const earlierOf = (waiting: readonly Waiting[]): Earlier =>
  new Map(
    waiting.map((one) => {
      const whom = new Set(addresseesOf(one))
      const before = waiting.filter(
        (other) =>
          other.revision < one.revision && addresseesOf(other).some((name) => whom.has(name)),
      )
      return [one.id, before.map(({ id }) => id)]
    }),
  )

/** Who is still to get a mail of one of these earlier notices. */
export const awaitingMail = async (
  db: ActivityDeps['db'],
  earlier: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (earlier.length === 0) return new Set()
  const mailed = db
    .select({ id: deliveries.noticeId })
    .from(deliveries)
    .where(and(eq(deliveries.noticeId, notices.id), eq(deliveries.channel, 'mail')))
  const rows = await db
    .select({ person: notices.person })
    .from(notices)
    .innerJoin(effects, eq(effects.id, notices.effectId))
    .where(and(inArray(effects.id, [...earlier]), eq(effects.status, 'pending'), notExists(mailed)))
  return new Set(rows.map(({ person }) => person))
}

/** Each begins when those before it have ended, as far as they have been begun; the outcome is that of the work. */
export const createQueue = (earlier: Earlier) => {
  const begun = new Map<string, Promise<unknown>>()
  return <Result>(id: string, work: () => Promise<Result>): Promise<Result> => {
    const before = (earlier.get(id) ?? []).flatMap((other) => begun.get(other) ?? [])
    const mine = Promise.allSettled(before).then(work)
    begun.set(id, mine)
    return mine
  }
}
