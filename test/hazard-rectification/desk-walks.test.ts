// Whatever people do with the tasks of a hazard in whatever order: does it go on, does each hand count once, does the record explain it?
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { actor, everybody } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { reported, samples } from './samples.ts'

const openings = [{ data: reported, at: '2026-03-02T01:00:00.000Z' }]

itGoesOn(
  { process: hazardRectification, by: actor('qi'), openings, people: everybody(), forms: samples },
  20,
)
