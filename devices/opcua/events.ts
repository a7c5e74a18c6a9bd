// What does an event of a plant mean for its conditions?
import { cut } from '../port/cut.ts'
import type { Condition, Flag, Observation, Sign } from '../port/port.ts'
import { type Book, type Held, mostBranches } from './book.ts'
import type { PlantEvent } from './fields.ts'
import type { Item, ItemIndex } from './items.ts'
import { levelOf } from './levels.ts'
import { words } from './words.ts'

const markers: Readonly<Record<string, 'start' | 'end' | 'required' | 'overflow'>> = {
  'i=2787': 'start',
  'i=2788': 'end',
  'i=2789': 'required',
  'i=3035': 'overflow',
}

/** What is about the refresh itself; null: an event of a condition, or one that does not concern us. */
export const markerOf = ({ type }: PlantEvent) => markers[type] ?? null

export type EventDeps = {
  items: ItemIndex
  book: Book
  /** Which device a plant's object that is no measuring point belongs to: lasting name → device. */
  sources: ReadonlyMap<string, string>
  /** The plant as a whole: what belongs to no device of ours. */
  plant: string
  flags: Flag[]
  valueOf: (node: string) => number | null
  /** Whether its measurement can be believed now; asked before an alarm is believed to have ended. */
  inputIsGood: (node: string) => Promise<boolean>
  now: () => Date
}

export type Events = ReturnType<typeof createEvents>

type Of = PlantEvent & { condition: string }

/** Events one after the other, each judged against what is held. */
export const createEvents = (on: EventDeps) => {
  /** Input → conditions whose end is not believed while it is bad; '' = the plant itself doubts it. */
  const suspected = new Map<string, Set<string>>()
  let replayed: Set<string> | null = null
  const replay = (condition: string, branch: string | null) =>
    replayed?.add(`${condition} ${branch ?? ''}`)
  const suspect = (condition: string, input: string) =>
    suspected.set(input, (suspected.get(input) ?? new Set()).add(condition))
  return {
    receive: async (event: PlantEvent): Promise<Observation[]> => {
      // Audits and transitions tell of methods and machines, not of a state; only conditions have Retain.
      const isOfState = event.retain !== null || event.enabled === false
      if (event.condition === null || !isOfState || event.id === '') return []
      const of: Of = { ...event, condition: event.condition }
      replay(of.condition, of.branch)
      if (on.book.again(of.condition, of.branch, of.id)) return confirmed(on, of)
      if (isDisabled(on, of)) return disabled(on, of)
      if (of.branch === null && (await isUncertain(on, of))) {
        suspect(of.condition, of.input ?? '')
        return []
      }
      on.book.note(of.condition, of.branch, of.id)
      return of.branch === null ? trunk(on, of) : branch(on, of, of.branch)
    },
    suspect,
    /** True: an end that was doubted can be asked for again. */
    goodAgain: (input: string): boolean => suspected.delete(input),
    replayBegins: (): void => {
      replayed = new Set()
    },
    /** What is held and was not replayed. Null: no replay was under way. */
    replayEnds: (): { trunks: [string, Held][]; branches: [string, string, Held][] } | null => {
      const replayedIds = replayed
      replayed = null
      if (replayedIds === null) return null
      return {
        trunks: on.book
          .trunks()
          .filter(([condition, { active }]) => active && !replayedIds.has(`${condition} `)),
        branches: on.book
          .allBranches()
          .filter(([condition, id]) => !replayedIds.has(`${condition} ${id}`)),
      }
    },
  }
}

/** Bad quality is not a return to normal: servers tell "back to normal" when the sensor fails. */
const isUncertain = async ({ book, inputIsGood }: EventDeps, event: Of): Promise<boolean> => {
  const ends = event.active === false && book.trunk(event.condition)?.active === true
  if (!ends) return false
  if (!event.good) return true
  return event.input !== null && !(await inputIsGood(event.input))
}

/** Received before, but now spoken of again: no branch of it is doubtful any more. */
const confirmed = ({ book }: EventDeps, { condition, branch: id }: Of): [] => {
  const held = id === null ? undefined : book.branch(condition, id)
  if (held) held.unconfirmed = false
  return []
}

const isDisabled = ({ book }: EventDeps, { enabled, branch: id, condition }: Of): boolean =>
  enabled === false && id === null && book.trunk(condition)?.active === true

const disabled = ({ book, now }: EventDeps, event: Of): Condition[] => {
  book.note(event.condition, null, event.id)
  const suppressed = suppressIn(book, event.condition, event.id, momentOf(event, now()).at)
  return suppressed ? [suppressed] : []
}

/** Part 9 §5.5.2: while it is disabled it has no other state; what was told last stands, and nobody judges it. Null: none is held. */
export const suppressIn = (
  book: Book,
  condition: string,
  event: string,
  moment: Date,
): Condition | null => {
  const held = book.trunk(condition)
  if (!held) return null
  const at = after(held.condition, moment)
  const suppressed = { ...held.condition, suppressed: true, retain: false, event, at }
  book.keep(condition, null, { ...held, condition: suppressed, event, retain: false })
  return suppressed
}

const trunk = (on: EventDeps, event: Of): Condition[] => {
  const before = on.book.trunk(event.condition)
  const active = event.active ?? event.retain === true
  // Some servers call the trunk acknowledged as soon as it is normal, and leave the question to a branch.
  const open = on.book.branchesOf(event.condition).some(([, { acked }]) => !acked)
  const acked = event.acked === true && (active || !open)
  const condition = conditionOf(on, event, { active, acked }, before)
  on.book.keep(event.condition, null, heldOf(event, condition, { active, acked }))
  return [condition]
}

const branch = (on: EventDeps, event: Of, id: string): Observation[] => {
  const { book, now } = on
  const acked = event.acked === true
  const known = book.branch(event.condition, id) !== undefined
  const condition: Condition = {
    ...conditionOf(
      on,
      event,
      { active: event.retain === true, acked },
      book.trunk(event.condition),
    ),
    branch: id,
  }
  if (event.retain === false) {
    book.drop(event.condition, id)
    return [condition, ...(acked ? settled(on, event) : [])]
  }
  const merged = !known && book.branchesOf(event.condition).length >= mostBranches
  book.keep(event.condition, id, heldOf(event, condition, { active: event.active === true, acked }))
  if (!merged) return [condition, ...(acked ? settled(on, event) : [])]
  // The oldest is no longer told of by itself; acknowledging the condition acknowledges what is left.
  const [oldest] = book.branchesOf(event.condition)
  if (oldest) book.drop(event.condition, oldest[0])
  return [signOf(condition, 'too-many-branches', words.manyBranches, now(), on.flags)]
}

/** No earlier occurrence waits any more: what has come back to normal meanwhile is acknowledged too. */
const settled = (on: EventDeps, event: Of): Condition[] => {
  const { condition, id } = event
  const held = on.book.trunk(condition)
  if (
    !held ||
    held.active ||
    held.acked ||
    on.book.branchesOf(condition).some(([, one]) => !one.acked)
  )
    return []
  const acknowledged = {
    ...held.condition,
    acked: true,
    at: after(held.condition, momentOf(event, on.now()).at),
    event: `${id}/trunk`,
  }
  on.book.keep(condition, null, { ...held, condition: acknowledged, acked: true })
  return [acknowledged]
}

export const signOf = (
  { device }: { device: string },
  sign: string,
  text: string,
  at: Date,
  flags: Flag[],
): Sign => ({
  kind: 'sign',
  device,
  sign,
  text,
  at: at.toISOString(),
  flags,
})

const heldOf = (
  event: Of,
  condition: Condition,
  { active, acked }: { active: boolean; acked: boolean },
): Held => ({
  condition,
  active,
  acked,
  event: event.id,
  retain: event.retain === true,
  input: event.input,
  unconfirmed: false,
})

const skewMs = 60_000

/** The source's own time; a minute off its server's, it is marked and the server's decides. */
export const momentOf = (
  { time, received }: PlantEvent,
  now: Date,
): { at: Date; skewed: boolean } => {
  if (time === null || received === null) return { at: time ?? received ?? now, skewed: false }
  const skewed = Math.abs(time.getTime() - received.getTime()) > skewMs
  return { at: skewed ? received : time, skewed }
}

/** What we conclude has the plant's own time too: of ours, what a slow clock tells next would be older. Nothing ends before it began. */
export const after = ({ at }: Condition, moment: Date): string =>
  moment.toISOString() > at ? moment.toISOString() : at

type Judged = { active: boolean; acked: boolean }

const conditionOf = (
  on: EventDeps,
  event: Of,
  { active, acked }: Judged,
  before: Held | undefined,
): Condition => {
  const item = on.items.byNode(event.input) ?? on.items.byNode(event.source)
  const { at, skewed } = momentOf(event, on.now())
  return {
    kind: 'condition',
    ...addressOf(on, event, item),
    condition: event.condition,
    active,
    acked,
    ...(event.confirmed === null ? {} : { confirmed: event.confirmed }),
    shelved: event.shelved,
    suppressed: event.suppressed || event.outOfService,
    retain: event.retain === true,
    level: active
      ? levelOf(event.severity, event.limitState, item)
      : (before?.condition.level ?? levelOf(event.lastSeverity, null, item)),
    severity: event.severity,
    limit: event.limit,
    value: event.input === null ? null : on.valueOf(event.input),
    text: cut([event.conditionName, event.message].filter(Boolean).join('：')),
    at: at.toISOString(),
    event: event.id,
    flags: skewed ? [...on.flags, 'skew'] : on.flags,
  }
}

const addressOf = (
  { sources, plant }: EventDeps,
  event: Of,
  item: Item | undefined,
): { device: string; point: string } => {
  if (item) return { device: item.device, point: item.point }
  return {
    device: sources.get(event.source ?? '') ?? plant,
    point: event.input ?? event.source ?? event.sourceName,
  }
}
