// What is the chart called, and which of its own events tell that the application or the licence has come to its end?
import { endOf } from '../../case/chart.ts'

export const id = 'hazchem-licence'
export const handlingEnded = endOf(id, 'handling')
export const licenceEnded = endOf(id, 'licence')
export type Ended = typeof handlingEnded | typeof licenceEnded
