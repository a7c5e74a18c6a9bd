// Which other cases within the reader's scope carry these ids or numbers?
import { eq, inArray, or } from 'drizzle-orm'
import { cases } from '../schema/cases/cases.ts'
import type { Reader } from '../scope.ts'

export type Related = { id: string; number: string; process: string; chart: number }

export const readRelated = async (
  tx: Reader,
  { ids, numbers }: { ids: string[]; numbers: string[] },
): Promise<Related[]> =>
  ids.length + numbers.length === 0
    ? []
    : tx
        .select({
          id: cases.id,
          number: cases.number,
          process: cases.process,
          chart: cases.chart,
        })
        .from(cases)
        .where(or(inArray(cases.id, ids), inArray(cases.number, numbers)))

/** What others are told a case is about, if the reader sees it. */
export const readCaseOutline = async (
  tx: Reader,
  id: string,
): Promise<{ title: string; region: string; openedAt: string } | null> => {
  const [found] = await tx
    .select({ title: cases.title, region: cases.region, openedAt: cases.openedAt })
    .from(cases)
    .where(eq(cases.id, id))
  return found ?? null
}
