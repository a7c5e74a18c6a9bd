// Which way is a case likely to go from here, by cases of the past, or else by the chart?
import { ask, type GuardUse, statesOf, transitionsOf } from '../../model/chart.ts'
import type { FormLaw } from '../../model/decision-context.ts'
import type { ProcessDefinition, Rule } from '../../model/process.ts'
import { type Part, partAt } from './parts.ts'
import type { Passage } from './past-ways.ts'

/** A state to come, the present one first, and the event that usually ends it. */
export type WayStep = { state: string; event: string }
/** What the chart remembers of the case. */
type Known = Record<string, unknown>
/** And by which law that is judged; absent: none is known. */
type Judged = { known: Known; law?: FormLaw }

/** So few cases that none of their quantiles could be stated say nothing of what is usual either. */
export const fewest = 19

/**
 * From the present state to the end of its part of the way: at each state the most frequent way on of the cases that stood here as this
 * one does; where too few of them came by, the shortest way of the chart to the good end, if it tells one. No state is passed twice,
 * and none is left out that the law asks for by what is known of this case, however others have gone.
 */
export const usualWay = (
  process: ProcessDefinition,
  here: string,
  alike: Passage[],
  known: Known = {},
  law?: FormLaw,
): WayStep[] => {
  const judged = { known, ...(law ? { law } : {}) }
  const part = partAt(process, here)
  if (!part) return []
  const steps: WayStep[] = []
  const onward = onwardOf(alike)
  for (let state = here; part.holds(state); ) {
    const seen = new Set([...steps.map((step) => step.state), state])
    const isShut = shutFrom(process, state, judged)
    const open = (onward.get(state) ?? []).filter((one) => !isShut(one))
    const next = mostOften(open, seen) ?? shortest(process, part, state, seen, judged)
    if (!next) return [...steps, { state, event: '' }]
    steps.push({ state, event: next.event })
    state = next.to
  }
  return steps
}

type Onward = { event: string; to: string }

/** How the cases went on from every state, from the passage looked at on. */
const onwardOf = (alike: Passage[]): Map<string, Onward[]> => {
  const found = new Map<string, Onward[]>()
  for (const { way, index } of alike)
    for (const { state, event, next } of way.slice(index)) {
      const known = found.get(state)
      if (known) known.push({ event, to: next })
      else found.set(state, [{ event, to: next }])
    }
  return found
}

const mostOften = (onward: Onward[], seen: Set<string>): Onward | null => {
  if (onward.length < fewest) return null
  const times = new Map<string, [Onward, number]>()
  for (const one of onward.filter(({ to }) => !seen.has(to))) {
    const key = `${one.to} ${one.event}`
    times.set(key, [one, (times.get(key)?.[1] ?? 0) + 1])
  }
  return [...times.values()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

// ── where history is silent ─────────────────────────────────────────────────────────────────────────────────────────

type Arrow = Onward & { cost: number }

/** The first step of the shortest way to the good end; what depends on a condition counts as farther. Ties go to what the chart names first. */
const shortest = (
  process: ProcessDefinition,
  part: Part,
  from: string,
  seen: Set<string>,
  judged: Judged,
): Onward | null => {
  const best = new Map<string, { cost: number; first: Onward | null }>([
    [from, { cost: 0, first: null }],
  ])
  const open = new Set([from])
  for (let here = nearest(open, best); here !== null; here = nearest(open, best)) {
    open.delete(here)
    const { cost, first } = best.get(here) ?? { cost: 0, first: null }
    if (part.isGood(here)) return first
    if (!part.holds(here)) continue
    const isShut = shutFrom(process, here, judged)
    const arrows = arrowsFrom(process, here, judged.known)
    for (const arrow of arrows.filter((one) => !seen.has(one.to) && !isShut(one))) {
      const reached = cost + arrow.cost
      if (reached >= (best.get(arrow.to)?.cost ?? Number.POSITIVE_INFINITY)) continue
      best.set(arrow.to, { cost: reached, first: first ?? arrow })
      open.add(arrow.to)
    }
  }
  return null
}

const nearest = (open: Set<string>, best: Map<string, { cost: number }>): string | null =>
  [...open].reduce<string | null>(
    (a, b) => (a === null || (best.get(b)?.cost ?? 0) < (best.get(a)?.cost ?? 0) ? b : a),
    null,
  )

/** What people can do in a state or in one around it, or what the chart does by itself; no return, nothing unusual, and nothing that only lapse of time brings. */
const arrowsFrom = (process: ProcessDefinition, state: string, known: Known): Arrow[] =>
  transitionsOf(process.machine)
    .filter(({ from, event }) => `${state}.`.startsWith(`${from}.`) && isForward(process, event))
    .flatMap(({ event, to: [to], guard }) =>
      to
        ? [
            {
              event,
              to: leafOf(process, to),
              cost: guard && !isSatisfied(process, guard, event, known) ? 3 : 1,
            },
          ]
        : [],
    )

/** Whether a condition is met by what the case remembers already, before anybody has filled in a form. */
const isSatisfied = (
  { rules }: ProcessDefinition,
  { name, params }: GuardUse,
  type: string,
  context: Known,
): boolean => {
  const rule = rules[name]
  const event = { type, data: {}, by: { kind: 'system' }, at: '', signatures: [] }
  return rule !== undefined && ask(rule, { context, event }, params) === true
}

/** Which ways on are not taken, since the case remembers already that another one of the same act will be. */
const shutFrom = (
  process: ProcessDefinition,
  state: string,
  { known, law }: Judged,
): ((way: Onward) => boolean) => {
  const says = (rule: Rule<never> | undefined, type: string): boolean =>
    rule !== undefined &&
    law !== undefined &&
    ask(rule, {
      context: known,
      event: { ...law, type, data: {}, by: { kind: 'system' }, signatures: [] },
    }) === true
  const taken = transitionsOf(process.machine).filter(
    ({ from, event, guard }) =>
      from === state &&
      says(process.events[event]?.foreseen, event) &&
      says(process.rules[guard?.name ?? ''], event),
  )
  return ({ event, to }) =>
    taken.some((one) => one.event === event) &&
    !taken.some((one) => one.event === event && leafOf(process, one.to[0] ?? '') === to)
}

const isForward = (process: ProcessDefinition, event: string): boolean => {
  const definition = process.events[event]
  return definition
    ? definition.unusual !== true && !(definition.by === 'clock' && isOfTime(process, event))
    : event === '' || event.startsWith('xstate.done.')
}

/** Sent as a period is over, and not as one of the items of the case has come to its end. */
const isOfTime = ({ clocks, items = [] }: ProcessDefinition, event: string): boolean =>
  clocks.some(({ escalationPolicy }) => escalationPolicy.some((one) => one.event === event)) ||
  !items.some(({ brings }) => brings)

/** The innermost state in which a case stands when it comes into the named one. */
export const leafOf = (process: ProcessDefinition, name: string): string => {
  const initial = statesOf(process.machine).find((state) => state.name === name)?.initial
  return initial ? leafOf(process, initial) : name
}
