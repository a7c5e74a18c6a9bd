// What moves in a case when the calendars have changed?

import { visible } from './audience.ts'
import { clockOf, isRunning, rearm } from './clocks/obligations.ts'
import { change, type Draft, draftOf, say } from './draft.ts'
import type { ProcessDefinition } from './process.ts'
import type { CaseRecord, Obligation } from './record.ts'
import type { World } from './world.ts'

export type Moved = { clock: string; obligation: string; from: string; to: string; firm: boolean }

/** Reckons every running period again under the calendars of `world`; null when nothing is different for anybody. */
export const reproject = (process: ProcessDefinition, record: CaseRecord, world: World): Draft | null => {
  const obligations = record.obligations.map((one) =>
    isRunning(one) && one.calendar !== world.calendars.version ? rearm(process, one, world) : one,
  )
  const moved = obligations.flatMap((one, index) => difference(record.obligations[index], one))
  if (moved.length === 0) return null
  const draft = change(draftOf({ ...record, revision: record.revision + 1 }), { obligations, undo: null })
  const forParty = moved.some(({ obligation }) =>
    obligations.some((one) => one.id === obligation && visible(clockOf(process, one).audience, 'party')),
  )
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

/** A period differs when its end, its certainty or one of its planned rungs does. */
const difference = (before: Obligation | undefined, after: Obligation): Moved[] => {
  if (!before) return []
  const planned = (one: Obligation) => JSON.stringify(one.rungs.map(({ rung, plannedAt, provisional }) => [rung, plannedAt, provisional]))
  if (before.dueAt === after.dueAt && before.provisional === after.provisional && planned(before) === planned(after)) return []
  return [{ clock: after.clock, obligation: after.id, from: before.due, to: after.due, firm: !after.provisional }]
}
