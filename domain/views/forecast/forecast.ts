// When will a running case come to its end, and each of its steps to theirs?

import type { Text } from '../../language/words.ts'
import type { Audience } from '../../model/audience.ts'
import { type DecisionContext, lawOf } from '../../model/decision-context.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Day } from '../../time/days.ts'
import { civilDate, instant, later } from '../../time/instant.ts'
import { isDecreed, type WorkClock, workClock } from '../../time/worktime.ts'
import { type Limit, limitsAhead } from './limits-ahead.ts'
import { type Course, coursesAlong, type Move } from './parts.ts'
import { type History, type Passage, type Standing, standingAt } from './past-ways.ts'
import { fewest, usualWay, type WayStep } from './usual-way.ts'

/**
 * Three days of which the first and the last hold nine cases of ten between them. `provisional`: a year that lies in between has no
 * decreed calendar, the days are estimated.
 */
export type Span = { earliest: Day; expected: Day; latest: Day; provisional: boolean }
/** `again`: the case has been in this state before and the step is run anew. */
export type ForecastStep = WayStep & { again: boolean; span: Span | null; limit: Limit | null }
export type Forecast = {
  /** What it is the end of, where that is not the whole matter. */
  ends: Text | null
  steps: ForecastStep[]
  end: Span | null
  /** How many stays of finished cases it rests on; 0 where they are too few, or the case has outlasted nearly all of them. */
  passages: number
  why: 'history' | 'few' | 'outlasted'
  /** Which part of the cases alike ended after the day that the law sets for this one, 0…1; null where there is none or it has passed. */
  late: number | null
}

export type Subject = {
  process: ProcessDefinition
  record: CaseRecord
  moves: Move[]
  history: History
  decisionContext: DecisionContext
  reader: Audience
}

/** The dated remaining path of the part in which the case is; null when its matter is settled, or lies where nothing is forecast. */
export const forecast = (subject: Subject): Forecast | null => {
  const { process, record, moves, decisionContext } = subject
  const course = coursesAlong(process, moves).at(-1)
  const stay = course?.stays.at(-1)
  if (!course || !stay || course.end) return null
  const time = workClock(decisionContext.calendars, record.region)
  const answers = record.data[process.start.type] ?? {}
  const here = standingAt(process, stay, {
    region: record.region,
    answers,
    clocks: record.obligations,
  })
  const spent = time.at(decisionContext.at) - time.at(stay.enteredAt)
  const same = subject.history.get(stay.state) ?? []
  const { alike, why } = alikeOf(same, here, spent, time)
  const way = usualWay(
    process,
    stay.state,
    alike.length > 0 ? alike : same,
    record.snapshot.context,
    { at: decisionContext.at, ...lawOf(decisionContext, record) },
  )
  return dated(subject, { course, way, here, spent, alike, why }, time)
}

type Likeness = {
  course: Course
  way: WayStep[]
  here: Standing
  spent: number
  alike: Passage[]
  why: Forecast['why']
}

const dated = (
  subject: Subject,
  { course, way, here, spent, alike, why }: Likeness,
  time: WorkClock,
): Forecast => {
  const { decisionContext } = subject
  const left = alike.map((one) => stayOf(one, here, time) - spent)
  const spanAt = spanFrom(decisionContext, time)
  const goesOn =
    alike.length > 0 ? instant(`${spanAt(left).expected}T12:00:00+08:00`) : decisionContext.at
  const limits = limitsAhead(subject, way, goesOn)
  const been = new Set(course.stays.slice(0, -1).map(({ state }) => state))
  const steps = way.map((step, at): ForecastStep => {
    const ends = alike.flatMap((one, nth) =>
      passedAfter(one, step.state).map((later) => (left[nth] ?? 0) + later),
    )
    return {
      ...step,
      again: been.has(step.state),
      span: ends.length < fewest ? null : spanAt(ends),
      limit: limits[at] ?? null,
    }
  })
  const ends = alike.map((one, nth) => (left[nth] ?? 0) + one.rest)
  const limit = limits.at(-1) ?? null
  const ahead =
    limit?.firm && limit.dueAt > decisionContext.at
      ? time.at(limit.dueAt) - time.at(decisionContext.at)
      : null
  return {
    ends: course.part.words,
    steps: inOrder(steps),
    why,
    passages: alike.length,
    end: ends.length < fewest ? null : spanAt(ends),
    late:
      ahead === null || ends.length === 0
        ? null
        : ends.filter((end) => end > ahead).length / ends.length,
  }
}

// ── which cases are alike ───────────────────────────────────────────────────────────────────────────────────────────

type Like = (one: Passage, here: Standing) => boolean
const alikeIn =
  (...names: ('sort' | 'running' | 'again' | 'region')[]): Like =>
  (one, here) =>
    names.every((name) => one[name] === here[name])

/** From the closest likeness to the loosest; the first that enough cases share is taken. */
const likenesses: Like[] = [
  alikeIn('sort', 'running', 'again', 'region'),
  alikeIn('sort', 'running', 'again'),
  alikeIn('running', 'again'),
  alikeIn('running'),
  alikeIn(),
]

/** So many of the latest are asked how long things take: an office that has become slower, or faster, is soon seen. */
const latest = 200

/** Stays of finished cases in the same state that lasted longer than this one has so far. */
const alikeOf = (
  same: Passage[],
  here: Standing,
  spent: number,
  time: WorkClock,
): { alike: Passage[]; why: Forecast['why'] } => {
  const lasting = same.filter((one) => stayOf(one, here, time) > spent)
  const closest = likenesses
    .map((like) => lasting.filter((one) => like(one, here)))
    .find(({ length }) => length >= fewest)
  if (closest)
    return {
      alike: closest.toSorted((a, b) => (a.enteredAt < b.enteredAt ? 1 : -1)).slice(0, latest),
      why: 'history',
    }
  return { alike: [], why: same.length < fewest ? 'few' : 'outlasted' }
}

/** How much working time such a stay would have taken here: of a dated period it takes the same share. */
const stayOf = (
  { stay, share }: Passage,
  { enteredAt, dated }: Standing,
  time: WorkClock,
): number => {
  if (share === null || dated === null) return stay
  const left = later(enteredAt, share * (Date.parse(dated) - Date.parse(enteredAt)))
  return time.at(left) - time.at(enteredAt)
}

/** Working time from the end of a stay to the last end of a later one in that state; to its own end, none. */
const passedAfter = (one: Passage, state: string): number[] => {
  if (one.state === state) return [0]
  const last = one.way.findLast((later) => later.state === state && later.index > one.index)
  return last ? [one.rest - last.rest] : []
}

// ── from working time to days ───────────────────────────────────────────────────────────────────────────────────────

/**
 * Two ranks hold a further case of the same kind as often as they lie apart, whatever the distribution is: of n cases it falls between
 * the i-th and the k-th with (k-i)/(n+1). So 19 are the fewest of which 90 % can be said. Of all pairs the narrowest is shown: delays are
 * lopsided, and what one case in twenty takes would stand for all. They lie one rank farther apart, for the choice favours what is narrow
 * by chance.
 */
const narrowest = (sorted: number[]): [number, number] => {
  const apart = Math.min(sorted.length - 1, Math.ceil((sorted.length + 1) * 0.9) + 1)
  const pairs = sorted
    .slice(0, sorted.length - apart)
    .map((from, at): [number, number] => [from, sorted[at + apart] ?? from])
  return pairs.reduce(
    (best, one) => (one[1] - one[0] < best[1] - best[0] ? one : best),
    pairs[0] ?? [0, 0],
  )
}

const spanFrom = ({ at, calendars }: DecisionContext, time: WorkClock) => {
  const [now, today] = [time.at(at), civilDate(at)]
  return (left: number[]): Span => {
    const sorted = left.toSorted((a, b) => a - b)
    const [first, last] = narrowest(sorted)
    const middle = sorted[Math.max(1, Math.round((sorted.length + 1) * 0.5)) - 1] ?? 0
    const earliest = [today, time.earliest(now + first)].sort()[1] ?? today
    const latest = time.day(now + last)
    return {
      earliest,
      expected: time.day(now + middle),
      latest,
      provisional: !isDecreed(calendars, today, latest),
    }
  }
}

/** No step ends before the one in front of it. */
const inOrder = (steps: ForecastStep[]): ForecastStep[] => {
  let before: Span | null = null
  return steps.map((step) => {
    if (step.span) before = before ? notBefore(step.span, before) : step.span
    return { ...step, span: step.span && before }
  })
}

const notBefore = (span: Span, before: Span): Span => ({
  earliest: laterOf(span.earliest, before.earliest),
  expected: laterOf(span.expected, before.expected),
  latest: laterOf(span.latest, before.latest),
  provisional: span.provisional || before.provisional,
})
const laterOf = (one: Day, other: Day): Day => (one > other ? one : other)
