// How is an inspection played in memory up to its orders, and each of these acted on by itself?
import type {
  correctionOrder,
  spotMeasures,
} from '../../../domain/administrative-inspection/orders/order.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, matter, recorded, sample, visiting } from '../samples.ts'

export const goes = (...lines: Line[]) => visiting(matter, day, ...lines)
export type Play = ReturnType<typeof goes>
type Order = typeof correctionOrder | typeof spotMeasures

/** The order on training is due on the 20th, the measures against the vessel on the 4th. */
export const both: Line[] = [...recorded(), ['lin', 'order-correction'], ['lin', 'take-measures']]

export const itemOf = (play: Play, { kind }: Order, nth = 1) =>
  Object.values(play.record().items ?? {}).find((one) => one.kind === kind && one.nth === nth)
export const taskOf = (play: Play, order: Order, nth = 1): string => {
  const no = itemOf(play, order, nth)?.no
  return Object.values(play.record().openTasks).find(({ item }) => item === no)?.id ?? ''
}
export const clockOf = (play: Play, order: Order, name: string, nth = 1) => {
  const no = itemOf(play, order, nth)?.no
  return play
    .record()
    .obligations.filter((one) => one.clock === name && one.item === no)
    .at(-1)
}
/** By one officer and, where the order is looked at, by the second. */
export const does = (
  play: Play,
  order: Order,
  who: string,
  type: string,
  more: object = {},
  nth = 1,
) => {
  const taskId = taskOf(play, order, nth)
  play.act(author(who), type, { ...sample(type), ...more }, { taskId })
  if (play.record().openTasks[taskId]?.proposal) play.act(author('wu'), 'sign', {}, { taskId })
}
