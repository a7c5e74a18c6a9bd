// What is the chart called, and which of its own events tells the other region that the handling is over?
import { endOf } from '../../model/chart.ts'

export const id = 'enforcement-case'
export const handlingEnded = endOf(id, 'handling')
export type HandlingEnded = typeof handlingEnded
