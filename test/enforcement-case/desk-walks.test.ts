// Whatever people do with the tasks of an enforcement case in whatever order: does it go on, and does the record explain it?
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { actor } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { day, matter, prosecutors, samples } from './samples.ts'

const opening = { data: matter, at: `${day}T01:00:00.000Z` }
/** Of whom everybody has recused himself nothing goes on at this desk, and a long walk comes to that. */
const { recuse: _, ...forms } = samples
/** Of so many acts few move a case: it is begun anew more often. */
const openings = Array.from({ length: 9 }, () => opening)

itGoesOn(
  {
    process: enforcementCase,
    by: actor('lin'),
    openings,
    people: prosecutors(),
    forms,
  },
  4,
)
