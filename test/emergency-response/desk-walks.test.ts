// Whatever people do with the tasks of an emergency in whatever order: does it go on, and does the record explain it?
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { actor } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { called, drill, grave, inLift, reported, samples, start } from './samples.ts'

const openings = [reported, grave, called, drill, inLift].map((data) => ({ data, at: start }))
const people = ['dan', 'du', 'sun', 'gao', 'shi', 'zong', 'chen', 'ji', 'yu'].map(actor)

itGoesOn(
  {
    process: emergencyResponse,
    by: actor('dan'),
    openings,
    people,
    forms: samples,
  },
  5,
)
