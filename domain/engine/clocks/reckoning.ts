// When does a clock of a process end, and when is each of its levels due?

import { DomainError } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import { computeTimeLimit, type TimeLimit } from '../../law/compute.ts'
import type { TimeLimitInput } from '../../law/input.ts'
import type {
  ClockDefinition,
  EscalationLevelDefinition,
  EscalationLevelUnit,
} from '../../model/clock-definition.ts'
import type { DecisionContext } from '../../model/decision-context.ts'
import type { EscalationLevelState, Obligation } from '../../model/record.ts'
import { addDays } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import { civilDate, civilMoment, instant, later } from '../../time/instant.ts'
import { isContinuous } from '../../time/period.ts'

type Reckoned = Pick<
  Obligation,
  | 'due'
  | 'dueAt'
  | 'nominal'
  | 'provisional'
  | 'reasons'
  | 'explanation'
  | 'ruleVersion'
  | 'article'
>
/** `granting`: its last extension is being granted now, and so may be refused. */
type Course = Pick<Obligation, 'start' | 'pauses' | 'extensions'> & {
  startedAt: Instant
  granting?: true
}

/** Due date and its explanation for a clock that started with `data`; a running pause leaves the last known date. */
export const reckonClock = (
  { due }: ClockDefinition,
  course: Course,
  data: Record<string, unknown>,
  decisionContext: DecisionContext,
): Reckoned => {
  if ('rule' in due) return byRule(due.rule, course, decisionContext)
  if ('momentField' in due) return byMoment(due.article, String(data[due.momentField]), course)
  return byDate(due, String(data[due.dateField]), course, decisionContext)
}

/** Where many cases are reckoned at once, equal periods are reckoned once; those in hours and minutes differ with every moment. */
const limitOf = (
  input: TimeLimitInput & { start: string },
  decisionContext: DecisionContext,
  granting = false,
): TimeLimit => {
  const { calendars, rules } = decisionContext
  if (granting || !decisionContext.known)
    return computeTimeLimit(input, calendars, { rules, running: true, granting })
  const key = JSON.stringify({
    ...input,
    start: input.start.length > 10 ? civilDate(input.start) : input.start,
  })
  const known = decisionContext.known.get(key)
  if (known) return known
  const found = computeTimeLimit(input, calendars, { rules, running: true })
  if (!isContinuous(found.rule.unit)) decisionContext.known.set(key, found)
  return found
}

/** What the law is asked of an extension; why it was granted is its owner's. */
const granted = ({ at, by, paper }: Obligation['extensions'][number]) => ({
  at,
  by,
  ...(paper ? { paper } : {}),
})

const placeOf = ({ region }: DecisionContext) => (region === undefined ? {} : { region })

const byRule = (rule: string, course: Course, decisionContext: DecisionContext): Reckoned => {
  const pauses = course.pauses.map(({ kind, from, to }) => ({
    kind,
    from,
    to: to ?? civilDate(decisionContext.at),
  }))
  // Hours and minutes run from their moment; all else from a day, which need not be that of the fact.
  const start = course.start === civilDate(course.startedAt) ? course.startedAt : course.start
  const result = limitOf(
    {
      rule,
      start,
      pauses,
      extensions: course.extensions.map(granted),
      ...placeOf(decisionContext),
    },
    decisionContext,
    course.granting,
  )
  return {
    due: result.due,
    dueAt: instant(result.dueAt),
    nominal: result.nominal,
    provisional: result.provisional,
    reasons: result.reasons,
    explanation: result.explanation,
    ruleVersion: String(result.rule.version),
    article: result.rule.article,
  }
}

/** How far a period of the rule book has run, with what is not counted: "第14/20个工作日；扣除…"; null for a date that a document set. */
export const courseOf = (
  one: Pick<Obligation, 'rule' | 'start' | 'startedAt' | 'pauses' | 'extensions'>,
  decisionContext: DecisionContext,
): Text | null => {
  if (one.rule === null) return null
  const asOf = civilDate(decisionContext.at)
  const pauses = one.pauses.map(({ kind, from, to }) => ({ kind, from, to: to ?? asOf }))
  const start = one.start === civilDate(one.startedAt) ? one.startedAt : one.start
  const extensions = one.extensions.map(granted)
  return (
    limitOf(
      { rule: one.rule, start, pauses, extensions, asOf, ...placeOf(decisionContext) },
      decisionContext,
    ).position?.summary ?? null
  )
}

const byDate = (
  { article, rolls }: Extract<ClockDefinition['due'], { dateField: string }>,
  date: string,
  course: Course,
  decisionContext: DecisionContext,
): Reckoned => {
  const added = course.extensions.reduce((sum, { by }) => sum + by, 0)
  const earlier = addDays(date, Math.min(0, added))
  const end =
    added > 0
      ? unitsAfter(date, 'ND', added, decisionContext)
      : { ...endOfDay(earlier), due: earlier }
  const { due, dueAt, provisional, reasons } = rolls
    ? afterRestDays(end.due, decisionContext)
    : { due: end.due, dueAt: end.at, provisional: false, reasons: [] }
  const longer = movedWords(added)
  const rolled = rolledWords(due !== end.due)
  return {
    due,
    dueAt: instant(dueAt),
    nominal: end.due,
    provisional,
    reasons,
    explanation: text(
      `文书确定的期限 ${date}${longer.zh}${rolled.zh}；到期 ${due}（24时止）`,
      `Date set by the document ${date}${longer.en}${rolled.en}; due ${due} (end of day)`,
    ),
    ruleVersion: null,
    article,
  }
}

/** 民法典 203: the day itself, or the first working day after; in a year without a decree it is an estimate. */
const afterRestDays = (day: string, decisionContext: DecisionContext): TimeLimit =>
  limitOf(
    {
      rule: 'adhoc',
      unit: 'ND',
      n: 1,
      roll: 'party',
      start: addDays(day, -1),
      ...placeOf(decisionContext),
    },
    decisionContext,
  )

const rolledWords = (rolled: boolean): Text =>
  rolled ? text('，遇法定休假日顺延', ', put off over rest days') : text('', '')

const movedWords = (days: number): Text => {
  if (days === 0) return text('', '')
  return days > 0
    ? text(`，经批准延长${days}日`, `, extended by ${days} days`)
    : text(`，提前${-days}日`, `, put forward by ${-days} days`)
}

/** Whoever wants it longer says so anew and why: a moment that a person has set is not stretched behind his back. */
const byMoment = (article: string, moment: string, { extensions }: Course): Reckoned => {
  if (extensions.length > 0)
    throw new DomainError('not-possible-now', [
      text(
        '按时刻确定的期限不能延长，请重新办理',
        'An end set to a moment is not extended: set it anew',
      ),
    ])
  const dueAt = instant(moment)
  const due = civilDate(dueAt)
  const dueText = civilMoment(dueAt)
  return {
    due,
    dueAt,
    nominal: due,
    provisional: false,
    reasons: [],
    explanation: text(`确定的时刻 ${dueText}`, `The moment set: ${dueText}`),
    ruleVersion: null,
    article,
  }
}

/** 24:00 of a civil date in Asia/Shanghai as an instant (民法典 203). */
export const endOfDay = (date: string): { at: Instant } => ({
  at: instant(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000),
})

const unitsAfter = (
  date: string,
  unit: Exclude<EscalationLevelUnit, 'MIN'>,
  n: number,
  decisionContext: DecisionContext,
): { at: Instant; due: string; provisional: boolean } => {
  const result = limitOf(
    { rule: 'adhoc', unit, n, roll: 'never', start: date, ...placeOf(decisionContext) },
    decisionContext,
  )
  return { at: instant(result.dueAt), due: result.due, provisional: result.provisional }
}

type End = Pick<Obligation, 'due' | 'dueAt' | 'provisional'>

/** The levels of a clock with their planned instants: the warning before, and each level n full days after the due date, or n minutes after its end; all as firm as that date. */
export const planEscalationLevels = (
  clock: ClockDefinition,
  end: End,
  decisionContext: DecisionContext,
): EscalationLevelState[] => {
  const warning = clock.warn
    ? [planned(warningEscalationLevel, warningAt(clock.warn, end.due, decisionContext))]
    : []
  const escalationLevels = [
    ...warning,
    ...clock.escalationPolicy.map((escalationLevel) =>
      planned(
        escalationLevel.escalationLevel,
        escalationLevelAt(escalationLevel, end, decisionContext),
      ),
    ),
  ]
  return escalationLevels.map((escalationLevel) => ({
    ...escalationLevel,
    provisional: escalationLevel.provisional || end.provisional,
  }))
}

export const warningEscalationLevel = 'warning'

const warningAt = (
  warn: { unit: 'WD' | 'ND'; n: number },
  due: string,
  decisionContext: DecisionContext,
): { at: Instant; provisional: boolean } => {
  const back = limitOf(
    {
      rule: 'adhoc',
      unit: warn.unit,
      n: warn.n,
      roll: 'never',
      start: due,
      direction: 'backward',
      ...placeOf(decisionContext),
    },
    decisionContext,
  )
  return { at: instant(`${back.due}T09:00:00+08:00`), provisional: back.provisional }
}

const escalationLevelAt = (
  escalationLevel: EscalationLevelDefinition,
  end: End,
  decisionContext: DecisionContext,
): { at: Instant; provisional: boolean } =>
  escalationLevel.after.unit === 'MIN' || escalationLevel.after.n === 0
    ? { at: later(end.dueAt, escalationLevel.after.n * 60_000), provisional: false }
    : unitsAfter(end.due, escalationLevel.after.unit, escalationLevel.after.n, decisionContext)

const planned = (
  escalationLevel: string,
  when: { at: Instant; provisional: boolean },
): EscalationLevelState => ({
  escalationLevel,
  plannedAt: when.at,
  status: 'planned',
  firedAt: null,
  recordedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  provisional: when.provisional,
})
