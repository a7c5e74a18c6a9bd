// What has fallen due in a case, and what does it bring about at its own instant?
import type { DecisionContext } from '../model/decision-context.ts'
import { addEffects, appendFact, change, type Draft, draftOf } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import {
  agenda,
  type DueItem,
  escalationLevelOf,
  firing,
  markEscalationLevel,
  wasOverBefore,
} from './clocks/escalation-policy.ts'
import { clockOf } from './clocks/rearming.ts'
import { wholeAfter } from './item-deciding.ts'
import { partOfPeriod } from './items/parts.ts'
import { escalationLevelNotice, heldNotice } from './notices/notices.ts'
import { clockEvent } from './step.ts'

/** The first thing that has fallen due by `decisionContext.at`, or null. */
export const nextDue = (record: CaseRecord, decisionContext: DecisionContext): DueItem | null => {
  const first = record.status === 'open' ? agenda(record)[0] : undefined
  return first && first.at <= decisionContext.at ? first : null
}

/** Applies one thing that fell due, effective at its own instant; so no act slips into a state that has ended. */
export const applyDue = (
  process: ProcessDefinition,
  record: CaseRecord,
  item: DueItem,
  decisionContext: DecisionContext,
): Draft => {
  const part = partOfPeriod(process, record, item.obligation)
  const applied = applyDueToPart(part.process, part.record, item, decisionContext)
  return wholeAfter(process, record, part, applied, decisionContext)
}

const applyDueToPart = (
  process: ProcessDefinition,
  record: CaseRecord,
  item: DueItem,
  decisionContext: DecisionContext,
): Draft => {
  const draft = draftOf({ ...record, revision: record.revision + 1, undo: null })
  const obligation = record.obligations.find(({ id }) => id === item.obligation)
  if (!obligation) throw new Error(`no obligation ${item.obligation}`)
  if (item.escalationLevel === null) return expire(process, draft, item, decisionContext)
  const escalationLevel = obligation.escalationLevels.find(
    ({ escalationLevel }) => escalationLevel === item.escalationLevel,
  )
  const definition = escalationLevelOf(process, obligation, item.escalationLevel)
  if (!escalationLevel) throw new Error(`no level ${item.escalationLevel}`)
  const status = firing(definition, escalationLevel, obligation, decisionContext.at)
  const marked = change(draft, {
    obligations: markEscalationLevel(record, item, status, decisionContext.at),
  })
  const audience = clockOf(process, obligation).audience
  const data = {
    clock: obligation.clock,
    obligation: obligation.id,
    escalationLevel: item.escalationLevel,
    due: obligation.due,
    status,
    ...(status === 'held' && wasOverBefore(obligation) ? { over: true } : {}),
  }
  const recorded = appendFact(marked, {
    type: 'escalation',
    at: item.at,
    recordedAt: decisionContext.at,
    by: { kind: 'clock' },
    audience,
    data,
  })
  if (status === 'held')
    return addEffects(
      recorded,
      ...heldNotice(process, recorded.record, obligation, definition, item.at),
    )
  if (status === 'skipped') return recorded
  const afterClock = clockEvent(process, recorded, definition, item.at, decisionContext)
  return status === 'collapsed'
    ? afterClock
    : addEffects(
        afterClock,
        ...escalationLevelNotice(
          process,
          afterClock.record,
          obligation,
          definition,
          item.at,
          decisionContext,
        ),
      )
}

/** The end of a period itself: from here on it counts as overdue. */
const expire = (
  process: ProcessDefinition,
  draft: Draft,
  item: DueItem,
  decisionContext: DecisionContext,
): Draft => {
  const obligations = draft.record.obligations.map((one) =>
    one.id === item.obligation ? { ...one, status: 'overdue' as const } : one,
  )
  const obligation = obligations.find(({ id }) => id === item.obligation)
  const audience = obligation ? clockOf(process, obligation).audience : 'internal'
  return appendFact(change(draft, { obligations }), {
    type: 'expired',
    at: item.at,
    recordedAt: decisionContext.at,
    by: { kind: 'clock' },
    audience,
    data: { clock: obligation?.clock, obligation: item.obligation, due: obligation?.due },
  })
}
