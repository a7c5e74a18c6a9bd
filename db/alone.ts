// Of many who want one thing at once, who has it, and what do the others hold while they wait?
import { sql } from 'drizzle-orm'
import type { Database, Executor } from './client.ts'
import { createTurns } from './turns.ts'

/** As long as a statement may take. */
const patienceMs = 8_000

type Line = { turns: ReturnType<typeof createTurns>; asked: number }
const lines = new Map<string, Line>()

/** Does `work` when nobody else of this process is at the thing of that name, first come, first served; refused as `unavailable` after `ms`. */
export const inTurn = async <Result>(
  name: string,
  work: () => Promise<Result>,
  ms = patienceMs,
): Promise<Result> => {
  const line = lines.get(name) ?? { turns: createTurns(1), asked: 0 }
  lines.set(name, line)
  line.asked += 1
  try {
    const end = await line.turns.take('behind', ms)
    try {
      return await work()
    } finally {
      end()
    }
  } finally {
    line.asked -= 1
    if (line.asked === 0) lines.delete(name)
  }
}

/** Nobody else holds what has that name, in any process, until the transaction ends. Whoever waits here keeps a connection from everybody: for what is known only within a transaction. */
export const hold = async (tx: Pick<Executor, 'execute'>, name: string): Promise<void> => {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${name}))`)
}

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** A transaction that holds what has that name from its beginning. Of many who ask for it one at a time waits in the database; the others have no connection yet. */
export const alone = <Result>(
  db: Pick<Database, 'transaction'>,
  name: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> =>
  inTurn(name, () =>
    db.transaction(async (tx) => {
      await hold(tx, name)
      return work(tx)
    }),
  )
