// How does a case keep what became of its act on another, or of a case that it opens?
import type { CaseRef } from '../commit/contract.ts'
import { findCommand, keepCommand } from '../db/cases/commands.ts'
import type { Answer } from '../db/schema/cases/cases.ts'
import type { LinkAnswer } from '../domain/engine/links.ts'
import { bodyHash, commandId } from '../domain/identity/commands.ts'
import { DomainError, errorCodes, toProblem } from '../domain/language/errors.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { ActivityDeps } from './deps.ts'

export type Outcome = Pick<LinkAnswer, 'outcome' | 'reasons'>

/** What another case is told to do, or the own one to keep, named after the effect: a second try finds the first. */
export const linkCommand = (
  effect: { id: string },
  step: 'act' | 'outcome',
  { caseId, type, body }: { caseId: string; type: string; body: Record<string, unknown> },
  now: Instant,
) => ({
  id: commandId(`link ${step}`, effect.id),
  caseId,
  actor: { kind: 'system' as const, id: 'link' },
  type,
  body,
  taskId: null,
  ifMatch: null,
  bodyHash: bodyHash({ type, body }),
  occurredAt: now,
  recordedAt: now,
})

/** A refusal always says why: at least what its code means. */
export const outcomeOf = (answer: Answer): Outcome => {
  if (answer.ok) return { outcome: 'done', reasons: [] }
  const { code, reasons } = answer.problem
  if (code === 'case-closed') return { outcome: 'closed', reasons: [] }
  return { outcome: 'refused', reasons: reasons.length > 0 ? reasons : [errorCodes[code].title] }
}

/** What a case answers to the command of a stored row; null as long as nobody knows. */
export const outcomeOfCommand = async (
  { db, cases }: Pick<ActivityDeps, 'db' | 'cases'>,
  address: CaseRef & { commandId: string },
): Promise<Outcome | null> => {
  try {
    await cases.act(address)
    return { outcome: 'done', reasons: [] }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'unavailable' || error.code === 'internal') return null
    // Whoever acts is told the code; the words of the refusal stand in the row.
    const refused = await findCommand(db, address.commandId)
    return outcomeOf(refused?.answer ?? { ok: false, problem: toProblem(error) })
  }
}

/** A case that has ended is told as well; a refusal of the own case is an answer, too. Throws where nobody knows: the same again tells. */
export const keepOutcome = async (
  deps: Pick<ActivityDeps, 'db' | 'cases'>,
  effect: { id: string; record: Pick<CaseRecord, 'id' | 'process'> },
  { link, outcome, to, reasons }: LinkAnswer,
  now: Instant,
): Promise<void> => {
  const { id: caseId, process } = effect.record
  const body = {
    link,
    outcome,
    ...(to ? { to } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
  const told = linkCommand(effect, 'outcome', { caseId, type: 'linked', body }, now)
  const { id } = await keepCommand(deps.db, told)
  await deps.cases.act({ caseId, process, commandId: id }).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error
  })
}
