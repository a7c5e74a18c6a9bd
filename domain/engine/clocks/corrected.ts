// Which running periods change with a corrected fact, and with what the chart remembers of it?

import type { DecisionContext } from '../../model/decision-context.ts'
import type { ClockDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, Obligation } from '../../model/record.ts'
import { daysBetween } from '../../time/days.ts'
import { civilDate, type Instant } from '../../time/instant.ts'
import { begin, end, fromOf, isRunning, keptInstant } from './obligations.ts'
import { clockOf, rearm } from './rearming.ts'

type Context = Record<string, unknown>
/** `stated`: the whole fact as corrected; `is`: the fields that were corrected. */
type Corrected = { type: string; seq: string; stated: Context; is: Context }

/** Periods of the case as it stands, its context already corrected; `before`: the context that they were reckoned by. */
export const correctedPeriods = (
  process: ProcessDefinition,
  record: CaseRecord,
  before: Context,
  fact: Corrected,
  decisionContext: DecisionContext,
): Obligation[] => {
  const { context } = record.snapshot
  const periods = record.obligations.map((one) => {
    if (!isRunning(one)) return one
    return clockOf(process, one).yieldsIf?.(context)
      ? end(one, 'replaced', decisionContext.at)
      : derived(process, one, { before, context }, fact, decisionContext)
  })
  return otherPeriods(process, { ...record, obligations: periods }, before, fact, decisionContext)
}

type Contexts = { before: Context; context: Context }

const derived = (
  process: ProcessDefinition,
  one: Obligation,
  contexts: Contexts,
  fact: Corrected,
  decisionContext: DecisionContext,
): Obligation => {
  const { due } = clockOf(process, one)
  if ('rule' in due)
    return due.from ? countedFrom(process, one, due.from, contexts, decisionContext) : one
  if ('dateField' in due && due.kept)
    return periodFrom(process, one, due.dateField, contexts, decisionContext)
  const field = 'momentField' in due ? due.momentField : due.dateField
  if (!one.id.endsWith(`:${fact.seq}`) || fact.is[field] === undefined) return one
  return rearm(process, { ...one, dateData: { [field]: fact.is[field] } }, decisionContext)
}

const changeOf = (
  field: string,
  { before, context }: Contexts,
): { was: string; is: string } | null => {
  const [was, is] = [before[field], context[field]]
  return typeof was === 'string' && typeof is === 'string' && was !== is ? { was, is } : null
}

const countedFrom = (
  process: ProcessDefinition,
  one: Obligation,
  field: string,
  contexts: Contexts,
  decisionContext: DecisionContext,
): Obligation => {
  const change = changeOf(field, contexts)
  const [was, is] = change ? [keptInstant(change.was), keptInstant(change.is)] : []
  if (!was || !is || one.start !== civilDate(was)) return one
  // A period counted back from a day to come runs from its fact on.
  const startedAt = one.startedAt === was || is < one.startedAt ? is : one.startedAt
  return rearm(process, { ...one, start: civilDate(is), startedAt }, decisionContext)
}

/** The date of the document that set it, or of the one that extended it. */
const periodFrom = (
  process: ProcessDefinition,
  one: Obligation,
  field: string,
  contexts: Contexts,
  decisionContext: DecisionContext,
): Obligation => {
  const change = changeOf(field, contexts)
  if (!change) return one
  if (one.dateData[field] === change.was)
    return rearm(process, { ...one, dateData: { [field]: change.is } }, decisionContext)
  const last = one.extensions.at(-1)
  if (!last || one.due !== change.was) return one
  const by = last.by + daysBetween(change.was, change.is)
  const extensions = [...one.extensions.slice(0, -1), { ...last, by }]
  const longer = extensions.reduce((sum, { by }) => sum + by, 0) > 0
  return rearm(
    process,
    longer ? { ...one, extensions } : { ...one, extensions: [], dateData: { [field]: change.is } },
    decisionContext,
  )
}

/** What the fact would not have started as it is now gives way to what it would have started instead. */
const otherPeriods = (
  process: ProcessDefinition,
  record: CaseRecord,
  before: Context,
  { type, seq, stated }: Corrected,
  decisionContext: DecisionContext,
): Obligation[] => {
  const { obligations, snapshot } = record
  const startsBy = ({ startsOn, startsIf }: ClockDefinition, context: Context) =>
    startsOn.includes(type) && (startsIf?.(context) ?? true)
  const turns = (clock: ClockDefinition, to: boolean) =>
    startsBy(clock, before) !== to && startsBy(clock, snapshot.context) === to
  const wrong = obligations.filter(
    (one) => isRunning(one) && one.id.endsWith(`:${seq}`) && turns(clockOf(process, one), false),
  )
  const [first] = wrong
  const missing = process.clocks.filter(
    (clock) => turns(clock, true) && (first !== undefined || isOwedAfterAll(clock, record, seq)),
  )
  const begun = missing.map((clock) => {
    const kept = 'kept' in clock.due && clock.due.kept
    const from = fromOf(clock, record)
    const fact = {
      at: first ? startOf(first, from, decisionContext) : decisionContext.at,
      seq: Number(seq),
      data: kept ? snapshot.context : stated,
      from,
    }
    const fresh = begin(clock, fact, decisionContext)
    return inPlaceOf(
      obligations.find(({ id }) => id === fresh.id),
      fresh,
    )
  })
  const stays = obligations.filter(({ id }) => begun.every((one) => one.id !== id))
  return [
    ...stays.map((one) => (wrong.includes(one) ? end(one, 'replaced', decisionContext.at) : one)),
    ...begun,
  ]
}

/** A period counts from its own moment, and where it has none, or one to come, from that of the period it stands in for. */
const startOf = (
  { startedAt }: Obligation,
  from: Instant | null,
  { at }: DecisionContext,
): Instant => (from !== null && from <= at ? from : startedAt)

/** A period that counts from a moment kept by the chart, and that nothing has started since; what was over by then was another one, and stands. */
const isOwedAfterAll = (clock: ClockDefinition, record: CaseRecord, seq: string): boolean => {
  const from = fromOf(clock, record)
  const isAnother = ({ id, endedAt }: Obligation) =>
    endedAt !== null && from !== null && endedAt <= from && !id.endsWith(`:${seq}`)
  return (
    from !== null &&
    record.obligations.every(
      (one) => one.clock !== clock.clock || one.status === 'replaced' || isAnother(one),
    )
  )
}

/** Corrected back, it is the same period again: what it has told stays told. */
const inPlaceOf = (earlier: Obligation | undefined, fresh: Obligation): Obligation => {
  if (!earlier) return fresh
  const fired = earlier.escalationLevels.filter(
    ({ status }) => !['planned', 'held', 'cancelled'].includes(status),
  )
  const escalationLevels = fresh.escalationLevels.map(
    (escalationLevel) =>
      fired.find((old) => old.escalationLevel === escalationLevel.escalationLevel) ??
      escalationLevel,
  )
  return { ...fresh, epoch: earlier.epoch + 1, escalationLevels }
}
