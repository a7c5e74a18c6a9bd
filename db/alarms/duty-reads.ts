// Who keeps a desk, who kept it before, and what stands in its log?
import { desc, eq } from 'drizzle-orm'
import { dutyNotes, dutyShifts } from '../schema/devices/duty.ts'
import type { Reader } from '../scope.ts'

const mostShifts = 20
const mostNotes = 200

/** The newest first; a shift ends with the next one of its desk. */
export const readDesk = async (tx: Reader, region: string) => {
  const shifts = await tx
    .select()
    .from(dutyShifts)
    .where(eq(dutyShifts.region, region))
    .orderBy(desc(dutyShifts.since))
    .limit(mostShifts)
  const notes = await tx
    .select()
    .from(dutyNotes)
    .where(eq(dutyNotes.region, region))
    .orderBy(desc(dutyNotes.at), desc(dutyNotes.seq))
    .limit(mostNotes)
  return { shifts, notes }
}
