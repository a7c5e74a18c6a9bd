// How is a change of a register proposed by one person and decided by another, each once under its key?
import type { Context } from 'hono'
import * as v from 'valibot'
import type { Executor } from '../../db/client.ts'
import {
  applyChange,
  countWaiting,
  findDecisionUnder,
  findEntry,
  findRegisterChange,
  isNumberTaken,
  keepRegisterChange,
  keepRegisterDecision,
  lockNewEntries,
  numberTaken,
  type RegisterChange,
  type RegisterDecision,
  withEntry,
} from '../../db/registers/registers.ts'
import { lockRequest } from '../../db/requests.ts'
import type { Books } from '../../domain/change/change.ts'
import { type Decision, decisionOutcomes, judgeFourEyes } from '../../domain/change/four-eyes.ts'
import { derivedId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { inScope, type Scope } from '../../domain/organisation/policy.ts'
import {
  anotherConfirmer,
  changeForm,
  changeSchema,
  dayFault,
  isOfOwner,
  isOwnerInReach,
  judgeConfirmer,
  judgeProposer,
  judgeVersion,
  placesToPropose,
  proposedFrom,
  registrar,
  unknownOwner,
} from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import type { Entry } from '../../domain/registers/entry.ts'
import { reckonedData } from '../../domain/registers/reckoning.ts'
import { answeredBySilence } from '../../domain/registers/unconfirmed.ts'
import { judgeWaiting } from '../../domain/registers/waiting.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { type IdempotentRequest, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { invalid, issuesOf } from '../http/input.ts'
import { hindranceOf, namesakeFaults, regionOf } from './hindrances.ts'

type Sent = { entry: string | null; version: number; data: Record<string, unknown> }
type Done = { id: string; entry: string }

export const proposeChange = async (
  deps: Deps,
  c: Context<ApiEnv>,
  register: Register,
  sent: Sent,
): Promise<Done> => {
  const { actor, scope, at } = c.var
  const person = registrar(actor)
  const request = requestOf(c, { register: register.id, ...sent })
  const books = await deps.books()
  const id = sent.entry ?? freshEntry(request)
  return withEntry(deps.connection.db, id, async (tx) => {
    await lockRequest(tx, request.id)
    const known = (await findRegisterChange(tx, request.id))?.change
    if (known) return sameChange(known, request)
    const entry = sent.entry === null ? null : await findEntry(tx, register.id, sent.entry)
    if (sent.entry !== null && !(entry && inScope(scope, entry))) throw new DomainError('not-found')
    const change = await changeOf(tx, register, { person, scope, request, entry, sent, at, books })
    await refuseFlood(tx, change)
    await keepRegisterChange(tx, change)
    return { id: change.id, entry: change.entry }
  })
}

/** Follows from the request, so that the same one makes it once. */
const freshEntry = ({ id }: IdempotentRequest): string => derivedId('register entry', id)

const sameChange = ({ id, entry, bodyHash }: RegisterChange, request: IdempotentRequest): Done => {
  if (bodyHash !== request.hash) throw new DomainError('key-reused')
  return { id, entry }
}

type Proposing = {
  person: Person
  scope: Scope
  request: IdempotentRequest
  entry: Entry | null
  sent: Sent
  at: string
  books: Books
}

/** As many as somebody corrects before he sends again. */
const mostFaults = 100

const changeOf = async (
  tx: Executor,
  register: Register,
  { person, scope, request, entry, sent, at, books }: Proposing,
): Promise<RegisterChange> => {
  const party = person.enterprise !== null
  if (entry) judgeProposer(register, person, entry)
  const places = placesToPropose(register, person)
  const fields = changeForm(register, { places, entry, party })
  const read = v.safeParse(changeSchema(register, { entry, party }), sent.data)
  if (!read.success) throw invalid(issuesOf(read.issues).slice(0, mostFaults), fields)
  const { from: fromDay, ...body } = proposedFrom(register, read.output, { entry, person })
  judgeProposer(register, person, body)
  judgeVersion(sent.version, entry, 'proposal')
  const id = entry?.id ?? freshEntry(request)
  const faults = {
    from: dayFault(fromDay, civilDate(at), entry),
    number: (await isNumberTaken(tx, { register: register.id, number: body.number, entry: id }))
      ? numberTaken
      : null,
    owner: entry ? null : await ownerFault(tx, scope, body),
    ...(await namesakeFaults(tx, register, { ...body, entry: id })),
  }
  refuseFields(faults)
  return {
    ...body,
    data: reckonedData(register, body, { ...books, today: civilDate(at) }),
    id: request.id,
    bodyHash: request.hash,
    entry: id,
    register: register.id,
    seen: sent.version,
    fromDay,
    byOwner: isOfOwner(person, body),
    proposedBy: person.id,
    proposedByName: person.name,
    proposedAt: at,
  }
}

/** So that whoever decides can see the end of what waits. */
const refuseFlood = async (
  tx: Executor,
  { entry, seen, register, owner, byOwner }: RegisterChange,
): Promise<void> => {
  if (seen > 0) return judgeWaiting(await countWaiting(tx, { entry }), 'entry')
  if (owner === null || !byOwner) return
  await lockNewEntries(tx, register, owner)
  judgeWaiting(await countWaiting(tx, { register, owner }), 'enterprise')
}

const ownerFault = async (
  tx: Executor,
  scope: Scope,
  { owner }: { owner: string | null },
): Promise<Text | null> =>
  owner === null || isOwnerInReach(scope, owner, await regionOf(tx, owner)) ? null : unknownOwner

const refuseFields = (faults: Record<string, Text | null>): void => {
  const found = Object.entries(faults).flatMap(([name, words]) =>
    words ? [[name, words] as const] : [],
  )
  if (found.length > 0)
    throw new DomainError(
      'invalid-input',
      found.map(([, words]) => words),
      { fields: Object.fromEntries(found) },
    )
}

const needsReason = text('退回须说明理由', 'Say why it is refused')

export const decideChange = async (
  deps: Deps,
  c: Context<ApiEnv>,
  register: Register,
  { id, type, reason }: { id: string; type: Decision; reason: string },
): Promise<Done> => {
  const { actor, scope, at } = c.var
  const person = registrar(actor)
  if (type === 'reject' && reason === '')
    throw new DomainError('invalid-input', [needsReason], { fields: { reason: needsReason } })
  const request = requestOf(c, { register: register.id, id, type, reason })
  const entry = (await findRegisterChange(deps.connection.db, id))?.change.entry
  if (entry === undefined) throw new DomainError('not-found')
  return withEntry(deps.connection.db, entry, async (tx) => {
    await lockRequest(tx, request.id)
    const known = await findDecisionUnder(tx, request.id)
    if (known) return sameDecision(known, request)
    const seen = await findRegisterChange(tx, id)
    if (seen?.change.register !== register.id || !mayReach(person, scope, seen.change))
      throw new DomainError('not-found')
    const { change, decision } = seen
    judgeFourEyes(
      type,
      person,
      { decided: decision !== null, proposedBy: change.proposedBy },
      anotherConfirmer,
    )
    if (type !== 'withdraw') judgeConfirmer(register, person, change)
    if (type === 'reject') await judgeRefusal(tx, register, change, { scope, at })
    const version = type === 'approve' ? await confirmed(tx, register, change, { scope, at }) : null
    const { region, owner, byOwner, proposedBy } = change
    await keepRegisterDecision(tx, {
      change: id,
      request: request.id,
      bodyHash: request.hash,
      entry,
      region,
      owner,
      byOwner,
      proposedBy,
      version,
      decision: decisionOutcomes[type],
      by: person.id,
      byName: person.name,
      at,
      reason,
    })
    return { id, entry }
  })
}

/** An enterprise decides about nothing that the authorities have proposed, and does not learn that it is there. */
const mayReach = ({ enterprise }: Person, scope: Scope, change: RegisterChange): boolean =>
  inScope(scope, change) && (enterprise === null || change.byOwner)

const sameDecision = (
  { bodyHash, change, entry }: RegisterDecision,
  request: IdempotentRequest,
): Done => {
  if (bodyHash !== request.hash) throw new DomainError('key-reused')
  return { id: change, entry }
}

/** Judged once more at the moment of confirmation: meanwhile the entry may have changed, its number been given, its enterprise moved. */
const confirmed = async (
  tx: Executor,
  register: Register,
  change: RegisterChange,
  { scope, at }: { scope: Scope; at: string },
): Promise<number> => {
  const hindrance = await hindranceOf(tx, register, change, scope)
  if (hindrance) throw hindrance
  return applyChange(tx, register, change, at)
}

/** What silence has answered is confirmed and no longer refused; only what can no more be confirmed still is. */
const judgeRefusal = async (
  tx: Executor,
  register: Register,
  change: RegisterChange,
  { scope, at }: { scope: Scope; at: string },
): Promise<void> => {
  const silence = answeredBySilence(register, change, civilDate(at))
  if (silence && (await hindranceOf(tx, register, change, scope)) === null)
    throw new DomainError('not-possible-now', [silence])
}
