// Has everybody got the warnings that were given to him?
import { undeliveredWarnings } from '../../db/audit/warnings.ts'
import type { Database } from '../../db/client.ts'
import { text } from '../../domain/language/words.ts'
import { deliveryWords, faultWords } from '../../domain/warning/delivery-words.ts'
import type { Seen } from './findings.ts'

const DAY_MS = 86_400_000
/** Some attempts fit into it; whoever warned may still reach for the telephone. */
const PATIENCE_MS = 5 * 60_000

export const warningsUndelivered = async (db: Database, real: Date): Promise<Seen[]> => {
  const ago = (ms: number) => new Date(real.getTime() - ms)
  const found = await undeliveredWarnings(db, { since: ago(DAY_MS), until: ago(PATIENCE_MS) })
  return found.map(({ at, name, state, error }) => {
    const words = [deliveryWords[state], ...(error ? [faultWords[error]] : [])]
    return {
      caseId: null,
      at,
      what: text(
        `“${name}”（${words.map(({ zh }) => zh).join('，')}）`,
        `“${name}” (${words.map(({ en }) => en).join(', ')})`,
      ),
    }
  })
}
