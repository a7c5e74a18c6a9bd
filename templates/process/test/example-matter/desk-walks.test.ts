// Whatever people do with the tasks of this matter in whatever order: does it go on, and does the record explain it?
import { actor } from '../../../../test/support/people/cast.ts'
import { itGoesOn } from '../../../../test/support/walks/desk-walking.ts'
import { exampleMatter } from '../../domain/example-matter/process.ts'
import { day, matter, samples } from './samples.ts'

const openings = [{ data: matter, at: `${day}T01:00:00.000Z` }]

itGoesOn(
  {
    process: exampleMatter,
    by: actor('qi'),
    openings,
    people: ['qi', 'lin', 'wu', 'chen'].map(actor),
    forms: samples,
  },
  1,
)
