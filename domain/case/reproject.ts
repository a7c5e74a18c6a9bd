// What moves in a case when the calendars or the rule book have changed?

import { ruleOn } from '../law/rule-book.ts'
import { visible } from './audience.ts'
import { clockOf, isRunning, rearm } from './clocks/obligations.ts'
import { change, type Draft, draftOf, say } from './draft.ts'
import type { ProcessDefinition } from './process.ts'
import type { CaseRecord, Obligation } from './record.ts'
import type { Text } from './words.ts'
import { inRegion, type World } from './world.ts'

/** Its end now lies in the past, or no longer does. */
export type Lateness = 'newly' | 'no-longer'
/** One period before and after. `firmed`: it was an estimate and is none any more; `rungs`: how many of its steps have another date; `versions`: of its rule, where another one counts now. */
export type Moved = {
  clock: string
  obligation: string
  from: string
  to: string
  firm: boolean
  firmed: boolean
  rungs: number
  late: Lateness | null
  versions: { from: string | null; to: string | null } | null
}

/** Reckons every running period again under the calendars and rules of `world`; null when nothing is different for anybody. */
export const reproject = (process: ProcessDefinition, record: CaseRecord, world: World, cause: Text | null): Draft | null => {
  const { obligations, moved } = reckonAgain(process, record, world)
  if (moved.length === 0) return null
  const draft = change(draftOf({ ...record, revision: record.revision + 1 }), { obligations, undo: null })
  const forParty = moved.some(({ clock }) => visible(clockOf(process, { clock }).audience, 'party'))
  const data = { moved, calendar: world.calendars.version, ...(cause ? { cause } : {}) }
  return say(draft, {
    type: 'reprojected',
    at: world.at,
    recordedAt: world.at,
    by: { kind: 'system' },
    audience: forParty ? 'party' : 'internal',
    data,
  })
}

/** The periods as they would be, and those that differ; a dry run asks this and nothing else. */
export const reckonAgain = (process: ProcessDefinition, record: Pick<CaseRecord, 'obligations' | 'region'>, world: World) => {
  const here = inRegion(world, record)
  const obligations = record.obligations.map((one) => (isRunning(one) && isStale(one, here) ? again(process, one, here) : one))
  return { obligations, moved: obligations.flatMap((one, index) => difference(record.obligations[index], one, here)) }
}

/** It rests on other calendars, or another version of its rule counts for it now. */
const isStale = (one: Obligation, world: World): boolean =>
  one.calendar !== world.calendars.version ||
  (one.rule !== null && ruleOn(one.rule, one.start, { region: world.region, running: true }, world.rules).version !== one.ruleVersion)

/** A stopped period keeps the last known end: the days it stands still are counted when it goes on, not by a decree. */
const again = (process: ProcessDefinition, one: Obligation, world: World): Obligation => {
  const then = { ...rearm(process, { ...one, pauses: one.pauses.filter(({ to }) => to !== null) }, world), pauses: one.pauses }
  return latenessOf(one, then, world) === 'newly' ? { ...then, rungs: then.rungs.map(heldBack) } : then
}

/** An end that a change has moved into the past brings no legal effect about by itself: a person decides. */
const heldBack = (rung: Obligation['rungs'][number]) => (rung.status === 'planned' ? { ...rung, provisional: true } : rung)

const latenessOf = (before: Obligation, after: Obligation, { at }: World): Lateness | null =>
  before.dueAt > at && after.dueAt <= at ? 'newly' : before.dueAt <= at && after.dueAt > at ? 'no-longer' : null

/** A period differs when its end, its certainty, the version of its rule or one of its planned rungs does. */
const difference = (before: Obligation | undefined, after: Obligation, world: World): Moved[] => {
  if (!before || before === after) return []
  const planned = ({ plannedAt, provisional }: Obligation['rungs'][number]) => `${plannedAt} ${provisional}`
  const known = new Map(before.rungs.map((rung) => [rung.rung, planned(rung)]))
  const rungs = after.rungs.filter((rung) => known.get(rung.rung) !== planned(rung)).length
  const versions = before.ruleVersion === after.ruleVersion ? null : { from: before.ruleVersion, to: after.ruleVersion }
  const same = before.dueAt === after.dueAt && before.provisional === after.provisional && before.rungs.length === after.rungs.length
  if (same && rungs === 0 && !versions) return []
  const firmed = (before.provisional && !after.provisional) || softened(before, after)
  const { clock, id: obligation } = after
  const dates = { from: before.due, to: after.due, firm: !after.provisional, firmed, rungs }
  return [{ clock, obligation, ...dates, late: latenessOf(before, after, world), versions }]
}

/** The end was firm already, but a step on the way to it was an estimate. */
const softened = (before: Obligation, after: Obligation): boolean =>
  !after.provisional && before.rungs.some(({ provisional }) => provisional) && after.rungs.every(({ provisional }) => !provisional)
