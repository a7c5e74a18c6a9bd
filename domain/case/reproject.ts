// What moves in a case when the calendars have changed?

import { visible } from './audience.ts'
import { clockOf, isRunning, rearm } from './clocks/obligations.ts'
import { change, type Draft, draftOf, say } from './draft.ts'
import type { ProcessDefinition } from './process.ts'
import type { CaseRecord, Obligation } from './record.ts'
import { inRegion, type World } from './world.ts'

/** One period before and after. `firmed`: it was an estimate and is none any more; `rungs`: how many of its steps have another date. */
export type Moved = { clock: string; obligation: string; from: string; to: string; firm: boolean; firmed: boolean; rungs: number }

/** Reckons every running period again under the calendars of `world`; null when nothing is different for anybody. */
export const reproject = (process: ProcessDefinition, record: CaseRecord, world: World): Draft | null => {
  const { obligations, moved } = reckonAgain(process, record, world)
  if (moved.length === 0) return null
  const draft = change(draftOf({ ...record, revision: record.revision + 1 }), { obligations, undo: null })
  const forParty = moved.some(({ clock }) => visible(clockOf(process, { clock }).audience, 'party'))
  const data = { moved, calendar: world.calendars.version }
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
  const obligations = record.obligations.map((one) =>
    isRunning(one) && one.calendar !== world.calendars.version ? again(process, one, here) : one,
  )
  return { obligations, moved: obligations.flatMap((one, index) => difference(record.obligations[index], one)) }
}

/** A stopped period keeps the last known end: the days it stands still are counted when it goes on, not by a decree. */
const again = (process: ProcessDefinition, one: Obligation, world: World): Obligation => ({
  ...rearm(process, { ...one, pauses: one.pauses.filter(({ to }) => to !== null) }, world),
  pauses: one.pauses,
})

/** A period differs when its end, its certainty or one of its planned rungs does. */
const difference = (before: Obligation | undefined, after: Obligation): Moved[] => {
  if (!before || before === after) return []
  const planned = ({ plannedAt, provisional }: Obligation['rungs'][number]) => `${plannedAt} ${provisional}`
  const known = new Map(before.rungs.map((rung) => [rung.rung, planned(rung)]))
  const rungs = after.rungs.filter((rung) => known.get(rung.rung) !== planned(rung)).length
  const same = before.dueAt === after.dueAt && before.provisional === after.provisional && before.rungs.length === after.rungs.length
  if (same && rungs === 0) return []
  const firmed = before.provisional && !after.provisional
  return [
    {
      clock: after.clock,
      obligation: after.id,
      from: before.due,
      to: after.due,
      firm: !after.provisional,
      firmed: firmed || softened(before, after),
      rungs,
    },
  ]
}

/** The end was firm already, but a step on the way to it was an estimate. */
const softened = (before: Obligation, after: Obligation): boolean =>
  !after.provisional && before.rungs.some(({ provisional }) => provisional) && after.rungs.every(({ provisional }) => !provisional)
