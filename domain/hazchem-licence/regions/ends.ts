// What is the chart called, and which of its own events tells that application and licence have come to their end?
import { endOf } from '../../model/chart.ts'

export const id = 'hazchem-licence'
export const handlingEnded = endOf(id, 'handling')
export type HandlingEnded = typeof handlingEnded

/** What ends an application after its acceptance, and with it whatever goes on beside it. */
export const applicationEnds = ['grant', 'refuse', 'withdraw', 'deem-renewed'] as const
