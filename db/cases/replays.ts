// How does a person have something tried again, once under his key, and what is undone for it?
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { commands } from '../schema/cases/cases.ts'
import { quarantine } from '../schema/cases/quarantine.ts'
import { replays } from '../schema/cases/replays.ts'

export type NewReplay = Omit<typeof replays.$inferInsert, 'doneAt' | 'words'>
export type Replay = typeof replays.$inferSelect

export const findReplay = async (
  db: Pick<Database, 'select'>,
  id: string,
): Promise<Replay | null> => (await db.select().from(replays).where(eq(replays.id, id)))[0] ?? null

/** False: it is being tried already, or has been with success. */
export const keepReplay = (db: Database, request: NewReplay): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [last] = await tx
      .select({ state: replays.state })
      .from(replays)
      .where(and(eq(replays.kind, request.kind), eq(replays.subject, request.subject)))
      .orderBy(desc(replays.at))
      .limit(1)
    if (last?.state === 'done') return false
    return (
      (await tx.insert(replays).values(request).onConflictDoNothing().returning({ id: replays.id }))
        .length === 1
    )
  })

/** Handed over before, but its case never heard of it. */
const isUndecided = sql`EXISTS (SELECT 1 FROM commands m WHERE m.id = ${quarantine.id} AND m.answer IS NULL)`

/** Of a command only what a defect had answered is taken back; a decision stands. False: there is nothing to try again. */
export const askAgain = (db: Database, request: NewReplay): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [found] = await tx
      .update(quarantine)
      .set({ solvedAt: sql`now()` })
      .where(and(eq(quarantine.id, request.subject), or(isNull(quarantine.solvedAt), isUndecided)))
      .returning({ id: quarantine.id })
    if (!found) return false
    const isDefect = or(
      isNull(commands.answer),
      sql`${commands.answer}->'problem'->>'code' = 'internal'`,
    )
    await tx
      .update(commands)
      .set({ answer: null })
      .where(and(eq(commands.id, request.subject), isDefect))
    return (
      (
        await tx
          .insert(replays)
          .values({ ...request, state: 'done' })
          .onConflictDoNothing()
          .returning({ id: replays.id })
      ).length === 1
    )
  })

/** Its case could not be reached. */
export const discardReplay = async (db: Database, subject: string): Promise<void> => {
  await db.update(quarantine).set({ solvedAt: null }).where(eq(quarantine.id, subject))
}
