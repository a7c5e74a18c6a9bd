// What is the chart called, and which of its own events tells the other regions that the project has come to its end?
import { endOf } from '../../model/chart.ts'

export const id = 'three-simultaneities'
export const handlingEnded = endOf(id, 'handling')
export type HandlingEnded = typeof handlingEnded
