// What do many phones that come back to the network at once wait for, so that whoever acts does not wait for them?
import { createTurns } from '../../db/turns.ts'

/** Below the patience of the outbox; whoever is refused as `unavailable` sends it again under its key. */
const patienceMs = 20_000

/** One at a time: what was written hours ago is as right a second later. */
const turns = createTurns(1)

/** Does `work` when it is its turn, first come, first served. */
export const behindOthers = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const end = await turns.take('behind', patienceMs)
  try {
    return await work()
  } finally {
    end()
  }
}
