// Was any acknowledged act lost, was any done twice, and is every chain whole?
import { eq } from 'drizzle-orm'
import { readFacts } from '../db/cases/cases-reads.ts'
import { cases } from '../db/schema/cases/cases.ts'
import { type StoredFact, verifyChain } from '../domain/model/chain.ts'
import type { Ledger } from './acts.ts'
import type { Stage } from './stage.ts'

export type Soundness = {
  acked: number
  lost: number
  doubled: number
  brokenChains: number
  cases: number
  facts: number
}

/** Compares what clients were told with the facts of every case. The first revision of a case is its opening. */
export const soundness = async (
  { db }: Stage,
  { acked }: Ledger,
  caseIds: string[],
): Promise<Soundness> => {
  const sound: Soundness = {
    acked: acked.length,
    lost: 0,
    doubled: 0,
    brokenChains: 0,
    cases: caseIds.length,
    facts: 0,
  }
  const byCase = Map.groupBy(acked, ({ track }) => track.caseId)
  for (const id of caseIds) {
    const [row] = await db.select({ record: cases.record }).from(cases).where(eq(cases.id, id))
    const facts = await readFacts(db, id)
    const mine = byCase.get(id) ?? []
    sound.facts += facts.length
    sound.lost += mine.filter(
      (act) =>
        !facts.some((fact) => fact.commandId === act.commandId && fact.revision === act.revision),
    ).length
    sound.doubled += Math.max(0, (row?.record.revision ?? 0) - 1 - mine.length, repeated(facts))
    const expected = { facts: row?.record.facts ?? -1, head: row?.record.headHash ?? '' }
    if (!verifyChain(facts, expected).valid) sound.brokenChains += 1
  }
  return sound
}

/** Commands whose facts stand under more than one revision. */
export const repeated = (facts: StoredFact[]): number => {
  const byCommand = Map.groupBy(facts, ({ commandId }) => commandId)
  return [...byCommand.values()].filter(
    (all) => new Set(all.map(({ revision }) => revision)).size > 1,
  ).length
}
