// What does a case do when another case acts on it, and when its own act on another has been answered?
import { safeParse } from 'valibot'
import { DomainError } from '../language/errors.ts'
import type { Text } from '../language/words.ts'
import { type DecisionContext, lawOf } from '../model/decision-context.ts'
import { appendFact, change, type Draft, draftOf, joined } from '../model/draft.ts'
import type { LinkedAct } from '../model/link.ts'
import type { CaseEvent, ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'
import { wholeAfter } from './item-deciding.ts'
import { partOf } from './items/parts.ts'
import { judgeRules } from './judging/judgement.ts'
import { isOutcome, linksAnswered } from './links.ts'
import { clockEvent, happen } from './step.ts'

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

/** Keeps what became of an act of this case on another, also when this one has ended; null when there is nothing to keep. */
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
  const noted = appendFact(draft, {
    type: 'linked',
    at: decisionContext.at,
    recordedAt: decisionContext.at,
    by: { kind: 'system' },
    // Whose the other case is, the party of this one need not know; a licence is its own.
    audience: link.licence === undefined ? 'internal' : 'party',
    data: { ...outcomeData, ...(reasons.length > 0 ? { reasons } : {}) },
  })
  return outcome === 'not-opened' && link.unopened && record.status === 'open'
    ? afterUnopened(process, noted, link.unopened, decisionContext)
    : noted
}

/** What was to go on in the other case goes on in this one, where its chart says how. */
const afterUnopened = (
  process: ProcessDefinition,
  noted: Draft,
  { type: event, data }: LinkedAct,
  decisionContext: DecisionContext,
): Draft => {
  const part = partOf(process, noted.record, undefined)
  const alone = draftOf(part.record)
  const sent = { event, says: () => data }
  const moved = clockEvent(part.process, alone, sent, decisionContext.at, decisionContext)
  return moved.facts.length === 0
    ? noted
    : joined(noted, wholeAfter(process, noted.record, part, moved, decisionContext))
}

const textsIn = (value: unknown): Text[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one?.zh === 'string' && typeof one?.en === 'string')
    : []
