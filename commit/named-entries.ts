// Which entries of registers does the form of a command name, and how do they stand until it is decided?
import type { Executor } from '../db/client.ts'
import { holdEntries } from '../db/registers/registers.ts'
import type { ChosenEntry, LookedUp } from '../domain/model/decision-context.ts'
import { definitionOf, type ProcessDefinition } from '../domain/model/process.ts'

type Naming = { tx: Executor; process: ProcessDefinition }

/** Longer lists are refused by their form. */
const most = 20

/** Held against a change until the command is decided. */
export const lookUpEntriesListed = async (
  { tx, process }: Naming,
  { type, body }: { type: string; body: Record<string, unknown> },
): Promise<Pick<LookedUp, 'entries'>> => {
  const named = definitionOf(process, type)?.entries
  if (!named) return {}
  const entries: Record<string, readonly ChosenEntry[]> = {}
  for (const { register, field } of named)
    entries[register] = await holdEntries(tx, register, numbersIn(body[field]))
  return { entries }
}

const numbersIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((one): one is string => typeof one === 'string')
    .slice(0, most)
