// How is a drawing wider than a sheet cut so that it can still be read on paper?

export type Strip = { x: number; width: number }

/** In px of the drawing; at this width its words come out at about 9 px on A4. */
const sheet = 1050
/** What two strips share, so that a state cut by one stands whole in the other. */
const overlap = 160

export const stripsOf = (width: number): Strip[] => {
  const n = Math.max(1, Math.ceil((width - overlap) / (sheet - overlap)))
  const each = (width - overlap) / n + overlap
  return Array.from({ length: n }, (_, index) => ({ x: index * (each - overlap), width: each }))
}
