// What does a case do when another case acts on it, and when its own act on another has been answered?
import { safeParse } from 'valibot'
import { DomainError } from '../language/errors.ts'
import type { Text } from '../language/words.ts'
import { type DecisionContext, lawOf } from '../model/decision-context.ts'
import { addEffects, appendFact, change, type Draft, draftOf } from '../model/draft.ts'
import type { Link } from '../model/link.ts'
import type { CaseEvent, ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'
import { wholeAfter } from './item-deciding.ts'
import { partOf } from './items/parts.ts'
import { judgeRules } from './judging/judgement.ts'
import { isOutcome, linksAnswered } from './links.ts'
import { eventNotice } from './notices/notices.ts'
import { happen } from './step.ts'

export type Sent = { type: string; data: Record<string, unknown>; at: Instant }

/** An event that another case has brought about. Only events that say so, only where the chart takes them; throws `DomainError`. */
export const obeyLink = (
  process: ProcessDefinition,
  record: CaseRecord,
  { type, data, at }: Sent,
  decisionContext: DecisionContext,
): Draft => {
  const definition = Object.hasOwn(process.events, type) ? process.events[type] : undefined
  if (record.status === 'closed') throw new DomainError('case-closed')
  if (!definition?.linked) throw new DomainError('unknown-act')
  if (!safeParse(definition.schema, data).success) throw new DomainError('invalid-input')
  const event: CaseEvent = {
    type,
    data,
    by: { kind: 'system' },
    at,
    signatures: [],
    ...lawOf(decisionContext, record),
  }
  const verdict = judgeRules(process, record, event)
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reasons)
  const part = partOf(process, record, undefined)
  const happened = happen(
    process,
    draftOf({ ...part.record, revision: record.revision + 1, undo: null }),
    event,
    decisionContext,
  )
  return wholeAfter(process, record, part, happened, decisionContext)
}

/**
 * Keeps what became of an act of this case on another, also when this one has ended, and does what its own chart makes of that answer;
 * null when there is nothing to keep.
 */
export const noteOutcome = (
  process: ProcessDefinition,
  record: CaseRecord,
  data: Record<string, unknown>,
  decisionContext: DecisionContext,
): Draft | null => {
  const link = record.links?.find(({ id }) => id === data.link)
  if (link?.status !== 'waiting' || !isOutcome(data.outcome)) return null
  const { outcome } = data
  const to = typeof data.to === 'string' ? data.to : null
  const reasons = textsIn(data.reasons)
  const draft = change(draftOf({ ...record, revision: record.revision + 1 }), {
    links: linksAnswered(record, { link: link.id, to, outcome, reasons }),
  })
  const ofLicence = link.licence === undefined ? {} : { licence: link.licence }
  const outcomeData = { ...ofLicence, outcome, link: link.id, ...(to ? { to } : {}) }
  const kept = appendFact(draft, {
    type: 'linked',
    at: decisionContext.at,
    recordedAt: decisionContext.at,
    by: { kind: 'system' },
    // Whose the other case is, the party of this one need not know; a licence is its own.
    audience: link.licence === undefined ? 'internal' : 'party',
    data: { ...outcomeData, ...(reasons.length > 0 ? { reasons } : {}) },
  })
  const unopened = outcome === 'not-opened' ? link.unopened : undefined
  const answered = unopened ?? sendOf(process, link)?.answered?.[outcome]?.(link)
  if (!answered) return kept
  if (record.status === 'open') return goOn(process, record, kept, answered, decisionContext)
  return unopened ? tellOf(process, kept, unopened.type, decisionContext.at) : kept
}

/** In a case that has ended nothing goes on: its people are told what would have. */
const tellOf = (process: ProcessDefinition, kept: Draft, type: string, at: Instant): Draft => {
  const definition = process.events[type]
  return definition
    ? addEffects(kept, ...eventNotice(process, kept.record, type, definition, at))
    : kept
}

/** Which of its sends a link of this case keeps the outcome of. */
const sendOf = ({ start, events }: ProcessDefinition, { event, nth = 0, to }: Link) =>
  to === undefined ? undefined : (event === start.type ? start : events[event])?.sends?.[nth]

/** By an event of its own chart, where that takes it now. */
const goOn = (
  process: ProcessDefinition,
  record: CaseRecord,
  kept: Draft,
  { type, data }: Omit<Sent, 'at'>,
  decisionContext: DecisionContext,
): Draft => {
  const event: CaseEvent = {
    type,
    data,
    by: { kind: 'system' },
    at: decisionContext.at,
    signatures: [],
    ...lawOf(decisionContext, record),
  }
  if (!judgeRules(process, kept.record, event).allowed) return kept
  const part = partOf(process, kept.record, undefined)
  const happened = happen(
    process,
    { ...kept, record: { ...part.record, undo: null } },
    event,
    decisionContext,
  )
  return wholeAfter(process, kept.record, part, happened, decisionContext)
}

const textsIn = (value: unknown): Text[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one?.zh === 'string' && typeof one?.en === 'string')
    : []
