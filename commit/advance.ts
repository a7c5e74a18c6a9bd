// How does one command change a case, in one transaction and at most once?
import { lookUp, pendingEffects, personAt, takeNumber } from '../db/cases/case-store.ts'
import type { Command as CommandRow } from '../db/cases/commands.ts'
import { knownDocuments } from '../db/cases/documents.ts'
import { readCompetences } from '../db/change/competences.ts'
import { readEscalationPolicies } from '../db/change/escalation-policies.ts'
import type { Executor } from '../db/client.ts'
import { applyDue, nextDue } from '../domain/engine/apply-due.ts'
import type { DueItem } from '../domain/engine/clocks/escalation-policy.ts'
import { type Collected, collect } from '../domain/engine/collecting/collect.ts'
import { creationPlace } from '../domain/engine/creation.ts'
import { decide } from '../domain/engine/decide.ts'
import { holderOf } from '../domain/engine/judging/holder.ts'
import { materialOf } from '../domain/engine/judging/judge.ts'
import { workedOff } from '../domain/engine/judging/worked-off.ts'
import { noteOutcome, obeyLink } from '../domain/engine/linked.ts'
import { migrate } from '../domain/engine/migrate.ts'
import { reproject } from '../domain/engine/reproject.ts'
import { begin } from '../domain/engine/step.ts'
import { DomainError, toProblem } from '../domain/language/errors.ts'
import type { Text } from '../domain/language/words.ts'
import type { DecisionContext } from '../domain/model/decision-context.ts'
import type { Draft } from '../domain/model/draft.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { Actor } from '../domain/organisation/actor.ts'
import type { Instant } from '../domain/time/instant.ts'
import { isUrgent } from '../domain/urgent.ts'
import type { AdvanceRequest, AdvanceResult } from './contract.ts'
import type { CommitDeps } from './deps.ts'
import { lockFiles } from './files/attest.ts'
import { refuseTooOften } from './frequency.ts'
import { lookUpEntry } from './held-entry.ts'
import { loadCommand } from './load-command.ts'
import { lookUpNamed } from './named-case.ts'
import { lookUpEntriesListed } from './named-entries.ts'
import { refuseOutsidePlan } from './outside-plan.ts'
import { lookUpPast } from './past-cases.ts'
import { refuseHindered } from './refusals/hindered.ts'
import { refuseOthersNumber } from './refusals/others-number.ts'
import { machineOf } from './registers.ts'
import { reportTurn } from './report.ts'
import { type Turn, write } from './write.ts'

/** More due items than any case can have at one moment: a chart that never comes to rest is a defect. */
const mostDueItems = 200

/**
 * Locks the case, applies everything that fell due before the command was given, decides the command, applies what has
 * fallen due since, and writes it all. Idempotent by the command row: a second run returns the stored answer.
 */
export const createAdvance =
  (deps: CommitDeps) =>
  (input: AdvanceRequest): Promise<AdvanceResult> =>
    deps.db.transaction(async (tx) => {
      const { turn, command } = await open(tx, deps, input)
      const { at: now } = turn.decisionContext
      if (command) await obey(turn, command)
      await catchUp(turn, now)
      return reportTurn(turn, now, input, command)
    })

/** The lock is a statement of its own, and what time it is, what the law says and who may be told are read after it: whoever waited decides by today. */
const open = async (
  tx: Executor,
  deps: CommitDeps,
  input: AdvanceRequest,
): Promise<{ turn: Turn; command: CommandRow | null }> => {
  const { record, command, answer } = await loadCommand(tx, deps, input)
  const process = deps.processFor(input.process, record?.chart ?? null)
  const wanted = command && !answer ? command : null
  const [escalationPolicies, at, books, by, documents, pending] = await Promise.all([
    readEscalationPolicies(tx, input.process),
    deps.now(tx),
    deps.books(tx),
    wanted && actorOf(tx, process, wanted, record),
    record && wanted && process.documents ? knownDocuments(tx, record.id) : [],
    record ? pendingEffects(tx, record.id) : [],
  ])
  const decisionContext: DecisionContext = {
    at,
    ...books,
    noticeWindowMs: isUrgent(input.process) ? 0 : deps.noticeWindowMs,
    escalationPolicies,
  }
  const turn = {
    tx,
    deps,
    process,
    before: record,
    record,
    decisionContext,
    answer,
    pending,
    by,
    documents,
    effectsNow: false,
  }
  return { turn, command: wanted }
}

/** Applies due items up to `until`, each effective at its own instant and written before the next is looked at; none twice. */
const catchUp = async (turn: Turn, until: Instant): Promise<void> => {
  const applied = new Set<string>()
  while (turn.record && applied.size < mostDueItems) {
    const item = nextDue(turn.record, { ...turn.decisionContext, at: until })
    if (!item) return
    const key = itemKey(turn.record, item)
    if (applied.has(key)) throw new Error(`${key} stands due after it was applied`)
    applied.add(key)
    await write(turn, applyDue(turn.process, turn.record, item, turn.decisionContext), {
      commandId: null,
      person: null,
    })
  }
  if (turn.record) throw new Error('the chart does not come to rest')
}

/** What its own event starts anew, due at the same instant, is the same thing under another number; of another item it is another thing. */
const itemKey = (
  { obligations }: CaseRecord,
  { obligation, escalationLevel, at }: DueItem,
): string => {
  const { clock, item } = obligations.find(({ id }) => id === obligation) ?? {}
  return [clock, item, escalationLevel ?? 'end', at].join(' ')
}

const obey = async (turn: Turn, command: CommandRow): Promise<void> => {
  await catchUp(turn, command.occurredAt)
  try {
    const record =
      command.actor.kind === 'system' ? await serve(turn, command) : await act(turn, command)
    turn.answer = { ok: true, revision: record.revision, material: materialOf(record) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    turn.answer = { ok: false, problem: toProblem(error) }
  }
}

/** What operators, the system and other cases ask of a case: to reckon its periods again, to come over to a newer chart, to do an act. */
const serve = async (turn: Turn, command: CommandRow): Promise<CaseRecord> => {
  if (!turn.record) throw new DomainError('not-found')
  if (command.type === 'migrate') return comeOver(turn, turn.record, command)
  const draft = served(turn, turn.record, command)
  return draft ? write(turn, draft, { commandId: command.id, person: null }) : turn.record
}

/** Null: nothing is to be changed. */
const served = (
  { process, decisionContext }: Turn,
  record: CaseRecord,
  command: CommandRow,
): Draft | null => {
  const { type, body: data, occurredAt: at } = command
  if (type === 'collected') return collect(process, record, data as Collected, at, decisionContext)
  if (type === 'linked') return noteOutcome(process, record, data, decisionContext)
  if (type !== 'reproject') return obeyLink(process, record, { type, data, at }, decisionContext)
  return record.status === 'open'
    ? reproject(process, record, decisionContext, causeIn(command))
    : null
}

const causeIn = ({ body }: CommandRow): Text | null => (body.cause as Text | undefined) ?? null

/** A case already there is where it was wanted: asked twice, it is done once. */
const comeOver = async (
  turn: Turn,
  record: CaseRecord,
  command: CommandRow,
): Promise<CaseRecord> => {
  const target = turn.deps.processFor(record.process, Number(command.body.to))
  if (record.chart === target.version) return record
  const draft = migrate(target, record, turn.decisionContext)
  turn.process = target
  return write(turn, draft, { commandId: command.id, person: null })
}

const act = async (turn: Turn, command: CommandRow): Promise<CaseRecord> => {
  const { record, by } = turn
  if (!by) throw new DomainError('unauthenticated')
  const files = await lockFiles(turn.tx, turn.process, command)
  const draft = record ? await decided(turn, record, command, by) : await begun(turn, command, by)
  const { type, body: data, taskId } = command
  const task = record && workedOff(turn.process, record, by, { type, data, taskId })
  const author = { commandId: command.id, person: by.kind === 'person' ? by.id : null, task }
  return write(turn, draft, author, files)
}

const decided = async (
  turn: Turn,
  record: CaseRecord,
  command: CommandRow,
  by: Actor,
): Promise<Draft> => {
  await refuseOthersNumber(turn, record, command)
  const lookedUp = {
    ...(await lookUp(turn.tx, record.id, command.body, turn.decisionContext.at)),
    ...(await lookUpNamed(turn, record, command)),
    ...(await lookUpEntry(turn, command)),
    ...(await lookUpEntriesListed(turn, command)),
  }
  const request = {
    type: command.type,
    data: command.body,
    taskId: command.taskId,
    by,
    ifMatch: command.ifMatch,
    occurredAt: command.occurredAt,
  }
  const documents =
    turn.documents ?? (turn.process.documents ? await knownDocuments(turn.tx, record.id) : [])
  const past = await lookUpPast(turn, record, command)
  return decide(turn.process, record, request, {
    ...turn.decisionContext,
    ...past,
    lookedUp,
    documents,
  })
}

const begun = async (turn: Turn, command: CommandRow, by: Actor): Promise<Draft> => {
  const event = {
    type: command.type,
    data: command.body,
    by,
    at: command.occurredAt,
    signatures: [],
  }
  if (command.type !== turn.process.start.type) throw new DomainError('not-found')
  const place = creationPlace(turn.process, event)
  await refuseHindered(turn, event)
  await refuseTooOften(turn, event, place)
  await refuseOutsidePlan(turn.tx, turn.process, event, place)
  const number = await takeNumber(turn.tx, turn.process, place, command.occurredAt)
  const { opener } = command.actor
  const creation = { id: command.caseId, number, ...(opener ? { opener } : {}) }
  const competences = turn.process.competence ? await readCompetences(turn.tx) : null
  return begin(turn.process, creation, event, {
    ...turn.decisionContext,
    ...(competences ? { competences } : {}),
  })
}

/** Null: nobody who is known, or who may still act. */
const actorOf = async (
  tx: Executor,
  process: ProcessDefinition,
  { actor: { kind, id }, occurredAt }: CommandRow,
  record: CaseRecord | null,
): Promise<Actor | null> => {
  if (kind === 'system') return null
  if (kind === 'holder') return record && holderOf(process, record, id, occurredAt)
  if (kind === 'public') return { kind, id }
  return kind === 'person' ? personAt(tx, id, occurredAt) : machineOf(tx, id)
}
