// How does a decided draft become rows of the case, its chain and what others read of it?
import {
  appendFacts,
  chainFacts,
  effectsOf,
  keepEffects,
  type PendingEffect,
  pendingEffects,
} from '../db/cases/case-store.ts'
import { bindFiles, moveCase, project, writeCase } from '../db/cases/projection.ts'
import type { Executor } from '../db/client.ts'
import { keepLicence } from '../db/licences/licences.ts'
import { keepPaymentOrders } from '../db/payments/orders.ts'
import { keepReservations } from '../db/registers/reservations.ts'
import type { Answer } from '../db/schema/cases/cases.ts'
import { keepFindable, moveFindable } from '../db/search/search.ts'
import { type DecisionContext, formLawOf } from '../domain/model/decision-context.ts'
import type { KnownDocument } from '../domain/model/document.ts'
import type { Draft } from '../domain/model/draft.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import type { Actor } from '../domain/organisation/actor.ts'
import { concernedBy } from '../domain/tasks/concerned.ts'
import type { CommitDeps } from './deps.ts'
import { makeDocuments } from './documents/make-documents.ts'
import { attest } from './files/attest.ts'
import { findableOf } from './findable.ts'
import { nextWake } from './next-wake.ts'
import { searchWords } from './registers.ts'
import { assignTasks } from './routing.ts'
import { salted } from './salted.ts'

/** One case being decided: what it was, what it is becoming, and what was answered. */
export type Turn = {
  tx: Executor
  deps: CommitDeps
  process: ProcessDefinition
  before: CaseRecord | null
  record: CaseRecord | null
  decisionContext: DecisionContext
  answer: Answer | null
  /** When the effects that wait may be carried out, the first first. */
  pending: PendingEffect[]
  /** Who gives the command; null: nobody, or nobody who is known. */
  by: Actor | null
  /** Null: to be read again. */
  documents: KnownDocument[] | null
  /** Effects have been written that are to be carried out at once. */
  effectsNow: boolean
}
/** Under which command a draft is written, whose work it is, and at which task; the clock's is nobody's. */
export type Author = { commandId: string | null; person: string | null; task?: string | null }

export const write = async (
  turn: Turn,
  decided: Draft,
  { commandId, person, task = null }: Author,
  fileIds: string[] = [],
): Promise<CaseRecord> => {
  const { tx, deps, process, record: old } = turn
  const making = {
    tx,
    process,
    publicUrl: deps.publicUrl ?? '',
    law: formLawOf(turn.decisionContext, decided.record),
  }
  const draft = await makeDocuments(making, decided)
  const assigned = await assignTasks(turn, draft)
  const attested = await attest(tx, process, assigned, fileIds)
  const { record, rows } = chainFacts(salted(process, attested), commandId)
  const creation = old ? null : { startedBy: person, search: await searchWords(tx, record) }
  const wanted = effectsOf(record, assigned.effects)
  turn.pending =
    draft === decided
      ? inTurn([...turn.pending, ...wanted])
      : inTurn([...(await pendingEffects(tx, record.id)), ...wanted])
  turn.effectsNow ||= turn.pending.some(
    ({ notBefore, revision }) =>
      revision === record.revision && notBefore <= turn.decisionContext.at,
  )
  const { actor, occurredAt: at = turn.decisionContext.at } = draft.facts.at(-1) ?? {}
  // All of it goes to the database at once, and each waits for none of the others.
  await Promise.all([
    appendFacts(tx, rows),
    keepEffects(tx, wanted),
    keepPaymentOrders(tx, wanted, turn.decisionContext.at),
    writeCase(tx, process, record, {
      wakeAt: nextWake(turn.pending, record, turn.decisionContext.at),
      creation,
      concerns: concernedBy(old, record),
    }),
    keepFindable(tx, record, findableOf(process, draft, creation?.search ?? null)),
    project(
      tx,
      process,
      old,
      record,
      { person, decider: actor?.id ?? person, task, at },
      assigned.items ?? [],
    ),
    keepReservations(tx, process, record, assigned.items ?? []),
    bindFiles(tx, record, fileIds),
    keepLicence(tx, process, { before: old, after: record, at }),
  ])
  if (old && foundBy.some((name) => old[name] !== record[name])) await move(tx, record)
  turn.record = record
  turn.documents = null
  return record
}

const inTurn = (pending: PendingEffect[]): PendingEffect[] =>
  pending.sort((one, other) => (one.notBefore < other.notBefore ? -1 : 1))

const foundBy = ['region', 'owner', 'title', 'site'] as const

/** Found by the name of its enterprise, too, as soon as that is known. */
const move = async (tx: Executor, record: CaseRecord): Promise<void> => {
  const search = await searchWords(tx, record)
  await moveCase(tx, record, search)
  await moveFindable(tx, record, search)
}
