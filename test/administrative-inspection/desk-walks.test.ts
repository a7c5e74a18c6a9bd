// Whatever people do with the tasks of an inspection in whatever order: does it go on, and does the record explain it?

import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { actor } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { day, matter, samples, tip } from './samples.ts'
import { inspecting } from './situations.ts'

const openings = [matter, tip].map((data) => ({ data, at: `${day}T01:00:00.000Z` }))

itGoesOn(
  {
    process: administrativeInspection,
    by: actor('lin'),
    openings,
    people: inspecting(),
    forms: samples,
  },
  1,
)
