// How do cases of the first chart end, and how do they come over to the present one?
import type { ProcessDefinition } from '../model/process.ts'
import { clocks } from './clocks.ts'
import { hazardRectification } from './process.ts'
import { eventsOf1, machine1 } from './statechart@1.ts'

const { events } = hazardRectification
const clocksOf1 = ['verification', 'rectification', 're-check']

/** The chart of before on-site measures, plans, listing, service and extension were steps of their own. */
export const hazardRectification1: ProcessDefinition = {
  ...hazardRectification,
  version: 1,
  since: '2021-09-01',
  machine: machine1,
  events: Object.fromEntries(
    eventsOf1.flatMap((type) => (events[type] ? [[type, events[type]]] : [])),
  ),
  clocks: clocks.filter(({ clock }) => clocksOf1.includes(clock)),
  reopen: hazardRectification.reopen && {
    ...hazardRectification.reopen,
    value: { handling: 'verifying', supervision: 'none' },
  },
  migrations: [],
}
