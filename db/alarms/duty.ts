// What do people at the desk write down: acknowledgements, shelving, shifts and notes, each request once?

import { desc, eq, sql } from 'drizzle-orm'
import { type Instant, instant, later } from '../../domain/time/instant.ts'
import { alone } from '../alone.ts'
import { keepCommand, type NewCommand } from '../cases/commands.ts'
import type { Database, Executor } from '../client.ts'
import { giveDeviceCommand, type NewDeviceCommand } from '../devices/device-commands.ts'
import {
  alarmAcknowledgements,
  alarmShelvings,
  dutyNotes,
  dutyShifts,
} from '../schema/devices/duty.ts'

export type Acknowledgement = typeof alarmAcknowledgements.$inferSelect
export type Shelving = typeof alarmShelvings.$inferSelect
type Place = { region: string; enterprise: string | null; seq: number }

/** Every open page hears of it. */
const announce = (tx: Executor, id: string, { region, enterprise, seq }: Place) =>
  tx.execute(
    sql`SELECT pg_notify('alarm', ${JSON.stringify({ id, seq, region, owner: enterprise })})`,
  )

type Consequences = { place: Place; deviceCommand: NewDeviceCommand; command: NewCommand | null }

/** The row, the device command to the plant and the command to its case stand or fall together. The first under an id stays, and is what comes back. */
export const keepAcknowledgement = (
  db: Database,
  row: Acknowledgement,
  of: Consequences,
): Promise<Acknowledgement> =>
  db.transaction(async (tx) => {
    const [kept] = await tx
      .insert(alarmAcknowledgements)
      .values(row)
      .onConflictDoNothing()
      .returning()
    if (kept) await follow(tx, row.alarm, of)
    return kept ?? (await findAcknowledgement(tx, row.id))!
  })

export const keepShelving = (db: Database, row: Shelving, of: Consequences): Promise<Shelving> =>
  db.transaction(async (tx) => {
    const [kept] = await tx.insert(alarmShelvings).values(row).onConflictDoNothing().returning()
    if (kept) await follow(tx, row.alarm, of)
    return kept ?? (await findShelving(tx, row.id))!
  })

const follow = async (
  tx: Executor,
  alarm: string,
  { place, deviceCommand, command }: Consequences,
): Promise<void> => {
  await giveDeviceCommand(tx, deviceCommand)
  if (command) await keepCommand(tx, command)
  await announce(tx, alarm, place)
}

export const findAcknowledgement = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<Acknowledgement | null> =>
  (await db.select().from(alarmAcknowledgements).where(eq(alarmAcknowledgements.id, id)))[0] ?? null

export const findShelving = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<Shelving | null> =>
  (await db.select().from(alarmShelvings).where(eq(alarmShelvings.id, id)))[0] ?? null

export type Shift = typeof dutyShifts.$inferSelect
export type NewShift = Omit<Shift, 'from' | 'fromName'>

/** Of two who take a desk at once the second takes it from the first: the lock is the desk's own. */
export const keepShift = (db: Database, row: NewShift): Promise<Shift> =>
  alone(db, `duty/${row.region}`, async (tx) => {
    const [before] = await tx
      .select()
      .from(dutyShifts)
      .where(eq(dutyShifts.region, row.region))
      .orderBy(desc(dutyShifts.since))
      .limit(1)
    const [kept] = await tx
      .insert(dutyShifts)
      .values({
        ...row,
        since: afterThat(row.since, before),
        from: before?.person ?? null,
        fromName: before?.personName ?? null,
      })
      .onConflictDoNothing()
      .returning()
    return kept ?? (await tx.select().from(dutyShifts).where(eq(dutyShifts.id, row.id)))[0]!
  })

/** Whoever takes a desk keeps it from then on: a shift that was asked for earlier, and waited for the other, begins after it. */
const afterThat = (since: Instant, before: Shift | undefined): Instant =>
  before && before.since >= since ? later(instant(before.since), 1) : since

export const findShift = async (db: Pick<Executor, 'select'>, id: string): Promise<Shift | null> =>
  (await db.select().from(dutyShifts).where(eq(dutyShifts.id, id)))[0] ?? null

export type Note = Omit<typeof dutyNotes.$inferSelect, 'seq'>
export const keepNote = async (db: Database, row: Note): Promise<Note> => {
  const [kept] = await db.insert(dutyNotes).values(row).onConflictDoNothing().returning()
  return kept ?? (await db.select().from(dutyNotes).where(eq(dutyNotes.id, row.id)))[0]!
}
