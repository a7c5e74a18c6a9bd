// Will a failure pass if tried again, or must it be put aside so that it never blocks the case?
import { and, eq, isNull, sql } from 'drizzle-orm'
import { lockCase } from '../db/cases/case-store.ts'
import { keepCommand } from '../db/cases/commands.ts'
import type { Executor } from '../db/client.ts'
import { failsForEver, isUnstorable, sqlState } from '../db/failures.ts'
import { commands } from '../db/schema/cases/cases.ts'
import { quarantine } from '../db/schema/cases/quarantine.ts'
import { DomainError, toProblem } from '../domain/language/errors.ts'
import { stateKey } from '../domain/model/chart.ts'
import type { AdvanceRequest, AdvanceResult } from './contract.ts'
import type { CommitDeps } from './deps.ts'

/** How soon a case with a clock at fault looks again; the auditor has raised an alarm meanwhile. */
const lookAgainMs = 300_000

/** Wraps `advance`: passing failures are thrown on for a retry, defects are quarantined and answered. */
export const transient =
  (deps: CommitDeps, advance: (input: AdvanceRequest) => Promise<AdvanceResult>) =>
  async (input: AdvanceRequest): Promise<AdvanceResult> => {
    try {
      const result = await advance(input)
      if (input.inVain !== undefined && !result.closed)
        await keepDefect(deps.db, input, `woken ${input.inVain} times in a row with nothing to do`)
      return result
    } catch (error) {
      // A command that cannot be stored at all is told to whoever gave it, and is nobody else's to look at.
      if (!isDefect(error) || (input.command && isUnstorable(error))) throw nameless(error)
      return putAside(deps, input, error)
    }
  }

/** What this program does not know another version of it does: it is no defect, and waits for that one. */
export class UnknownHere extends Error {
  override name = 'UnknownHere'
}

/** A database that is away, restarting, out of connections or in a deadlock will come back; a wrong row or a bug will not. */
export const isDefect = (error: unknown): boolean => {
  return (
    failsForEver(error) ??
    (error instanceof DomainError ||
      error instanceof TypeError ||
      error instanceof RangeError ||
      (error instanceof Error && error.constructor === Error && !isConnection(error)))
  )
}

/** What is thrown on enters Temporal's history, and the words of a statement carry names and forms: only its kind may leave. */
export const nameless = (error: unknown): Error => {
  const kind = error instanceof Error ? error.name : typeof error
  const code = sqlState(error)
  return Object.assign(
    new Error(`the database did not serve: ${code ?? kind}`),
    code ? { code } : {},
  )
}

const isConnection = (error: Error): boolean =>
  /connect|terminat|timeout|ECONN|EPIPE|ENOTFOUND|socket|closed/i.test(
    `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`,
  )

/** Where the auditor and operators find it: under the command, or under the case when a clock was at fault. */
const keepDefect = async (
  tx: Executor,
  { caseId, commandId }: AdvanceRequest,
  error: string,
): Promise<void> => {
  await tx
    .insert(quarantine)
    .values({ id: commandId ?? caseId, caseId, error })
    .onConflictDoUpdate({ target: quarantine.id, set: { error, at: sql`now()`, solvedAt: null } })
}

const putAside = (
  deps: CommitDeps,
  input: AdvanceRequest,
  error: unknown,
): Promise<AdvanceResult> =>
  deps.db.transaction(async (tx) => {
    if (input.command) await keepCommand(tx, input.command)
    const record = await lockCase(tx, input.caseId)
    const message = error instanceof Error ? error.message.slice(0, 500) : String(error)
    await keepDefect(tx, input, message)
    const answer = { ok: false as const, problem: toProblem(new DomainError('internal')) }
    // A command that was committed before keeps its answer: what failed came after it.
    const unanswered = and(eq(commands.id, input.commandId ?? ''), isNull(commands.answer))
    if (input.commandId !== null) await tx.update(commands).set({ answer }).where(unanswered)
    return {
      caseId: input.caseId,
      revision: record?.revision ?? 0,
      answer:
        input.commandId === null
          ? null
          : { ok: false, code: 'internal', revision: record?.revision ?? 0 },
      wakeInMs: record ? lookAgainMs : null,
      effects: false,
      closed: record?.status !== 'open',
      state: record ? stateKey(record.snapshot.value) : 'refused',
      details: 'in quarantine: an operator has to look',
    }
  })
