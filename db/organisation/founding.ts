// How are the first administrators' places kept, and taken once?

import { and, asc, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Text } from '../../domain/language/words.ts'
import { SEAT_HOURS, type Seat, seatsToOpen } from '../../domain/organisation/founding.ts'
import { standingOffices } from '../../domain/organisation/offices.ts'
import { alone } from '../alone.ts'
import type { Database, Executor } from '../client.ts'
import { foundingSeats } from '../schema/organisation/founding.ts'
import { offices, persons } from '../schema/organisation/organisation.ts'

type Fresh = { seat: number; tokenHash: string }

/** Writes the offices and the links of the places that are to be opened; `fresh` makes a link for each. Answers in words why not. */
export const openSeats = (
  db: Database,
  renew: boolean,
  fresh: (seat: number) => Fresh,
): Promise<{ expiresAt: Date } | Text> =>
  alone(db, 'founding', async (tx) => {
    const [found] = await tx.select({ people: count() }).from(persons)
    const seats: Seat[] = await tx.select().from(foundingSeats).orderBy(asc(foundingSeats.seat))
    const now = new Date()
    const wanted = seatsToOpen(seats, { people: found?.people ?? 0, renew, now })
    if (!Array.isArray(wanted)) return wanted
    await tx.insert(offices).values(standingOffices()).onConflictDoNothing()
    await tx.delete(foundingSeats).where(inArray(foundingSeats.seat, wanted))
    const expiresAt = new Date(now.getTime() + SEAT_HOURS * 3_600_000)
    await tx.insert(foundingSeats).values(wanted.map((seat) => ({ ...fresh(seat), expiresAt })))
    return { expiresAt }
  })

const openBy = (tokenHash: string) =>
  and(
    eq(foundingSeats.tokenHash, tokenHash),
    isNull(foundingSeats.person),
    gt(foundingSeats.expiresAt, sql`now()`),
  )

export const findSeat = async (
  db: Pick<Executor, 'select'>,
  tokenHash: string,
): Promise<Seat | null> =>
  (await db.select().from(foundingSeats).where(openBy(tokenHash)))[0] ?? null

/** Of two with the same link, one takes it. */
export const takeSeat = async (tx: Executor, tokenHash: string, person: string): Promise<boolean> =>
  (
    await tx
      .update(foundingSeats)
      .set({ person, takenAt: new Date() })
      .where(openBy(tokenHash))
      .returning({ seat: foundingSeats.seat })
  ).length > 0
