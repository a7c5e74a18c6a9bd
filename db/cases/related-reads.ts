// Which other cases within the reader's scope carry these ids or numbers?
import { inArray, or } from 'drizzle-orm'
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
