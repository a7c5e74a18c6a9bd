// What do taking back, correcting, reopening and the clock overlay do to a case?

import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'
import { persist } from '../model/chart.ts'
import type { Command } from '../model/command.ts'
import { type DecisionContext, inRegion } from '../model/decision-context.ts'
import { addEffects, change, touch } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Obligation, Undo } from '../model/record.ts'
import { withdrawSignature } from '../tasks/signing.ts'
import { followSnapshot } from '../tasks/tasks.ts'
import { type CaseVerb, caseVerbs } from '../tasks/verbs.ts'
import type { Instant } from '../time/instant.ts'
import { touchAnswers } from './answers/shared-answers.ts'
import { type DecideCaseVerb, tellVerb } from './case-verb.ts'
import { escalationLevelOf, markEscalationLevel } from './clocks/escalation-policy.ts'
import { followFact } from './clocks/obligations.ts'
import { clockOf, extend, pause, resumeByHand } from './clocks/rearming.ts'
import { approveCorrection, refuseCorrection, requestCorrection } from './decide-corrections.ts'
import { escalationLevelNotice, eventNotice } from './notices/notices.ts'
import { reckonAgain } from './reproject.ts'
import { clockEvent } from './step.ts'

/** Applies a verb on the whole case; the caller has judged it. */
export const applyCaseVerb: DecideCaseVerb = (process, draft, command, decisionContext) => {
  const type = command.type as CaseVerb
  const verb = verbs[type](process, draft, command, inRegion(decisionContext, draft.record))
  const done = touchAnswers(process, draft.record.snapshot, verb)
  return caseVerbs[type].material
    ? touch(change(done, { undo: null }), ...Object.keys(draft.record.material))
    : done
}

/** 撤回: the case stands again as before the last act; what that act had started is cancelled, not forgotten. */
const takeBack: DecideCaseVerb = (process, draft, command, decisionContext) => {
  const { undo, snapshot, obligations, openTasks } = draft.record
  if (!undo) throw new DomainError('not-possible-now')
  const begun = obligations
    .filter(({ id }) => !undo.obligations.some((old) => old.id === id))
    .map(
      (one): Obligation => ({
        ...one,
        status: 'cancelled',
        endedAt: command.occurredAt,
        escalationLevels: one.escalationLevels.map((escalationLevel) => ({
          ...escalationLevel,
          status: 'cancelled',
        })),
      }),
    )
  const back = change(draft, {
    snapshot: undo.snapshot,
    openTasks: tasksAgain(undo, openTasks, command.occurredAt),
    data: undo.data,
    ...(undo.signedTask ? {} : { trail: undo.trail ?? [], returns: undo.returns ?? [] }),
    obligations: [
      ...reckonAgain(process, { ...draft.record, obligations: undo.obligations }, decisionContext)
        .obligations,
      ...begun,
    ],
    undo: null,
  })
  const definition = process.events[undo.event]
  const recorded = tellVerb(
    back,
    command,
    decisionContext,
    definition?.audience ?? 'internal',
    { ...command.data, event: undo.event, ...(undo.signedTask ? { signatureOnly: true } : {}) },
    snapshot.value,
  )
  if (!definition) return recorded
  const words = text(`撤回：${definition.words.zh}`, `Taken back: ${definition.words.en}`)
  return addEffects(
    recorded,
    ...eventNotice(
      process,
      recorded.record,
      command.type,
      { ...definition, words },
      command.occurredAt,
    ),
  )
}

/** The tasks as before the act: what colleagues did meanwhile with those that stayed open stands, the signature of who takes back does not. */
const tasksAgain = (
  undo: Undo,
  now: CaseRecord['openTasks'],
  at: Instant,
): CaseRecord['openTasks'] => {
  const held = undo.signedTask === undefined ? undefined : now[undo.signedTask]
  if (held) return { ...now, [held.id]: withdrawSignature(held, undo.by, at) }
  return Object.fromEntries(
    Object.entries(undo.openTasks).map(([id, task]) => [
      id,
      now[id] ?? withdrawSignature(task, undo.by, at),
    ]),
  )
}

const reopen: DecideCaseVerb = (process, draft, command, decisionContext) => {
  if (!process.reopen) throw new DomainError('not-possible-now')
  const { record } = draft
  const { value, context: stillCounts = (all) => all } = process.reopen
  const context = stillCounts(record.snapshot.context)
  const snapshot = persist(process.machine.resolveState({ value, context }))
  const alive = change(draft, {
    snapshot,
    status: 'open',
    closedAt: null,
    generation: record.generation + 1,
  })
  const recorded = tellVerb(
    alive,
    command,
    decisionContext,
    'party',
    command.data,
    record.snapshot.value,
  )
  const tasked = change(
    recorded,
    followSnapshot(process, recorded.record, null, command.occurredAt),
  )
  const fact = {
    type: command.type,
    at: command.occurredAt,
    seq: tasked.record.facts,
    data: command.data,
  }
  return change(tasked, { obligations: followFact(process, tasked.record, fact, decisionContext) })
}

const onClock =
  (
    treat: (
      process: ProcessDefinition,
      one: Obligation,
      command: Command,
      decisionContext: DecisionContext,
    ) => Obligation,
  ): DecideCaseVerb =>
  (process, draft, command, decisionContext) => {
    const obligations = draft.record.obligations.map((one) =>
      one.id === command.data.obligation ? treat(process, one, command, decisionContext) : one,
    )
    const now = obligations.find(({ id }) => id === command.data.obligation)
    const audience = now ? clockOf(process, now).audience : 'internal'
    return tellVerb(change(draft, { obligations }), command, decisionContext, audience, {
      ...command.data,
      due: now?.due,
      clock: now?.clock,
    })
  }

const confirmEscalationLevel: DecideCaseVerb = (process, draft, command, decisionContext) => {
  const one = draft.record.obligations.find(({ id }) => id === command.data.obligation)
  const escalationLevel = one?.escalationLevels.find(
    ({ escalationLevel, status }) =>
      escalationLevel === command.data.escalationLevel && status === 'held',
  )
  if (!one || !escalationLevel)
    throw new DomainError('not-possible-now', [
      text('没有待确认的到期事项', 'Nothing is waiting to be confirmed'),
    ])
  const item = {
    at: command.occurredAt,
    obligation: one.id,
    escalationLevel: escalationLevel.escalationLevel,
  }
  const marked = tellVerb(
    change(draft, {
      obligations: markEscalationLevel(draft.record, item, 'fired', decisionContext.at),
    }),
    command,
    decisionContext,
    'internal',
    command.data,
  )
  const definition = escalationLevelOf(process, one, escalationLevel.escalationLevel)
  const afterClock = clockEvent(process, marked, definition, command.occurredAt, decisionContext)
  return addEffects(
    afterClock,
    ...escalationLevelNotice(
      process,
      afterClock.record,
      one,
      definition,
      command.occurredAt,
      decisionContext,
    ),
  )
}

const verbs: Record<CaseVerb, DecideCaseVerb> = {
  'take-back': takeBack,
  'request-correction': requestCorrection,
  'approve-correction': approveCorrection,
  'refuse-correction': refuseCorrection,
  reopen,
  'pause-clock': onClock((process, one, { data }, decisionContext) =>
    pause(
      process,
      one,
      {
        kind: String(data.kind),
        reason: String(data.reason),
        article: typeof data.article === 'string' ? data.article : null,
      },
      decisionContext,
    ),
  ),
  'resume-clock': onClock((process, one, _command, decisionContext) =>
    resumeByHand(process, one, decisionContext),
  ),
  'extend-clock': onClock((process, one, { data }, decisionContext) =>
    extend(
      process,
      one,
      {
        by: Number(data.by),
        reason: String(data.reason),
        ...(typeof data.paper === 'string' ? { paper: data.paper } : {}),
      },
      decisionContext,
    ),
  ),
  'confirm-rung': confirmEscalationLevel,
}
