// Which case and which command is a transaction about, and what has been answered before?
import { commandOf, firstCommandOf, lockCase } from '../db/cases/case-store.ts'
import { type Command, insertCommand } from '../db/cases/commands.ts'
import type { Executor } from '../db/client.ts'
import type { Answer } from '../db/schema/cases/cases.ts'
import { DomainError, toProblem } from '../domain/language/errors.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { AdvanceRequest } from './contract.ts'
import type { CommitDeps } from './deps.ts'

/** `answer`: what stands in the row; null = it is to be decided now. `record`: null = the case does not exist yet. */
export type LoadedCommand = {
  command: Command | null
  record: CaseRecord | null
  answer: Answer | null
}

/** Locks the command first and its case after it, as everybody does. */
export const loadCommand = async (
  tx: Executor,
  deps: Pick<CommitDeps, 'processFor'>,
  input: AdvanceRequest,
): Promise<LoadedCommand> => {
  if (input.command) return insertGivenCommand(tx, input.command)
  if (input.commandId !== null)
    return answered(await commandOf(tx, input.commandId)) ?? takeCase(tx, deps, input)
  return takeCase(tx, deps, input)
}

/** Of two at once with one id the first stays, and both speak of it; who says something else under it is refused. */
const insertGivenCommand = async (tx: Executor, sent: Command): Promise<LoadedCommand> => {
  const [command, record] = await Promise.all([insertCommand(tx, sent), lockCase(tx, sent.caseId)])
  if (command) return { command, record, answer: null }
  const known = answered(await commandOf(tx, sent.id))
  if (!known) throw new Error('a command vanished between two statements')
  if (known.command?.bodyHash === sent.bodyHash) return known
  return { ...known, answer: { ok: false, problem: toProblem(new DomainError('key-reused')) } }
}

const answered = (found: Awaited<ReturnType<typeof commandOf>>): LoadedCommand | null =>
  found && { ...found, answer: found.command.answer }

/** Nobody has given a command: the clock has come, or the case is to begin with the one that waits. */
const takeCase = async (
  tx: Executor,
  { processFor }: Pick<CommitDeps, 'processFor'>,
  input: AdvanceRequest,
): Promise<LoadedCommand> => {
  const record = await lockCase(tx, input.caseId, input.noWait)
  const command = record
    ? null
    : await firstCommandOf(tx, input.caseId, processFor(input.process, null).start.type)
  return { command, record, answer: command?.answer ?? null }
}
