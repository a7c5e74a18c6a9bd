// When does a period of law end, and why?

import { type Text, text } from '../language/words.ts'
import type { CalendarSet } from '../time/calendar.ts'
import { reckon } from '../time/count.ts'
import { civilDay, type Day, endOfDay, toMillis } from '../time/days.ts'
import type { Effort } from '../time/effort.ts'
import { isContinuous, type Period, type Reckoning, type Unit } from '../time/period.ts'
import type { CountedDay } from '../time/walk.ts'
import { adhocRule } from './adhoc.ts'
import {
  type Happening,
  type LegalExtension,
  type LegalPause,
  readExtensions,
  readPauses,
  refuseLate,
} from './course.ts'
import { type Expiry, expiryOf } from './expiry/expiry.ts'
import { explain } from './explain.ts'
import { readQuestion, type TimeLimitInput, type TimeLimitQuestion } from './input.ts'
import { invalid } from './parse.ts'
import { type Position, positionAt } from './position.ts'
import { doubtsOf } from './reasons.ts'
import { committedRules, isInForceOn, type RuleBook, ruleOn } from './rule-book.ts'
import { isUnconfirmed, type Rule } from './rules/rule.ts'
import { hazchemLawDay } from './rules/terms.ts'

export type TimeLimit = {
  /** The binding last day; for `organ` periods the nominal one. Backward: the latest day; windows: the last day. */
  due: Day
  /** First moment that is too late, +08:00. */
  dueAt: string
  nominal: Day
  /** Where 民法典 203 would move the last day; equals `due` for `party`. */
  rolled: Day
  rolledAt: string
  alertOn: Day
  provisional: boolean
  reasons: Text[]
  /** At most 1,200 rows of `dayCount`. */
  days: CountedDay[]
  dayCount: number
  truncated: boolean
  explanation: Text
  /** A pause is still running: `due` is the earliest possible. */
  stopped: boolean
  window: { from: Day; to: Day } | null
  pausedDays: number
  expiry: Expiry
  position: Position | null
  rule: {
    id: string
    version: string
    title: Text
    norm: Text
    article: string
    articleText: Text
    unit: Unit
    n: number
    roll: Rule['roll']
    confidence: Rule['confidence']
    /** Made for another place: whether it is followed here is to be confirmed. */
    elsewhere: boolean
    lawVersion: Rule['lawVersion']
    note: Text | null
  }
  calendar: string
}

/**
 * Which rule book, and whether the period runs in a case: a version may say that running periods follow it, and what has happened in a case
 * is not asked whether it can be meant, but for an extension that is being granted. `filedOn`: the day of the act that had to be done in time, where it is known; a period counted
 * backward follows the law of that day. `effort`: shared by all periods that one question asks for.
 */
export type Law = Happening & {
  rules?: RuleBook | undefined
  filedOn?: Day | undefined
  effort?: Effort
}

/**
 * Reckons one period of the rule book, or a free one (`adhoc` with `unit`, `n`, `roll`). The start date selects the version;
 * of a period counted backward to a latest day, that day does, for it is the act before it that has to be lawful.
 * Refuses with `invalid-input` (with JSON pointer), `unknown-rule` or `rule-not-in-force`.
 */
export const computeTimeLimit = (
  input: TimeLimitInput,
  calendars: CalendarSet,
  suppliedLaw: Law = {},
): TimeLimit => {
  const law = { ...suppliedLaw, effort: suppliedLaw.effort ?? { spent: 0 } }
  const question = readQuestion(input)
  const known = ruleFor(question, law)
  const rule =
    known.direction === 'backward' ? ruleOfTheAct(known, question, law, calendars) : known
  const pauses = readPauses(rule, question, law.running ?? false)
  const extensions = readExtensions(rule, question, law)
  const result = reckon({ ...periodOf(rule, question, pauses, calendars), extensions }, law.effort)
  refuseLate({ pauses, extensions }, question, result, law)
  const lawDay =
    known.direction === 'backward' && !rule.window ? (law.filedOn ?? result.due) : result.startDay
  return answer({ rule, question, pauses, extensions, result, calendars, lawDay })
}

/** Whether anybody may be refused by it: its text is confirmed and its days are decreed. Any other limit warns, and a person decides. */
export const binds = ({ provisional, rule }: Pick<TimeLimit, 'provisional' | 'rule'>): boolean =>
  !provisional && !isUnconfirmed(rule)

const ruleFor = (
  question: TimeLimitQuestion,
  { rules = committedRules, running = false }: Law,
): Rule => {
  const { rule: id, start, version, unit, n, roll, direction, region } = question
  const startDay = civilDay(start) ?? ''
  if (startDay < '1990-01-01' || startDay > '2099-12-31')
    throw invalid('/start', {
      pointer: '/start',
      reason: text('起算日期应在1990年至2099年之间', 'The start must lie between 1990 and 2099'),
    })
  if (id === 'adhoc') return adhocRule(question)
  const own = Object.entries({ n, roll, direction }).find(([, value]) => value !== undefined)
  if (own)
    throw invalid(`/${own[0]}`, {
      pointer: `/${own[0]}`,
      reason: text(
        `“${own[0]}”由规则确定，只能用于 adhoc`,
        `“${own[0]}” is set by the rule and only free for adhoc`,
      ),
    })
  const rule = ruleOn(id, startDay, { version, region, running }, rules)
  if (unit === undefined || unit === rule.unit) return needMoment(rule, start)
  if (unit === rule.alsoReadAs)
    return {
      ...rule,
      unit,
      note: text('按本市口径以该单位计算', 'Reckoned in this unit by city policy'),
    }
  throw invalid('/unit', {
    pointer: '/unit',
    reason: text(
      `“${rule.title.zh}”按${rule.unit}计算`,
      `“${rule.title.en}” is counted in ${rule.unit}`,
    ),
  })
}

/** A window ends with the day it is counted from, and a version asked for by name is taken; before the first version there is none to take. */
const ruleOfTheAct = (
  rule: Rule,
  question: TimeLimitQuestion,
  { rules, running, filedOn, effort }: Law,
  calendars: CalendarSet,
): Rule => {
  if (rule.window || rule.id === 'adhoc' || question.version !== undefined) return rule
  const on = filedOn ?? reckon(periodOf(rule, question, [], calendars), effort).due
  const lookup = { region: question.region, running: running ?? false }
  if (!isInForceOn(rule.id, on, lookup, rules)) return rule
  const then = ruleOn(rule.id, on, lookup, rules)
  return rule.unit === then.alsoReadAs ? { ...then, unit: rule.unit, note: rule.note } : then
}

const needMoment = (rule: Rule, start: string): Rule => {
  if (!isContinuous(rule.unit) || toMillis(start) !== null) return rule
  throw invalid('/start', {
    pointer: '/start',
    reason: text(
      '按小时计算的期限须给出起算时刻（含时分）',
      'A period in hours needs the moment it starts, with hour and minute',
    ),
  })
}

const periodOf = (
  { unit, n, roll, direction }: Rule,
  { start, region }: TimeLimitQuestion,
  pauses: LegalPause[],
  calendars: CalendarSet,
): Period => ({
  unit,
  n,
  roll,
  start,
  direction,
  calendars,
  region,
  pauses,
})

type Reckoned = {
  rule: Rule
  question: TimeLimitQuestion
  pauses: LegalPause[]
  extensions: LegalExtension[]
  result: Reckoning
  calendars: CalendarSet
  /** The day whose law counts. */
  lawDay: Day
}

const answer = ({
  rule,
  question,
  pauses,
  extensions,
  result,
  calendars,
  lawDay,
}: Reckoned): TimeLimit => {
  const stopped = pauses.some(({ open, from }) => open && from <= result.rolled)
  const pending =
    !rule.entered &&
    rule.lawVersion === null &&
    rule.process === 'hazchem-licence' &&
    lawDay >= hazchemLawDay
  const { id, version, title, norm, article, unit, n, roll, confidence, elsewhere } = rule
  const { doubted, reasons } = doubtsOf({ rule, result, extensions, stopped, pending })
  const last = rule.window ? result.startDay : result.due
  return {
    due: last,
    dueAt: rule.window ? endOfDay(last) : result.dueAt,
    nominal: rule.window ? last : result.nominal,
    rolled: rule.window ? last : result.rolled,
    rolledAt: rule.window ? endOfDay(last) : result.rolledAt,
    alertOn: last,
    provisional: result.provisional || isUnconfirmed(rule) || stopped || doubted,
    reasons,
    days: result.days,
    dayCount: result.length,
    truncated: result.length > result.days.length,
    explanation: explain({ rule, result, pauses, extensions }),
    stopped,
    window: rule.window ? { from: result.nominal, to: result.startDay } : null,
    pausedDays: result.pausedDays,
    expiry: expiryOf(rule, result),
    position: question.asOf ? positionAt(question.asOf, { rule, result, pauses }) : null,
    rule: {
      id,
      version,
      title,
      norm,
      article: article.zh,
      articleText: article,
      unit,
      n,
      roll,
      confidence,
      elsewhere,
      lawVersion: pending ? 'pending' : rule.lawVersion,
      note: rule.note,
    },
    calendar: calendars.version,
  }
}
