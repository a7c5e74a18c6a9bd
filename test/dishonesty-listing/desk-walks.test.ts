// Whatever people do with the tasks of a listing in whatever order: does it go on, and does the record explain it?
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { actor } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { day, matter, samples } from './samples.ts'
import { answering } from './situations.ts'

const openings = [{ data: matter, at: `${day}T01:00:00.000Z` }]

itGoesOn(
  {
    process: dishonestyListing,
    by: actor('lin'),
    openings,
    people: answering(),
    forms: samples,
  },
  1,
)
