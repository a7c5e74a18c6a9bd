// How does one command change a case, in one transaction and at most once?
import {
  answerCommand,
  appendFacts,
  commandOf,
  firstCommandOf,
  keepEffects,
  lockCase,
  lookUp,
  type PendingEffect,
  pendingEffects,
  personAt,
  takeNumber,
} from '../db/case-store.ts'
import type { Executor } from '../db/client.ts'
import { knownDocuments } from '../db/documents.ts'
import { readLadders } from '../db/ladders.ts'
import { keepLicence } from '../db/licences.ts'
import { bindFiles, moveCase, project, writeCase } from '../db/projection.ts'
import type { Answer, commands } from '../db/schema/cases.ts'
import { keepFindable, moveFindable } from '../db/search.ts'
import { askForWake, noteSeen } from '../db/wakes.ts'
import type { Actor } from '../domain/case/actor.ts'
import type { DueItem } from '../domain/case/clocks/ladder.ts'
import { applyDue, decide, nextDue } from '../domain/case/decide.ts'
import { type Draft, draftOf } from '../domain/case/draft.ts'
import { DomainError, toProblem } from '../domain/case/errors.ts'
import type { Instant } from '../domain/case/instant.ts'
import { materialOf } from '../domain/case/judge.ts'
import { noteOutcome, obeyLink } from '../domain/case/linked.ts'
import { migrate } from '../domain/case/migrate.ts'
import type { ProcessDefinition } from '../domain/case/process.ts'
import type { CaseRecord } from '../domain/case/record.ts'
import { reproject } from '../domain/case/reproject.ts'
import { begin, birthPlace } from '../domain/case/step.ts'
import { filesIn } from '../domain/case/value-words.ts'
import type { Text } from '../domain/case/words.ts'
import { workedOff } from '../domain/case/worked-off.ts'
import type { World } from '../domain/case/world.ts'
import { isUrgent } from '../domain/urgent.ts'
import type { AdvanceAsked, AdvanceResult } from './contract.ts'
import type { CommitDeps } from './deps.ts'
import { findableOf } from './findable.ts'
import { makeDocuments } from './make-documents.ts'
import { keepWake, nextWake } from './next-wake.ts'
import { outlookOf, resultOf } from './outlook.ts'
import { machineOf, searchWords } from './registers.ts'
import { giveOut } from './routing.ts'
import { salted } from './salted.ts'

type CommandRow = typeof commands.$inferSelect
/** One case being decided: what it was, what it is becoming, and what was answered. */
type Turn = {
  tx: Executor
  deps: CommitDeps
  process: ProcessDefinition
  before: CaseRecord | null
  record: CaseRecord | null
  world: World
  answer: Answer | null
  /** When the effects that wait may be carried out; null = not asked yet. */
  pending: PendingEffect[] | null
  /** Effects have been written that are to be carried out at once. */
  effectsNow: boolean
}
/** Under which command a draft is written, whose work it is, and at which task; the clock's is nobody's. */
type Author = { commandId: string | null; person: string | null; task?: string | null }

/** More due items than any case can have at one moment: a chart that never comes to rest is a defect. */
const mostDueItems = 200

/**
 * Locks the case, applies everything that fell due before the command was given, decides the command, applies what has
 * fallen due since, and writes it all. Idempotent by the command row: a second run returns the stored answer.
 */
export const createAdvance =
  (deps: CommitDeps) =>
  (input: AdvanceAsked): Promise<AdvanceResult> =>
    deps.db.transaction(async (tx) => {
      const { turn, command } = await open(tx, deps, input)
      const { at: now } = turn.world
      if (command && !command.answer) await obey(turn, command)
      await catchUp(turn, now)
      if (turn.record && turn.record === turn.before) turn.pending = await keepWake(tx, turn.record, now)
      return report(turn, now, input.outside ?? false)
    })

/** The lock is a statement of its own, and what time it is, what the law says and who may be told are read after it: whoever waited decides by today. */
const open = async (tx: Executor, deps: CommitDeps, input: AdvanceAsked): Promise<{ turn: Turn; command: CommandRow | null }> => {
  const asked = input.commandId === null ? null : await commandOf(tx, input.commandId)
  const record = asked ? asked.record : await lockCase(tx, input.caseId, input.noWait)
  const process = deps.processFor(input.process, record?.chart ?? null)
  const command = asked?.command ?? (record ? null : await firstCommandOf(tx, input.caseId, process.start.type))
  const ladders = await readLadders(tx, input.process)
  const noticeWindowMs = isUrgent(input.process) ? 0 : deps.noticeWindowMs
  const world: World = { at: await deps.now(tx), ...(await deps.books(tx)), noticeWindowMs, ladders }
  const answer = command?.answer ?? null
  return { turn: { tx, deps, process, before: record, record, world, answer, pending: null, effectsNow: false }, command }
}

/** Applies due items up to `until`, each effective at its own instant and written before the next is looked at; none twice. */
const catchUp = async (turn: Turn, until: Instant): Promise<void> => {
  const applied = new Set<string>()
  while (turn.record && applied.size < mostDueItems) {
    const item = nextDue(turn.record, { ...turn.world, at: until })
    if (!item) return
    const key = itemKey(turn.record, item)
    if (applied.has(key)) throw new Error(`${key} stands due after it was applied`)
    applied.add(key)
    await write(turn, applyDue(turn.process, turn.record, item, turn.world), { commandId: null, person: null })
  }
  if (turn.record) throw new Error('the chart does not come to rest')
}

/** What its own event starts anew, due at the same instant, is the same thing under another number. */
const itemKey = ({ obligations }: CaseRecord, { obligation, rung, at }: DueItem): string =>
  [obligations.find(({ id }) => id === obligation)?.clock, rung ?? 'end', at].join(' ')

const obey = async (turn: Turn, command: CommandRow): Promise<void> => {
  await catchUp(turn, command.occurredAt)
  const { tx } = turn
  try {
    const record = command.actor.kind === 'system' ? await serve(turn, command) : await act(turn, command)
    turn.answer = { ok: true, revision: record.revision, material: materialOf(record) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    turn.answer = { ok: false, problem: toProblem(error) }
  }
  await answerCommand(tx, command.id, turn.answer)
}

/** What operators, the system and other cases ask of a case: to reckon its periods again, to come over to a newer chart, to do an act. */
const serve = async (turn: Turn, command: CommandRow): Promise<CaseRecord> => {
  if (!turn.record) throw new DomainError('not-found')
  if (command.type === 'migrate') return comeOver(turn, turn.record, command)
  const draft = served(turn, turn.record, command)
  return draft ? write(turn, draft, { commandId: command.id, person: null }) : turn.record
}

/** Null: nothing is to be changed. */
const served = ({ process, world }: Turn, record: CaseRecord, command: CommandRow): Draft | null => {
  const { type, body: data, occurredAt: at } = command
  if (type === 'linked') return noteOutcome(record, data, world)
  if (type !== 'reproject') return obeyLink(process, record, { type, data, at }, world)
  return record.status === 'open' ? reproject(process, record, world, causeIn(command)) : null
}

const causeIn = ({ body }: CommandRow): Text | null => (body.cause as Text | undefined) ?? null

/** A case already there is where it was wanted: asked twice, it is done once. */
const comeOver = async (turn: Turn, record: CaseRecord, command: CommandRow): Promise<CaseRecord> => {
  const target = turn.deps.processFor(record.process, Number(command.body.to))
  if (record.chart === target.version) return record
  const draft = migrate(target, record, turn.world)
  turn.process = target
  return write(turn, draft, { commandId: command.id, person: null })
}

const act = async (turn: Turn, command: CommandRow): Promise<CaseRecord> => {
  const by = await actorOf(turn.tx, command)
  const { record } = turn
  const draft = record ? await decided(turn, record, command, by) : await begun(turn, command, by)
  const { type, body: data, taskId } = command
  const task = record && workedOff(turn.process, record, by, { type, data, taskId })
  const author = { commandId: command.id, person: by.kind === 'person' ? by.id : null, task }
  return write(turn, draft, author, filesOf(turn.process, command))
}

const decided = async (turn: Turn, record: CaseRecord, command: CommandRow, by: Actor): Promise<Draft> => {
  const lookedUp = await lookUp(turn.tx, record.id, command.body, turn.world.at)
  const wish = {
    type: command.type,
    data: command.body,
    taskId: command.taskId,
    by,
    ifMatch: command.ifMatch,
    occurredAt: command.occurredAt,
  }
  const documents = turn.process.documents ? await knownDocuments(turn.tx, record.id) : []
  return decide(turn.process, record, wish, { ...turn.world, lookedUp, documents })
}

const begun = async (turn: Turn, command: CommandRow, by: Actor): Promise<Draft> => {
  const event = { type: command.type, data: command.body, by, at: command.occurredAt, signatures: [] }
  if (command.type !== turn.process.start.type) throw new DomainError('not-found')
  const number = await takeNumber(turn.tx, turn.process, birthPlace(turn.process, event), command.occurredAt)
  return begin(turn.process, { id: command.caseId, number }, event, turn.world)
}

const actorOf = async (tx: Executor, command: CommandRow): Promise<Actor> => {
  if (command.actor.kind === 'public') return { kind: 'public', id: command.actor.id }
  const actor =
    command.actor.kind === 'person' ? await personAt(tx, command.actor.id, command.occurredAt) : await machineOf(tx, command.actor.id)
  if (!actor) throw new DomainError('unauthenticated')
  return actor
}

const write = async (
  turn: Turn,
  decided: Draft,
  { commandId, person, task = null }: Author,
  fileIds: string[] = [],
): Promise<CaseRecord> => {
  const { tx, deps, process, record: old } = turn
  const draft = await makeDocuments({ tx, process, publicUrl: deps.publicUrl ?? '' }, decided)
  const given = await giveOut(turn, draft)
  const record = await appendFacts(tx, salted(process, given), commandId)
  await keepEffects(tx, { ...draftOf(record), effects: given.effects })
  const birth = old ? null : { startedBy: person, search: await searchWords(tx, record) }
  turn.pending = await pendingEffects(tx, record.id)
  turn.effectsNow ||= turn.pending.some(({ notBefore, revision }) => revision === record.revision && notBefore <= turn.world.at)
  const wakeAt = nextWake(turn.pending, record, turn.world.at)
  await writeCase(tx, process, record, wakeAt, birth)
  await keepFindable(tx, record, findableOf(process, draft, birth?.search ?? null))
  if (old && (old.region !== record.region || old.owner !== record.owner)) await move(tx, record)
  const last = draft.facts.at(-1)
  await project(tx, old, record, { person, decider: last?.actor.id ?? person, task, at: last?.occurredAt ?? turn.world.at })
  await bindFiles(tx, record, fileIds)
  await keepLicence(tx, process, { before: old, after: record, at: draft.facts.at(-1)?.occurredAt ?? turn.world.at })
  turn.record = record
  return record
}

/** Found by the name of its enterprise, too, as soon as that is known. */
const move = async (tx: Executor, record: CaseRecord): Promise<void> => {
  const search = await searchWords(tx, record)
  await moveCase(tx, record, search)
  await moveFindable(tx, record, search)
}

const filesOf = (process: ProcessDefinition, command: CommandRow): string[] => {
  const definition = command.type === process.start.type ? process.start : process.events[command.type]
  return (definition?.fields ?? []).flatMap((field) => filesIn(field, command.body[field.name]))
}

const report = async (turn: Turn, now: Instant, outside: boolean): Promise<AdvanceResult> => {
  const { record, answer, tx, process, world } = turn
  const reply = answer === null || answer.ok ? answer : { ok: false as const, code: answer.problem.code, revision: record?.revision ?? 0 }
  if (!record)
    return { revision: 0, answer: reply, wakeInMs: null, effects: false, closed: true, state: 'refused', details: 'refused at the door' }
  const pending = turn.pending ?? (await pendingEffects(tx, record.id))
  const outlook = outlookOf(process, record, { pending, now, windowMs: world.noticeWindowMs ?? 0 })
  const result = { ...resultOf(outlook, now), answer: reply }
  if (!outside) await noteSeen(tx, outlook)
  else if (record !== turn.before && (await askForWake(tx, outlook, turn.effectsNow))) return { ...result, wake: { life: record.life } }
  return result
}
