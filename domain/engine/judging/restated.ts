// Could an act have given the day to which it is corrected, at the moment at which it was done?
import { ask, regionOf, type Transition, transitionsOf } from '../../model/chart.ts'
import type { CaseEvent, ProcessDefinition, Verdict } from '../../model/process.ts'
import { definitionOf } from '../../model/process.ts'

type Data = Record<string, unknown>
type Restated = { type: string; was: Data; is: Data }

/**
 * The rules of the chart, asked of the act with its old and with its new day: a day that they refuse is no correction. Where they refuse both alike, the
 * case has gone on and they say nothing of the day. `event`: what both have in common.
 */
export const restatedVerdict = (
  process: ProcessDefinition,
  context: Data,
  { type, was, is }: Restated,
  event: Omit<CaseEvent, 'type' | 'data'>,
): Verdict => {
  if (!isDayChanged(process, { type, was, is })) return true
  const asked = ({ guard }: Transition, data: Data): Verdict => {
    const rule = guard ? process.rules[guard.name] : undefined
    return (
      rule === undefined || ask(rule, { context, event: { ...event, type, data } }, guard?.params)
    )
  }
  const ways = transitionsOf(process.machine)
    .filter((way) => way.event === type)
    .map((way) => ({ from: way.from, was: asked(way, was), is: asked(way, is) }))
  // Regions go each its own way, and every one must.
  const regions = [...Map.groupBy(ways, ({ from }) => regionOf(process, from)).values()]
  return regions.map(refusalOf).find((refused) => refused !== undefined) ?? true
}

type Way = { was: Verdict; is: Verdict }

/** Of a region in which no way is open to the new day; where another one opens, it is judged whether the case can follow. */
const refusalOf = (ways: Way[]): Verdict | undefined => {
  if (ways.some((way) => way.is === true)) return undefined
  const taken = ways.filter((way) => way.was === true)
  return (taken.length > 0 ? taken : ways).find(
    (way) => JSON.stringify(way.was) !== JSON.stringify(way.is),
  )?.is
}

const isDayChanged = (process: ProcessDefinition, { type, was, is }: Restated): boolean =>
  definitionOf(process, type)?.fields.some(
    ({ kind, name }) => ['date', 'moment'].includes(kind) && was[name] !== is[name],
  ) ?? false
