// What does one command do to a case: refuse it with a reason, or change it?

import { DomainError } from '../language/errors.ts'
import { regionOf } from '../model/chart.ts'
import type { Command } from '../model/command.ts'
import { type DecisionContext, lawOf } from '../model/decision-context.ts'
import { isDocumentVerb } from '../model/document-verbs.ts'
import { addEffects, appendFact, change, type Draft, draftOf, touch } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, OpenTask } from '../model/record.ts'
import { isRecordingVerb } from '../model/recordings/recordings.ts'
import { type Actor, markOf } from '../organisation/actor.ts'
import { withStandIn } from '../organisation/own-posts.ts'
import { isBeside } from '../tasks/beside.ts'
import { needsSignatures } from '../tasks/signing.ts'
import { worked } from '../tasks/task-rules.ts'
import { isCaseVerb, isSightVerb, isTaskVerb, taskVerbs } from '../tasks/verbs.ts'
import { newerAnswers } from './answers/shared-answers.ts'
import { straightBack } from './decide-returns.ts'
import { concluded, countersign, propose } from './decide-signatures.ts'
import { applyCaseVerb } from './decide-verbs.ts'
import { applyDocumentVerb } from './document-applying.ts'
import { withoutUndone } from './document-undoing.ts'
import { wholeAfter } from './item-deciding.ts'
import { partFor } from './items/parts.ts'
import { asWhom } from './judging/capacity.ts'
import { isStale, judge, materialOf } from './judging/judge.ts'
import { askingOf, taskOfVerb } from './judging/judge-verbs.ts'
import { signaturesWith, taskOfAct } from './judging/judgement.ts'
import { applyRecording } from './judging/recording.ts'
import { applyUnmask } from './judging/unmask.ts'
import { requestNotices } from './notices/request-notices.ts'
import { happen } from './step.ts'

/** One command, one revision. Throws `DomainError` with the reason when it is refused; the case is then unchanged. */
export const decide = (
  process: ProcessDefinition,
  record: CaseRecord,
  received: Command,
  decisionContext: DecisionContext,
): Draft => {
  if (isBeside(received.type)) return decidePart(process, record, received, decisionContext)
  const part = partFor(process, record, received)
  const decided = decidePart(part.process, part.record, received, decisionContext)
  return wholeAfter(process, record, part, decided, decisionContext)
}

const decidePart = (
  process: ProcessDefinition,
  record: CaseRecord,
  received: Command,
  decisionContext: DecisionContext,
): Draft => {
  const command = {
    ...received,
    by: signerOf(asWhom(process, record, received.by, received), received.type),
  }
  if (isStale(process, record, command, command.ifMatch, command.by))
    throw new DomainError(
      'stale-revision',
      newerAnswers(process, record, command, command.ifMatch),
      { revision: materialOf(record) },
    )
  const verdict = judge(process, record, command.by, command, {
    ...decisionContext,
    at: command.occurredAt,
  })
  if (!verdict.allowed)
    throw new DomainError(verdict.code, verdict.reasons, {
      ...verdict.details,
      revision: materialOf(record),
    })
  const standIns = isSignedVerb(command.type)
    ? withStandIn(record.standIns, command.by)
    : record.standIns
  const draft = draftOf({
    ...record,
    ...(standIns ? { standIns } : {}),
    revision: record.revision + 1,
  })
  if (isSightVerb(command.type)) return applyUnmask(process, draft, command, decisionContext)
  if (isRecordingVerb(command.type)) return applyRecording(draft, command, decisionContext)
  if (isDocumentVerb(command.type))
    return applyDocumentVerb(process, draft, command, decisionContext)
  if (isCaseVerb(command.type)) return applyCaseVerb(process, draft, command, decisionContext)
  const done = isTaskVerb(command.type)
    ? applyTaskVerb(process, draft, command, decisionContext)
    : applyEvent(process, draft, command, decisionContext)
  const back = straightBack(process, record, done, command.occurredAt, decisionContext)
  return withoutUndone(process, record, back, command, decisionContext)
}

/** Acts that four eyes look at; claiming, opening, urging, serving, looking and the like decide nothing. */
const isSignedVerb = (type: string): boolean =>
  (!isTaskVerb(type) && !isDocumentVerb(type) && !isBeside(type)) ||
  type === 'sign' ||
  type === 'oppose' ||
  type === 'return'

/** Only what decides is signed: under a claim or an urge stands nobody's handwriting. */
const signerOf = (by: Actor, type: string): Actor => {
  if (by.kind !== 'person' || isSignedVerb(type)) return by
  const { picture: _, ...unsigned } = by
  return unsigned
}

const applyEvent = (
  process: ProcessDefinition,
  draft: Draft,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const task = taskOfAct(process, draft.record, command)
  const alone = command.by.kind === 'holder' || !task || !needsSignatures(task)
  if (process.events[command.type]?.by !== 'task' || alone)
    return send(process, draft, command, decisionContext)
  return propose(process, draft, task, command, decisionContext)
}

/** An act of one signature. */
const send = (
  process: ProcessDefinition,
  draft: Draft,
  { type, data, by, occurredAt: at }: Command,
  decisionContext: DecisionContext,
): Draft =>
  happen(
    process,
    draft,
    {
      type,
      data,
      by,
      at,
      signatures: signaturesWith(undefined, by, { at }),
      ...lawOf(decisionContext, draft.record),
    },
    decisionContext,
  )

const applyTaskVerb = (
  process: ProcessDefinition,
  draft: Draft,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const task = taskOfVerb(process, draft.record, command.by, command.taskId)
  if (!task || !isTaskVerb(command.type)) throw new DomainError('task-not-open')
  if (command.type === 'return') return send(process, draft, command, decisionContext)
  if (command.type === 'sign' || command.type === 'oppose')
    return countersign(process, draft, task, command, decisionContext)
  const next = worked(
    command.type,
    askingOf(process, draft.record, task, command.by, command.data, decisionContext),
    command.occurredAt,
  )
  const reassigned = change(draft, { openTasks: { ...draft.record.openTasks, [task.id]: next } })
  const recorded = appendFact(reassigned, {
    type: command.type,
    at: command.occurredAt,
    recordedAt: decisionContext.at,
    by: markOf(
      command.by,
      task.groups.find(
        (group) =>
          command.by.kind === 'person' &&
          command.by.appointments.some((held) => `${held.office}/${held.role}` === group),
      ),
    ),
    audience:
      command.type === 'urge' && command.by.kind === 'person' && command.by.enterprise !== null
        ? 'party'
        : 'internal',
    data: {
      ...command.data,
      ...namedIn(command, task, decisionContext),
      task: task.task,
      ...(next.assignee ? { assignee: next.assignee.name } : {}),
    },
  })
  const notified = addEffects(
    recorded,
    ...requestNotices(process, recorded.record, [task, next], command),
  )
  const touched = taskVerbs[command.type].material
    ? touch(notified, regionOf(process, task.state))
    : notified
  return command.type === 'remove-signer'
    ? concluded(process, touched, task, command, decisionContext)
    : touched
}

/** Names beside ids, for readers of later years. */
const namedIn = (
  { data }: Command,
  { added = [] }: OpenTask,
  { lookedUp }: DecisionContext,
): { toName?: string; signerName?: string } => {
  const to =
    lookedUp?.people.find(({ id }) => id === data.to) ??
    lookedUp?.posts?.find(({ group }) => group === data.to)
  const signer = added.find(({ no }) => String(no) === data.signer)
  return { ...(to ? { toName: to.name } : {}), ...(signer ? { signerName: signer.name } : {}) }
}
