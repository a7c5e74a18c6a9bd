// Which acts have led here, which steps wait for an earlier one to be done again, and what stands no longer?
import { activeNodes, nameOf, regionOf } from '../model/chart.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import type { CaseEvent, ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Obligation, Return, Snapshot, Step } from '../model/record.ts'
import { isRunning } from './clocks/obligations.ts'
import { clockOf, revive } from './clocks/rearming.ts'

type Ways = { trail: Step[]; returns: Return[] }

/** More steps than lie between any step and one to which it may be returned. */
const mostSteps = 12

/** The trail and the waiting returns after an event that left `from`; `fact` is the number under which it is said. */
export const waysAfter = (
  process: ProcessDefinition,
  before: CaseRecord,
  after: Snapshot,
  { event, from, fact }: { event: CaseEvent; from: string; fact: number },
): Partial<Ways> => {
  const { trail = [], returns = [] } = before
  if (event.type === 'return') return returned(process, { trail, returns }, event, from)
  const active = namesOf(process, after)
  const waiting = returns.filter((one) => active.includes(one.to) && !active.includes(one.from))
  const { by } = event
  if (by.kind !== 'person' || process.events[event.type]?.by !== 'task' || active.includes(from))
    return kept(trail, waiting)
  const { type, data, signatures, at } = event
  return kept(
    [...trail, { from, type, data, by, signatures, at, fact: event.carried?.fact ?? fact }].slice(
      -mostSteps,
    ),
    waiting,
  )
}

/** A case to which nothing was ever returned, and one of earlier days, keeps nothing. */
const kept = (trail: Step[], returns: Return[]): Partial<Ways> => ({
  ...(trail.length > 0 ? { trail } : {}),
  returns,
})

const namesOf = (process: ProcessDefinition, snapshot: Snapshot): string[] =>
  activeNodes(process.machine, snapshot).map(nameOf)

/** The acts after the last one of the step returned to, of its own region: they stand no longer, and lead back if they are carried over. */
const returned = (
  process: ProcessDefinition,
  { trail, returns }: Ways,
  event: CaseEvent,
  from: string,
): Partial<Ways> => {
  const to = String(event.data.to)
  const way = event.data.way === 'straight' ? 'straight' : 'again'
  const undone = undoneBy(process, trail, to)
  const one: Return = {
    from,
    to,
    way,
    at: event.at,
    reason: String(event.data.reason ?? ''),
    by: event.by.kind === 'person' ? event.by.name : '',
    path: way === 'straight' ? undone.slice(1) : [],
  }
  return { trail: trail.filter((step) => !undone.includes(step)), returns: [...returns, one] }
}

const undoneBy = (process: ProcessDefinition, trail: Step[], to: string): Step[] => {
  const at = trail.findLastIndex(({ from }) => from === to)
  return at < 0
    ? []
    : trail.slice(at).filter(({ from }) => regionOf(process, from) === regionOf(process, to))
}

/** Periods that one of the acts had met which a return undoes: they run again, with the date they had. */
export const runningAgain = (
  process: ProcessDefinition,
  { trail = [] }: CaseRecord,
  obligations: Obligation[],
  event: CaseEvent,
  decisionContext: DecisionContext,
) => {
  const undone = undoneBy(process, trail, String(event.data.to))
  return obligations.map((one) => {
    const met = one.status === 'met' || one.status === 'met-late'
    const by = undone.some(
      ({ type, at }) => at === one.endedAt && clockOf(process, one).endsOn.includes(type),
    )
    const other = obligations.some((running) => running.clock === one.clock && isRunning(running))
    return met && by && !other ? revive(process, one, decisionContext) : one
  })
}
