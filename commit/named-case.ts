// Which other case does a command name, and how does it stand until the command is decided?
import { holdCase, readCaseNow } from '../db/cases/other-case.ts'
import type { Executor } from '../db/client.ts'
import type { LookedUp } from '../domain/model/decision-context.ts'
import { definitionOf, type ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'

type Naming = { tx: Executor; process: ProcessDefinition }

/** Held against a change only where it may be named at all: which of two it may be never changes, so two that name each other do not wait for one another. */
export const lookUpNamed = async (
  { tx, process }: Naming,
  record: CaseRecord,
  { type, body }: { type: string; body: Record<string, unknown> },
): Promise<Pick<LookedUp, 'named'>> => {
  const choice = definitionOf(process, type)?.named
  if (!choice) return {}
  const id = body[choice.id]
  const seen = typeof id === 'string' ? await readCaseNow(tx, id) : null
  if (!seen || choice.fits(record, seen) !== true) return { named: seen }
  return { named: await holdCase(tx, seen.id) }
}
