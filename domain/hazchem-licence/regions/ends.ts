// What is the chart called, and which of its own events tells that application and licence have come to their end?
import { endOf } from '../../case/chart.ts'

export const id = 'hazchem-licence'
export const handlingEnded = endOf(id, 'handling')
export type HandlingEnded = typeof handlingEnded
