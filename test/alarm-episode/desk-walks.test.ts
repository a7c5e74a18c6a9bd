// Whatever people do with the tasks of an alarm in whatever order: does it go on, does each hand count once, does the record explain it?
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { actor, devices } from '../support/people/cast.ts'
import { itGoesOn } from '../support/walks/desk-walking.ts'
import { drill, gas, light, lightest, raised, samples, start } from './samples.ts'

const openings = [raised, light, lightest, gas, drill].map((data) => ({ data, at: start }))
const people = ['dan', 'du', 'gao', 'shi', 'qi'].map(actor)

itGoesOn(
  {
    process: alarmEpisode,
    by: devices,
    openings,
    people: [...people],
    reporters: [devices],
    forms: samples,
  },
  10,
)
