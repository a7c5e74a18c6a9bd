// Is every order and every act of the emergencies kept, once, in a chain that holds?
import { eq } from 'drizzle-orm'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { readItems } from '../../db/cases/items.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { verifyChain } from '../../domain/model/chain.ts'
import type { Ledger } from '../acts.ts'
import { repeated } from '../soundness.ts'
import type { Stage } from '../stage.ts'
import type { Response } from './response.ts'

export type Kept = {
  orders: number
  ordersLost: number
  ordersDoubled: number
  /** Orders that were not carried out to their end. */
  ordersOpen: number
  acted: number
  actsLost: number
  actsDoubled: number
  brokenChains: number
}

/** Clocks bring a case further, too, so revisions are not counted against acts. */
export const keptOf = async (
  { db }: Stage,
  { acked }: Ledger,
  responses: Response[],
): Promise<Kept> => {
  const kept: Kept = {
    orders: 0,
    ordersLost: 0,
    ordersDoubled: 0,
    ordersOpen: 0,
    acted: acked.length,
    actsLost: 0,
    actsDoubled: 0,
    brokenChains: 0,
  }
  for (const { caseId, ordersGiven } of responses) {
    const [row] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, caseId))
    const facts = await readFacts(db, caseId)
    const mine = acked.filter(({ track }) => track.caseId === caseId)
    kept.actsLost += mine.filter(
      (act) =>
        !facts.some((fact) => fact.commandId === act.commandId && fact.revision === act.revision),
    ).length
    kept.actsDoubled += repeated(facts)
    const expected = { facts: row?.record.facts ?? -1, head: row?.record.headHash ?? '' }
    if (!verifyChain(facts, expected).valid) kept.brokenChains += 1
    const items = await readItems(db, caseId, 'order')
    const stored = items.map(({ forms }) => forms['give-order']?.task)
    kept.orders += ordersGiven.length
    kept.ordersLost += ordersGiven.filter((task) => !stored.includes(task)).length
    kept.ordersDoubled += stored.length - new Set(stored).size
    kept.ordersOpen += items.filter(({ endedAt }) => endedAt === null).length
  }
  return kept
}
