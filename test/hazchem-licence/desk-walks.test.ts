// Whatever people do with the tasks of a licence in whatever order: does it go on, does each hand count once, does the record explain it?
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { actor, licensing } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { applied, change, renewal, samples } from './samples.ts'

const openings = [applied, renewal, change].map((data) => ({
  data,
  at: '2026-03-02T01:00:00.000Z',
}))

itGoesOn(
  { process: hazchemLicence, by: actor('mao'), openings, people: licensing(), forms: samples },
  12,
)
