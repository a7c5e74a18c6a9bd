// Whatever people do with the tasks of a project in whatever order: does it go on, does each hand count once, does the record explain it?
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { actor, licensing } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { days, hazchem, mine, other, samples } from './samples.ts'

/** By the law of today, and by that of 2014. */
const openings = days.flatMap((day) =>
  [hazchem, mine, other].map((data) => ({ data, at: `${day}T01:00:00.000Z` })),
)

itGoesOn(
  { process: threeSimultaneities, by: actor('mao'), openings, people: licensing(), forms: samples },
  30,
)
