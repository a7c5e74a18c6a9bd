// What is carried over when a step has been done again to which the case was returned straight?

import { type Text, text } from '../language/words.ts'
import { activeNodes, nameOf } from '../model/chart.ts'
import { type DecisionContext, type Law, lawOf } from '../model/decision-context.ts'
import { appendFact, change, type Draft } from '../model/draft.ts'
import type { CaseEvent, ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Return, Step } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'
import { judgeRules } from './judging/judgement.ts'
import { nextSnapshot } from './snapshots.ts'
import { happen } from './step.ts'

/** After an act of a person: if the case waited to come straight back, the acts between are judged again and carried over, all or none. */
export const straightBack = (
  process: ProcessDefinition,
  before: CaseRecord,
  done: Draft,
  at: Instant,
  decisionContext: DecisionContext,
): Draft => {
  const top = before.returns?.at(-1)
  if (top?.way !== 'straight' || done.record.status === 'closed') return done
  const left = (done.record.returns ?? []).length < (before.returns ?? []).length
  if (!left || isIn(process, done.record, top.from)) return done
  const hindrance = walked(process, done.record, top, at, decisionContext)
  if (hindrance) return notCarried(done, top, hindrance, at, decisionContext)
  const carried = top.path.reduce(
    (draft, step) =>
      happen(
        process,
        draft,
        asEvent(step, at, lawOf(decisionContext, draft.record)),
        decisionContext,
      ),
    done,
  )
  return change(carried, { undo: done.record.undo })
}

const isIn = (
  process: ProcessDefinition,
  { snapshot }: Pick<CaseRecord, 'snapshot'>,
  state: string,
): boolean => activeNodes(process.machine, snapshot).some((node) => nameOf(node) === state)

/** The act as it was given, at the moment at which it is carried over. */
const asEvent = (
  { type, data, by, signatures, at: returnedAt, fact }: Step,
  at: Instant,
  law: Law,
): CaseEvent => ({
  type,
  data,
  by,
  at,
  signatures,
  ...law,
  carried: { fact, at: returnedAt },
})

/** Why the acts between do not lead back, or null. */
const walked = (
  process: ProcessDefinition,
  record: CaseRecord,
  { path, from }: Return,
  at: Instant,
  decisionContext: DecisionContext,
): Text | null => {
  let now = record
  for (const step of path) {
    const event = asEvent(step, at, lawOf(decisionContext, now))
    const verdict = judgeRules(process, now, event)
    if (!verdict.allowed) return verdict.reasons[0] ?? null
    now = { ...now, snapshot: nextSnapshot(process, now.snapshot, event) }
  }
  return isIn(process, now, from)
    ? null
    : text('本次办理的结果通向其他环节', 'What was decided this time leads elsewhere')
}

const notCarried = (
  draft: Draft,
  { from }: Return,
  reason: Text,
  at: Instant,
  decisionContext: DecisionContext,
): Draft =>
  appendFact(draft, {
    type: 'not-carried',
    at,
    recordedAt: decisionContext.at,
    by: { kind: 'system' },
    audience: 'internal',
    data: { to: from, reason },
  })
