// How are proposals kept about which a second person decides?
import type { Executor } from '../client.ts'
import type { DecisionRow, DecisionTable } from '../schema/four-eyes.ts'

/** What a room of such proposals needs of its store. `lock`: under this name one at a time proposes or decides. */
export type ByTwo<One> = {
  lock: string
  find: (db: Pick<Executor, 'select'>, id: string) => Promise<One | null>
  keepDecision: (tx: Executor, decision: DecisionRow) => Promise<void>
}

/** A proposal as its reads join it to what became of it. */
export const joinedDecision = <One>({
  one,
  decision,
}: {
  one: One
  decision: (DecisionRow & { seq: number }) | null
}): One & { decision: DecisionRow | null } => ({ ...one, decision })

/** The newest so many are shown. */
export const mostProposalsShown = 200

/** Writes decisions into one table of them. */
export const decisionKeeper =
  (table: DecisionTable) =>
  async (tx: Executor, decision: DecisionRow): Promise<void> => {
    await tx.insert(table).values(decision)
  }
