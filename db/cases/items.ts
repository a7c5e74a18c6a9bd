// How are the many things of a case kept and read?
import { and, asc, eq, sql } from 'drizzle-orm'
import { stateKey } from '../../domain/model/chart.ts'
import type { ItemChange } from '../../domain/model/draft.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import { caseItems } from '../schema/cases/items.ts'
import type { Reader } from '../scope.ts'

export type CaseItemRow = typeof caseItems.$inferSelect

/** Writes the items that a decision has opened, moved or ended; what was said before stays beside what is said now. */
export const keepItems = async (
  tx: Executor,
  record: CaseRecord,
  changes: readonly ItemChange[],
  at: Instant,
): Promise<void> => {
  for (const { item, forms, times, to, dueAt, endedAt } of latestOfEach(changes))
    await tx
      .insert(caseItems)
      .values({
        caseId: record.id,
        no: item.no,
        kind: item.kind,
        nth: item.nth,
        state: stateKey(item.snapshot.value),
        recipients: to,
        forms,
        times,
        revision: record.revision,
        openedAt: item.openedAt,
        movedAt: at,
        dueAt,
        endedAt,
      })
      .onConflictDoUpdate({
        target: [caseItems.caseId, caseItems.no],
        set: {
          state: sql`excluded.state`,
          forms: sql`${caseItems.forms} || excluded.forms`,
          times: sql`${caseItems.times} || excluded.times`,
          revision: sql`excluded.revision`,
          movedAt: sql`excluded.moved_at`,
          dueAt: sql`excluded.due_at`,
          endedAt: sql`excluded.ended_at`,
          recipients: sql`CASE WHEN cardinality(excluded.recipients) = 0 THEN ${caseItems.recipients} ELSE excluded.recipients END`,
        },
      })
}

/** One decision may move an item twice; the forms of both are kept. */
const latestOfEach = (changes: readonly ItemChange[]): ItemChange[] => {
  const byNumber = new Map<number, ItemChange>()
  for (const change of changes) {
    const earlier = byNumber.get(change.item.no)
    byNumber.set(change.item.no, {
      ...change,
      forms: { ...earlier?.forms, ...change.forms },
      times: { ...earlier?.times, ...change.times },
    })
  }
  return [...byNumber.values()]
}

/** One item of a case, open or ended. */
export const readItem = async (
  tx: Reader,
  caseId: string,
  no: number,
): Promise<CaseItemRow | null> => {
  const [row] = await tx
    .select()
    .from(caseItems)
    .where(and(eq(caseItems.caseId, caseId), eq(caseItems.no, no)))
  return row ?? null
}

/** The items of a case in the order in which they were opened; of one kind where that is asked. */
export const readItems = (
  tx: Reader,
  caseId: string,
  kind: string | undefined,
): Promise<CaseItemRow[]> =>
  tx
    .select()
    .from(caseItems)
    .where(
      and(eq(caseItems.caseId, caseId), kind === undefined ? undefined : eq(caseItems.kind, kind)),
    )
    .orderBy(asc(caseItems.no))
