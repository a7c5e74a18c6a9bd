// Which situations can alarms of every kind come into, with devices, people and clocks acting?

import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import type { Machine, Person } from '../../domain/organisation/actor.ts'
import { actor, devices } from '../support/people/cast.ts'
import { done, exploreNovel, opened } from '../support/walks/walk.ts'
import { situationOf, vehicle } from './bureaus.ts'
import { drill, gas, latchedLight, light, lightest, raised, samples, start } from './samples.ts'

/** One of each post. */
export const deciding = (): Person[] => ['dan', 'du', 'lu', 'gao', 'shi', 'qi', 'lin'].map(actor)
export const acting = (): (Person | Machine)[] => [devices, ...deciding()]

const begun = (form: Record<string, unknown>) => opened(alarmEpisode, devices, form, start)
/** A light one that latches, which walks that look for what is new pass by: returned and acknowledged, to be reset. */
const latched = done(
  alarmEpisode,
  done(
    alarmEpisode,
    begun(latchedLight),
    devices,
    'return-to-normal',
    samples['return-to-normal']?.[1],
  ),
  actor('dan'),
  'acknowledge',
)

export const situations = exploreNovel(
  alarmEpisode,
  [...[raised, light, lightest, gas, drill].map(begun), latched, situationOf(vehicle)],
  acting(),
  samples,
)
