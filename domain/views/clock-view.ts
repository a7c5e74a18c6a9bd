// How do the clocks of a case look to a reader at this moment?

import { escalationLevelOf } from '../engine/clocks/escalation-policy.ts'
import { isRunning } from '../engine/clocks/obligations.ts'
import { clockOf } from '../engine/clocks/rearming.ts'
import { durationWords } from '../language/duration.ts'
import { type Text, text } from '../language/words.ts'
import { committedRules } from '../law/rule-book.ts'
import { isLaw } from '../law/rules/rule.ts'
import { type Audience, visible } from '../model/audience.ts'
import { type DecisionContext, inRegion } from '../model/decision-context.ts'
import { definitionOf, type ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Obligation } from '../model/record.ts'
import type { Instant } from '../time/instant.ts'
import { civilDate } from '../time/instant.ts'
import { workdaysBetween } from '../time/workdays.ts'
import type { ClockView, DueView } from './case-views.ts'
import { joinedSpans } from './flow.ts'

/** Clocks the reader may see, running ones first in order of their ends. Who was told is added by the reader of notices. */
export const clockViews = (
  process: ProcessDefinition,
  record: CaseRecord,
  decisionContext: DecisionContext,
  reader: Audience,
): ClockView[] =>
  record.obligations
    .filter((one) => visible(clockOf(process, one).audience, reader))
    .sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || (a.dueAt < b.dueAt ? -1 : 1))
    .map((one) => ({
      ...clockView(process, one, inRegion(decisionContext, record)),
      ...endedByView(process, record, one, reader),
    }))

const clockView = (
  process: ProcessDefinition,
  one: Obligation,
  decisionContext: DecisionContext,
): ClockView => ({
  id: one.id,
  clock: one.clock,
  ...(one.promised ? { promised: one.promised } : {}),
  words: clockOf(process, one).words,
  article: one.article,
  statutory: isStatutory(one, decisionContext),
  status: one.status,
  startedAt: one.startedAt,
  due: one.due,
  dueAt: one.dueAt,
  nominal: one.nominal,
  provisional: one.provisional,
  reasons: one.reasons,
  explanation: one.explanation,
  pauses: one.pauses,
  extensions: one.extensions,
  endedAt: one.endedAt,
  escalationLevels: one.escalationLevels.map((escalationLevel) => ({
    ...escalationLevel,
    words: escalationLevelOf(process, one, escalationLevel.escalationLevel).words,
    recipients: [],
  })),
  now: isRunning(one) ? dueView(one, decisionContext) : null,
})

/** After which act nobody owes it any more; why that was done is the authorities' own business. */
const endedByView = (
  process: ProcessDefinition,
  { data }: CaseRecord,
  { endedBy = '' }: Obligation,
  reader: Audience,
): Pick<ClockView, 'endedBy'> => {
  const definition = definitionOf(process, endedBy)
  if (!definition || !visible(definition.audience, reader)) return {}
  const reason = reader === 'internal' ? data[endedBy]?.reason : undefined
  const { zh, en } = definition.words
  return {
    endedBy: typeof reason === 'string' ? text(`${zh}：${reason}`, `${en}: ${reason}`) : { zh, en },
  }
}

/** 法定: a norm in force here gives the number, not a document, a promise, another place or a convention of ours. */
const isStatutory = (
  { rule, ruleVersion }: Obligation,
  { rules = committedRules }: DecisionContext,
): boolean =>
  rule !== null &&
  (rules.families.get(rule)?.some((row) => row.version === ruleVersion && isLaw(row)) ?? false)

/** The running period that ends first, as lists show it; null when none runs for this reader. */
export const nextDueView = (
  process: ProcessDefinition,
  record: CaseRecord,
  decisionContext: DecisionContext,
  reader: Audience,
): DueView | null => {
  const running = record.obligations.filter(
    (one) => isRunning(one) && !one.promised && visible(clockOf(process, one).audience, reader),
  )
  const first = running.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  return first ? dueView(first, inRegion(decisionContext, record)) : null
}

/** Where a period stands now: working days left or overdue, counted by the one counting module. */
export const dueView = (one: Obligation, decisionContext: DecisionContext): DueView => {
  const overdue = decisionContext.at >= one.dueAt
  const paused = one.status === 'paused'
  const base = {
    date: one.due,
    at: one.dueAt,
    overdue,
    provisional: one.provisional,
    paused,
    share: shares(one, decisionContext.at),
  }
  if (paused) return { ...base, words: text('已中止计时', 'Clock stopped') }
  const [from, to] = overdue
    ? [one.due, civilDate(decisionContext.at)]
    : [civilDate(decisionContext.at), one.due]
  if (isShort(one))
    return {
      ...base,
      toTheMinute: true,
      words: minutesInWords(Date.parse(one.dueAt) - Date.parse(decisionContext.at)),
    }
  const days = workdaysBetween(from, to, decisionContext.calendars, decisionContext.region)
  if (overdue)
    return {
      ...base,
      words:
        days === 0
          ? text('已逾期', 'Overdue')
          : text(`逾期 ${days} 个工作日`, `Overdue ${days} working day${days === 1 ? '' : 's'}`),
    }
  if (civilDate(decisionContext.at) === one.due)
    return { ...base, words: text('今日到期', 'Due today') }
  return {
    ...base,
    words: text(`剩 ${days} 个工作日`, `${days} working day${days === 1 ? '' : 's'} left`),
  }
}

const dayMs = 86_400_000

/** A period that is over within a day is told in minutes and hours: working days say nothing of it. */
const isShort = ({ startedAt, dueAt }: Obligation): boolean =>
  Date.parse(dueAt) - Date.parse(startedAt) < dayMs

const minutesInWords = (leftMs: number): Text => {
  const minutes = Math.ceil(Math.abs(leftMs) / 60_000)
  const { zh, en } = durationWords(minutes)
  return leftMs > 0 ? text(`剩 ${zh}`, `${en} left`) : text(`逾期 ${zh}`, `Overdue ${en}`)
}

/** Parts of the whole period that are used, paused and left, each 0…1, for a clock bar. */
const shares = (one: Obligation, at: Instant): DueView['share'] => {
  const begin = Date.parse(one.startedAt)
  const whole = Math.max(1, Date.parse(one.dueAt) - begin)
  const gone = Math.min(whole, Math.max(0, Date.parse(at) - begin))
  const pauses = one.pauses.map((pause) => ({ ...pause, to: pause.to ?? civilDate(at) }))
  const stopped = joinedSpans(pauses).reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0)
  const paused = Math.min(gone, stopped)
  return { used: (gone - paused) / whole, paused: paused / whole, left: (whole - gone) / whole }
}
