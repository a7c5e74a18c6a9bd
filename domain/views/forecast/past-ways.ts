// Which way did finished cases go, and how much working time did each part of it take?

import type { DecisionContext } from '../../model/decision-context.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { Obligation } from '../../model/record.ts'
import type { Instant } from '../../time/instant.ts'
import { type WorkClock, workClock } from '../../time/worktime.ts'
import { type Course, coursesAlong, type Move, type Stay } from './parts.ts'

export type PastClock = Pick<Obligation, 'clock' | 'startedAt' | 'endedAt' | 'dueAt'> & {
  promised?: true
}
/** `answers`: those of its first event. */
export type PastCase = {
  region: string
  answers: Record<string, unknown>
  moves: Move[]
  clocks: PastClock[]
}

/** Where a case stands, as far as it tells cases apart: of which sort it is, which legal periods run, whether it has been here before. */
export type Standing = {
  state: string
  again: boolean
  region: string
  sort: string
  running: string
  enteredAt: Instant
  dated: Dated
}
/** The end of a period whose length a document has set and no rule, if one runs: its holder takes his share of it, rest days or not. */
type Dated = Instant | null

/** A stay in one state on a finished way; `rest`: working time from its end until that part of the way was. */
export type Passage = Standing & {
  /** Working time; and the share of the dated period that had gone when it ended. */
  stay: number
  share: number | null
  rest: number
  /** What ended the stay, by whose hand, and where it led. */
  event: string
  by: Move['by']
  next: string
  index: number
  way: Passage[]
}

/** The stays of finished ways by the state in which they were. */
export type History = Map<string, Passage[]>

/** The stays of each case in every part of its way that has come to its end; what goes on adds nothing. */
export const historyOf = (
  process: ProcessDefinition,
  cases: PastCase[],
  decisionContext: Pick<DecisionContext, 'calendars'>,
): History => {
  const history: History = new Map()
  for (const one of cases)
    for (const course of coursesAlong(process, one.moves))
      for (const passage of wayOf(
        process,
        one,
        course,
        workClock(decisionContext.calendars, one.region),
      )) {
        const known = history.get(passage.state)
        if (known) known.push(passage)
        else history.set(passage.state, [passage])
      }
  return history
}

const wayOf = (
  process: ProcessDefinition,
  past: PastCase,
  { stays, end }: Course,
  time: WorkClock,
): Passage[] => {
  if (end === null) return []
  const ended = time.at(end.enteredAt)
  const way: Passage[] = []
  for (const [index, stay] of stays.entries()) {
    const after = stays[index + 1] ?? end
    const [from, to] = [time.at(stay.enteredAt), time.at(after.enteredAt)]
    const standing = standingAt(process, stay, past)
    const led = { event: after.event, by: after.by, next: after.state }
    way.push({
      ...standing,
      ...led,
      stay: to - from,
      share: shareOf(standing, after.enteredAt),
      rest: ended - to,
      index,
      way,
    })
  }
  return way
}

const shareOf = ({ enteredAt, dated }: Standing, left: Instant): number | null => {
  if (dated === null) return null
  const [from, until] = [Date.parse(enteredAt), Date.parse(dated)]
  return (Date.parse(left) - from) / (until - from)
}

/** Where a case stands that came into a state at a moment. */
export const standingAt = (
  process: ProcessDefinition,
  { state, again, enteredAt }: Pick<Stay, 'state' | 'again' | 'enteredAt'>,
  { region, answers, clocks }: Omit<PastCase, 'moves'>,
): Standing => {
  const running = clocks.filter(
    ({ promised, startedAt, endedAt }) =>
      !promised && startedAt <= enteredAt && (endedAt === null || endedAt > enteredAt),
  )
  const dates = running
    .filter(({ clock, dueAt }) => isDated(process, clock) && dueAt > enteredAt)
    .map(({ dueAt }) => dueAt)
  return {
    state,
    again,
    region,
    sort: process.sort?.(answers) ?? '',
    enteredAt,
    running: [...new Set(running.map(({ clock }) => clock))].sort().join('|'),
    dated: dates.sort()[0] ?? null,
  }
}

const isDated = ({ clocks }: ProcessDefinition, clock: string): boolean =>
  clocks.some((one) => one.clock === clock && 'dateField' in one.due)
