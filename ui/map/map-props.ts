// What does either map, the moving one and the plain one, need to know?
import type { Text } from '../../domain/language/words.ts'
import type { Position } from '../../domain/warning/districts.ts'
import type { DrawnArea } from '../../domain/warning/drawn-area.ts'
import type { Mark } from './marks.ts'

export type MapProps = {
  region: string
  area: DrawnArea
  /** Also those that are no area yet. */
  corners: Position[]
  marks: Mark[]
  /** What the area is. */
  words: Text
  /** Null: nothing is drawn by hand. */
  onCorners: ((corners: Position[]) => void) | null
}
