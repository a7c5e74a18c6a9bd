// What becomes of the picture of a signature that somebody sends: nothing but its ink, cut out and of one size?

import { pictureFault } from '../evidence/picture.ts'
import { type Ink, inkOfPng, pngOfInk } from '../evidence/png.ts'
import { type Text, text } from '../language/words.ts'

/** Bytes of what is sent. */
export const mostSent = 200_000
/** Pixels of what is kept. */
const [widest, highest] = [600, 200]
/** Fainter than this is paper. */
const faintest = 48
const margin = 4
const leastInk = 40

const none = text(
  '只接受完整的 PNG 图片（最大 200 kB，不隔行）',
  'Only a whole PNG is accepted (at most 200 kB, not interlaced)',
)
const blank = text('图片上没有笔迹', 'There is no writing in the picture')

export type Kept = { bytes: Buffer; width: number; height: number }

/** The picture as it is kept: made again from its ink alone, so that nothing of the file that was sent is left. */
export const signaturePicture = (sent: Uint8Array): Kept | { fault: Text } => {
  if (sent.length > mostSent) return { fault: none }
  const fault = pictureFault(sent, 'image/png')
  if (fault) return { fault }
  const found = inkOfPng(sent)
  if (!found) return { fault: none }
  const cut = cutOut(clear(found))
  if (!cut) return { fault: blank }
  const kept = shrunk(cut)
  return { bytes: pngOfInk(kept), width: kept.width, height: kept.height }
}

const clear = ({ ink, ...size }: Ink): Ink => ({
  ...size,
  ink: ink.map((one) => (one < faintest ? 0 : one)),
})

/** The part that is written on, with a margin; null where there is next to nothing. */
const cutOut = ({ width, height, ink }: Ink): Ink | null => {
  const box = { left: width, right: -1, top: height, bottom: -1 }
  let dots = 0
  for (const [at, one] of ink.entries()) {
    if (one === 0) continue
    dots += 1
    const [column, row] = [at % width, Math.floor(at / width)]
    if (column < box.left) box.left = column
    if (column > box.right) box.right = column
    if (row < box.top) box.top = row
    if (row > box.bottom) box.bottom = row
  }
  if (dots < leastInk) return null
  const [left, top] = [box.left - margin, box.top - margin]
  const size = { width: box.right + margin + 1 - left, height: box.bottom + margin + 1 - top }
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : (ink[row * width + column] ?? 0)
  return { ...size, ink: filled(size, (column, row) => at(column + left, row + top)) }
}

/** Smaller by the mean of what falls together, in whole numbers. */
const shrunk = (ink: Ink): Ink => {
  const by = Math.max(ink.width / widest, ink.height / highest, 1)
  if (by === 1) return ink
  const size = {
    width: Math.max(1, Math.floor(ink.width / by)),
    height: Math.max(1, Math.floor(ink.height / by)),
  }
  const edge = (n: number, most: number) => Math.min(most, Math.ceil((n + 1) * by))
  return {
    ...size,
    ink: filled(size, (column, row) => {
      let [sum, n] = [0, 0]
      for (let y = Math.floor(row * by); y < edge(row, ink.height); y += 1)
        for (let x = Math.floor(column * by); x < edge(column, ink.width); x += 1) {
          sum += ink.ink[y * ink.width + x] ?? 0
          n += 1
        }
      return n === 0 ? 0 : Math.round(sum / n)
    }),
  }
}

const filled = (
  { width, height }: Pick<Ink, 'width' | 'height'>,
  of: (column: number, row: number) => number,
): Uint8Array => {
  const ink = new Uint8Array(width * height)
  for (let at = 0; at < ink.length; at += 1) ink[at] = of(at % width, Math.floor(at / width))
  return ink
}
