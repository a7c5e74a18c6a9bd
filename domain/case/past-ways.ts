// Which way did finished cases go, and how much working time did each part of it take?
import { type WorkClock, workClock } from '../calendar/worktime.ts'
import { statesOf } from './chart.ts'
import type { Instant } from './instant.ts'
import type { ProcessDefinition } from './process.ts'
import type { Obligation } from './record.ts'
import type { World } from './world.ts'

/** A fact that moved the chart, and whose hand was on it. */
export type Move = { type: string; at: Instant; before: string | null; after: string; by: { id: string; name: string } | null }
export type PastClock = Pick<Obligation, 'clock' | 'startedAt' | 'endedAt' | 'dueAt'> & { promised?: true }
export type PastCase = { region: string; moves: Move[]; clocks: PastClock[] }

/** Where a case stands, as far as it tells cases of a kind apart: which legal periods run, and whether it has been here before. */
export type Standing = { state: string; again: boolean; region: string; running: string; enteredAt: Instant; dated: Dated }
/** The end of a period whose length a document has set and no rule, if one runs: its holder takes his share of it, rest days or not. */
type Dated = Instant | null

/** A stay in one state on the way of a finished case; `rest`: working time from its end until the matter was settled. */
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

/** The stays of finished cases by the state in which they were. */
export type History = Map<string, Passage[]>

/** The stays of each case up to the settlement of its matter; one that is not settled adds nothing. */
export const historyOf = (process: ProcessDefinition, cases: PastCase[], world: Pick<World, 'calendars'>): History => {
  const history: History = new Map()
  for (const one of cases)
    for (const passage of wayOf(process, one, workClock(world.calendars, one.region))) {
      const known = history.get(passage.state)
      if (known) known.push(passage)
      else history.set(passage.state, [passage])
    }
  return history
}

const wayOf = (process: ProcessDefinition, { region, moves, clocks }: PastCase, time: WorkClock): Passage[] => {
  const stays = staysAlong(process, moves)
  const settled = stays.find(({ state }) => isSettled(process, state))
  if (!settled) return []
  const end = time.at(settled.enteredAt)
  const way: Passage[] = []
  for (const [index, stay] of stays.slice(0, stays.indexOf(settled)).entries()) {
    const after = stays[index + 1] ?? settled
    const [from, to] = [time.at(stay.enteredAt), time.at(after.enteredAt)]
    const standing = standingAt(process, stay, { region, clocks })
    const led = { event: after.event, by: after.by, next: after.state }
    way.push({ ...standing, ...led, stay: to - from, share: shareOf(standing, after.enteredAt), rest: end - to, index, way })
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
  { region, clocks }: Pick<PastCase, 'region' | 'clocks'>,
): Standing => {
  const running = clocks.filter(
    ({ promised, startedAt, endedAt }) => !promised && startedAt <= enteredAt && (endedAt === null || endedAt > enteredAt),
  )
  const dates = running.filter(({ clock, dueAt }) => isDated(process, clock) && dueAt > enteredAt).map(({ dueAt }) => dueAt)
  return {
    ...{ state, again, region, enteredAt },
    running: [...new Set(running.map(({ clock }) => clock))].sort().join('|'),
    dated: dates.sort()[0] ?? null,
  }
}

const isDated = ({ clocks }: ProcessDefinition, clock: string): boolean =>
  clocks.some((one) => one.clock === clock && 'dateField' in one.due)

/** `event` and `by`: what led there. */
export type Stay = { state: string; again: boolean; enteredAt: Instant; event: string; by: Move['by'] }

/** The stays of one case along the region of the chart in which its matter is settled, the last one still going on. */
export const staysAlong = (process: ProcessDefinition, moves: Move[]): Stay[] => {
  const stays: Stay[] = []
  for (const move of moves) {
    const state = mainState(process, move.after)
    if (state === null || state === stays.at(-1)?.state) continue
    stays.push({ state, again: stays.some((one) => one.state === state), enteredAt: move.at, event: move.type, by: move.by })
  }
  return stays
}

/** The state of a key (`handling.verifying|supervision.none`) that lies in the region where the matter is settled. */
export const mainState = (process: ProcessDefinition, key: string): string | null => {
  const leaves = key.split('|')
  if (process.machine.root.type !== 'parallel') return leaves[0] ?? null
  const region = process.settled?.split('.')[0] ?? Object.keys(process.machine.root.states)[0]
  return leaves.find((leaf) => leaf.split('.')[0] === region) ?? null
}

/** Whether the matter has come to its end here: to the good one that the process names, or to any other of its region. */
export const isSettled = (process: ProcessDefinition, state: string): boolean => {
  const states = ends.get(process) ?? new Set(endsOf(process))
  ends.set(process, states)
  return states.has(state)
}

const ends = new WeakMap<ProcessDefinition, Set<string>>()

const endsOf = (process: ProcessDefinition): string[] =>
  statesOf(process.machine)
    .filter(({ name, final }) => final || name === process.settled || name.startsWith(`${process.settled}.`))
    .map(({ name }) => name)
