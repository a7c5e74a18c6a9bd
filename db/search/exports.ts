// Who has taken which list along as a file, and how did it end?
import type { Executor } from '../client.ts'
import { exportEvents } from '../schema/search/filters.ts'

export type ExportEvent = typeof exportEvents.$inferInsert

/** Appends what happened; the same end is recorded once. */
export const recordExport = async (db: Executor, event: ExportEvent): Promise<void> => {
  await db.insert(exportEvents).values(event).onConflictDoNothing()
}
