// How do cases of the first chart end, and how do they come over to the present one?
import type { ProcessDefinition } from '../case/process.ts'
import { hazchemLicence } from './process.ts'
import { eventsOf1, machine1, rules1 } from './statechart@1.ts'

const { events, clocks, start, documents = [] } = hazchemLicence
const laterClocks = ['joint-decision', 'hearing-request', 'hearing-organise']
const known: string[] = [start.type, ...eventsOf1]

/** The chart of before hearings, joint handling and the correction of the authority after acceptance. */
export const hazchemLicence1: ProcessDefinition = {
  ...hazchemLicence,
  version: 1,
  since: '2012-09-01',
  machine: machine1,
  events: Object.fromEntries(eventsOf1.flatMap((type) => (events[type] ? [[type, events[type]]] : []))),
  rules: rules1,
  clocks: clocks.filter(({ clock }) => !laterClocks.includes(clock)),
  documents: documents.filter(({ on }) => on.every((type) => known.includes(type))),
  migrations: [],
}
