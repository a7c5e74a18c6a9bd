// Which part of its way is a case in, through which states has it gone there, and how does that part end?

import type { Text } from '../../language/words.ts'
import { statesOf } from '../../model/chart.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { Instant } from '../../time/instant.ts'

/** A fact that moved the chart, and whose signature was on it. */
export type Move = {
  type: string
  at: Instant
  before: string | null
  after: string
  by: { id: string; name: string } | null
}

/** A stretch of the way that ends by itself; `words` name its end, null where that is the end of the whole matter. */
export type Part = {
  words: Text | null
  holds: (state: string) => boolean
  isGood: (state: string) => boolean
}

/** A stay in one state, the last one of a case still going on. `event` and `by`: what led there; `again`: this part has been there before. */
export type Stay = {
  state: string
  again: boolean
  enteredAt: Instant
  event: string
  by: Move['by']
}

/** One way through one part, a second application is another; `end`: the stay with which it was left, null while it goes on. */
export type Course = { part: Part; stays: Stay[]; end: Stay | null }

const lies =
  (...around: string[]) =>
  (state: string): boolean =>
    around.some((name) => state === name || state.startsWith(`${name}.`))

const known = new WeakMap<ProcessDefinition, Part[]>()

const partsOf = (process: ProcessDefinition): Part[] => {
  const parts = known.get(process) ?? found(process)
  known.set(process, parts)
  return parts
}

/** Where the process names no parts, its way is one, to the good end or to any other. */
const found = ({ settled, machine }: ProcessDefinition): Part[] => {
  if (typeof settled === 'object')
    return settled.map(({ words, within, until }) => ({
      words,
      holds: lies(...within),
      isGood: lies(...until),
    }))
  const finals = new Set(statesOf(machine).flatMap(({ name, final }) => (final ? [name] : [])))
  const isGood = settled === undefined ? () => false : lies(settled)
  return [{ words: null, holds: (state) => !finals.has(state) && !isGood(state), isGood }]
}

/** The part that a state lies in; null where nothing is on its way to any end. */
export const partAt = (process: ProcessDefinition, state: string): Part | null =>
  partsOf(process).find(({ holds }) => holds(state)) ?? null

/** The state of a key (`handling.verifying|supervision.none`) that lies in the region where the matter is settled. */
const mainState = ({ settled, machine }: ProcessDefinition, key: string): string | null => {
  const leaves = key.split('|')
  if (machine.root.type !== 'parallel') return leaves[0] ?? null
  const end = typeof settled === 'object' ? settled[0]?.until[0] : settled
  const region = end?.split('.')[0] ?? Object.keys(machine.root.states)[0]
  return leaves.find((leaf) => leaf.split('.')[0] === region) ?? null
}

/** The parts that a case has gone through, in order, by its moves; between parts of several it may lie in none. */
export const coursesAlong = (process: ProcessDefinition, moves: Move[]): Course[] => {
  const courses: Course[] = []
  let before: string | null = null
  for (const move of moves) {
    const state = mainState(process, move.after)
    if (state === null || state === before) continue
    before = state
    const stay = { state, again: false, enteredAt: move.at, event: move.type, by: move.by }
    const last = courses.at(-1)
    if (last && last.end === null && last.part.holds(state)) {
      last.stays.push({ ...stay, again: last.stays.some((one) => one.state === state) })
      continue
    }
    if (last) last.end ??= stay
    const part = partAt(process, state)
    if (part) courses.push({ part, stays: [stay], end: null })
  }
  return courses
}
