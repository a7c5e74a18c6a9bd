// Which reading does an analogue value stand for, and can it be true?
import type { Reading } from '../../port/port.ts'
import type { Context, Moment } from './moments.ts'
import { componentPoint } from './points.ts'
import type { Item } from './units.ts'
import { measures } from './words.ts'

/** A value outside the bounds of its kind (表6) is bad. A kind that the standard does not know has no unit, so it is no reading. */
export const measured = (item: Item, moment: Moment, context: Context): Reading[] => {
  const measure = measures[item.kind ?? -1]
  if (!measure) return []
  const point = `${componentPoint(item)}/${measure.point}`
  const value = Number(((item.value ?? 0) * measure.step).toFixed(2))
  const possible = value >= measure.least && value <= measure.most
  const { at, flags } = moment
  return [
    {
      kind: 'reading',
      device: context.device,
      point,
      at,
      value,
      unit: measure.unit,
      quality: possible ? 'good' : 'bad',
      flags,
      message: context.message,
    },
  ]
}
