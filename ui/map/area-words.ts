// What is said of an area, in one line?
import { fill, type Text } from '../../domain/language/words.ts'
import { type DrawnArea, squareKmOf } from '../../domain/warning/drawn-area.ts'
import { mapWords as w } from './words.ts'

export const areaWords = ({ around, polygon }: DrawnArea): Text => {
  if (around) return fill(w.circle, { km: around.km })
  return polygon ? fill(w.polygon, { n: polygon.length, km: squareKmOf(polygon) }) : w.noArea
}
