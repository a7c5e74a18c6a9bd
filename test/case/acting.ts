// How does a test act on a case in memory and keep what was said of it?

import { applyDue, nextDue } from '../../domain/engine/apply-due.ts'
import { decide } from '../../domain/engine/decide.ts'
import { noteOutcome, obeyLink } from '../../domain/engine/linked.ts'
import { begin } from '../../domain/engine/step.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { Draft } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, NewEffect, NewFact } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

type Overrides = {
  taskId?: string
  occurredAt?: string
  lookedUp?: DecisionContext['lookedUp']
  past?: DecisionContext['past']
}

/** A case with everything that was said and wished since it was opened; it moves as `advance` would move it. */
export const playing = (
  process: ProcessDefinition,
  by: Actor,
  data: Record<string, unknown>,
  at: string,
  input?: CaseRecord,
) => {
  let now = at
  const event = { type: process.start.type, data, by, at, signatures: [] }
  let record =
    input ?? begin(process, { id: 'c-1', number: '试1号' }, event, decisionContextAt(at)).record
  const facts: NewFact[] = []
  const effects: NewEffect[] = []
  const keep = (draft: Draft): CaseRecord => {
    record = draft.record
    facts.push(...draft.facts)
    effects.push(...draft.effects)
    return record
  }
  const catchUp = (until: string) => {
    for (
      let item = nextDue(record, decisionContextAt(until));
      item;
      item = nextDue(record, decisionContextAt(until))
    )
      keep(applyDue(process, record, item, decisionContextAt(now)))
  }
  return {
    facts,
    effects,
    calendars: decisionContextAt(at).calendars,
    record: () => record,
    task: (name: string) => Object.values(record.openTasks).find(({ task }) => task === name),
    to: (at: string) => {
      now = at
      catchUp(at)
    },
    /** As another case has brought it about. */
    obey: (type: string, data: Record<string, unknown>) => {
      keep(obeyLink(process, record, { type, data, at: now }, decisionContextAt(now)))
      catchUp(now)
      return record
    },
    /** What has become of an act on another case, or of a case that one here was to open. */
    hear: (data: Record<string, unknown>) => {
      const noted = noteOutcome(process, record, data, decisionContextAt(now))
      return noted ? keep(noted) : record
    },
    act: (
      person: Actor,
      type: string,
      data: Record<string, unknown> = {},
      { taskId, occurredAt, lookedUp, past }: Overrides = {},
    ) => {
      const decisionContext = {
        ...decisionContextAt(now),
        ...(lookedUp ? { lookedUp } : {}),
        ...(past ? { past } : {}),
      }
      const command = {
        type,
        data,
        taskId: taskId ?? null,
        by: person,
        ifMatch: null,
        occurredAt: occurredAt ?? now,
      }
      keep(decide(process, record, command, decisionContext))
      catchUp(now)
      return record
    },
  }
}

export const refusal = (wanted: () => unknown): { code: string; words: string } => {
  try {
    wanted()
  } catch (error) {
    const { code = 'thrown', reasons = [] } = error as { code?: string; reasons?: { zh: string }[] }
    return { code, words: reasons.map(({ zh }) => zh).join('；') }
  }
  return { code: 'none', words: '' }
}
