// What becomes of a case when a signature is put under what is proposed, or taken from those that must be?

import { canonical } from '../identity/commands.ts'
import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'
import { regionOf } from '../model/chart.ts'
import type { Command } from '../model/command.ts'
import { type DecisionContext, lawOf } from '../model/decision-context.ts'
import { appendFact, change, type Draft, touch } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type {
  AddedSigner,
  CaseRecord,
  FailedSignatures,
  OpenTask,
  Signature,
} from '../model/record.ts'
import { markOf, type Person } from '../organisation/actor.ts'
import { hasSigned, slotOf, waitsFor } from '../tasks/assignment.ts'
import {
  agreeing,
  outcomeOf,
  ownNeed,
  signed,
  spent,
  turnOf,
  unproposed,
} from '../tasks/signing.ts'
import { standing } from '../tasks/tasks.ts'
import { barredBy, judgeRules } from './judging/judgement.ts'
import { happen } from './step.ts'
import { failingSignatures } from './usual-acts.ts'

/** An act that needs more than one signature is a proposal first; the same act by somebody else is a further signature under it. */
export const propose = (
  process: ProcessDefinition,
  draft: Draft,
  task: OpenTask,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const own = personIn(command)
  const { type, data } = command
  const same =
    task.proposal !== null &&
    task.proposal.type === type &&
    canonical(task.proposal.data) === canonical(data)
  if (same && hasSigned(task, own))
    throw new DomainError('not-allowed', [
      text('您已签署，须由另一人会签', 'You have signed; another person must co-sign'),
    ])
  if (same && !turnOf(task).own)
    throw new DomainError('not-allowed', [waitsFor(turnOf(task).added)])
  const next = signed(task, { type, data, by: own }, signatureOf(command, own), same)
  return settled(
    process,
    draft,
    { task, next, slot: undefined, ...(same ? {} : fallenBy(task)) },
    command,
    decisionContext,
  )
}

/** 会签同意 or 不同意: by one of the task's own people, or as an added signer. */
export const countersign = (
  process: ProcessDefinition,
  draft: Draft,
  task: OpenTask,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const own = personIn(command)
  const slot = slotOf(task, own)
  const against = command.type === 'oppose'
  const signature: Signature = {
    ...signatureOf(command, own),
    ...(against ? { against } : {}),
    ...(slot ? { as: slot.no } : {}),
  }
  const proposal =
    task.proposal && (slot || against ? task.proposal : { ...task.proposal, by: own })
  return settled(
    process,
    draft,
    { task, next: signed(task, proposal, signature, true), slot },
    command,
    decisionContext,
  )
}

/** Without the signer who has been removed, the signatures may be all that is needed. */
export const concluded = (
  process: ProcessDefinition,
  draft: Draft,
  before: OpenTask,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const task = draft.record.openTasks[before.id]
  if (!task?.proposal || outcomeOf(task) !== 'carried') return draft
  const done = carried(process, draft, task, command, decisionContext)
  const { undo } = done.record
  // Taken back, the signer is waited for again: nothing else would be left to wait for.
  return undo
    ? change(done, { undo: { ...undo, openTasks: { ...undo.openTasks, [before.id]: before } } })
    : done
}

const personIn = ({ by }: Command): Person => {
  if (by.kind !== 'person') throw new DomainError('not-allowed')
  return by
}

const signatureOf = ({ data, occurredAt }: Command, by: Person): Signature => ({
  person: by.id,
  name: by.name,
  at: occurredAt,
  opinion: typeof data.opinion === 'string' ? data.opinion : null,
  ...(by.actsFor ? { onBehalfOf: by.actsFor } : {}),
  ...(by.picture ? { picture: by.picture } : {}),
})

type Signing = {
  task: OpenTask
  next: OpenTask
  slot: AddedSigner | undefined
  fell?: FailedSignatures
}

const fallenBy = (task: OpenTask): { fell?: FailedSignatures } => {
  const fallen = failingSignatures(task)
  if (!task.proposal || fallen.length === 0) return {}
  const signatures = fallen.map(({ name, opinion, onBehalfOf }) => ({
    name,
    opinion,
    ...(onBehalfOf ? { onBehalfOf } : {}),
  }))
  return { fell: { about: task.proposal.type, proposal: task.proposal.data, signatures } }
}

/** The signature is said, unless it is the last of the task's own people: then the act says it. */
const settled = (
  process: ProcessDefinition,
  draft: Draft,
  signing: Signing,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const { task, next, slot } = signing
  const outcome = next.proposal ? outcomeOf(next) : 'open'
  const held = withTask({ ...draft, record: { ...draft.record, undo: null } }, next)
  if (outcome === 'carried' && !slot && command.type !== 'oppose')
    return carried(process, held, next, command, decisionContext)
  const recorded = touch(
    recordSignature(held, signing, outcome === 'fallen', command, decisionContext),
    regionOf(process, task.state),
  )
  if (outcome === 'carried') return carried(process, recorded, next, command, decisionContext)
  if (outcome === 'fallen') return withTask(recorded, unproposed(next, command.occurredAt))
  return change(recorded, { undo: undoOfSignature(draft.record, next, command) })
}

const withTask = (draft: Draft, task: OpenTask): Draft =>
  change(draft, { openTasks: { ...draft.record.openTasks, [task.id]: task } })

const recordSignature = (
  draft: Draft,
  { task, next, slot, fell }: Signing,
  fallen: boolean,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const about = next.proposal ? { about: next.proposal.type, proposal: next.proposal.data } : {}
  const opinion = typeof command.data.opinion === 'string' ? { opinion: command.data.opinion } : {}
  const group = slot ? (slot.kind === 'post' ? slot.who : undefined) : task.groups[0]
  return appendFact(draft, {
    type: command.type === 'oppose' ? 'oppose' : 'sign',
    at: command.occurredAt,
    recordedAt: decisionContext.at,
    by: markOf(command.by, group),
    audience: 'internal',
    data: {
      ...about,
      ...opinion,
      signatureCount: agreeing(next).length,
      need: ownNeed(next),
      ...(slot ? { position: slot.position } : {}),
      ...(fallen ? { fallen } : {}),
      ...(fell ? { fell } : {}),
    },
  })
}

/** The act happens as that of whoever of the task's own people adds the last signature; added signers move no chart. */
const carried = (
  process: ProcessDefinition,
  draft: Draft,
  task: OpenTask,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const { proposal } = task
  if (!proposal) throw new DomainError('not-possible-now')
  const own = agreeing(task)
  const beside = standing(task).filter((signature) => !own.includes(signature))
  const by: Person = proposal.by ?? nobodyKnown(own)
  const law = lawOf(decisionContext, draft.record)
  const event = {
    type: proposal.type,
    data: proposal.data,
    by,
    at: command.occurredAt,
    signatures: own,
    beside,
    ...law,
  }
  const verdict = judgeRules(process, draft.record, event)
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reasons)
  for (const { person: id } of own) {
    const barred = barredBy(process, draft.record, { ...event, by: { ...by, id } })
    if (barred && !barred.allowed) throw new DomainError(barred.code, barred.reasons)
  }
  const done = happen(process, draft, event, decisionContext)
  const { undo } = done.record
  const mine =
    undo && command.by.kind === 'person'
      ? change(done, { undo: { ...undo, by: command.by.id } })
      : done
  const still = mine.record.openTasks[task.id]
  return still ? withTask(mine, spent(still)) : mine
}

/** A proposal of earlier days kept no author: the last signature is his. */
const nobodyKnown = (own: Signature[]): Person => {
  const { person = '', name = '', onBehalfOf } = own.at(-1) ?? {}
  return {
    kind: 'person',
    id: person,
    name,
    enterprise: null,
    appointments: [],
    ...(onBehalfOf ? { actsFor: onBehalfOf } : {}),
  }
}

/** A signature may be taken back as long as nobody has done anything after it. */
const undoOfSignature = (
  record: CaseRecord,
  { id }: OpenTask,
  { by, type }: Command,
): CaseRecord['undo'] =>
  by.kind !== 'person'
    ? null
    : {
        by: by.id,
        event: type === 'oppose' ? 'oppose' : 'sign',
        signedTask: id,
        snapshot: record.snapshot,
        entries: record.entries,
        openTasks: record.openTasks,
        obligations: record.obligations,
        data: record.data,
      }
