// Which entry of a register would a command hold, how does it stand until the command is decided, and what holds it?
import type { Executor } from '../db/client.ts'
import { holdEntry, readHolder } from '../db/registers/reservations.ts'
import type { LookedUp } from '../domain/model/decision-context.ts'
import { definitionOf, type ProcessDefinition } from '../domain/model/process.ts'

/** Locked after the case, and one only: of two cases that want the same the second waits, and reads who was quicker. */
export const lookUpEntry = async (
  { tx, process }: { tx: Executor; process: ProcessDefinition },
  { type, body }: { type: string; body: Record<string, unknown> },
): Promise<Pick<LookedUp, 'entry'>> => {
  const choice = definitionOf(process, type)?.entry
  const id = choice?.reserves === undefined ? undefined : body[choice.reserves]
  if (!choice || typeof id !== 'string') return {}
  const found = await holdEntry(tx, choice.register, id)
  return { entry: found ? { found, holder: await readHolder(tx, id) } : null }
}
