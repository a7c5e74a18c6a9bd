// What do the photos of the demo show? A drawn workshop, so that no photo of a real place is needed.
import { crc32, deflateSync } from 'node:zlib'
import { createRandom } from './random.ts'

type Colour = readonly [red: number, green: number, blue: number]
type Box = { left: number; top: number; width: number; height: number; colour: Colour }

const WIDTH = 320
const HEIGHT = 240
const BARRELS: [Colour, ...Colour[]] = [
  [38, 92, 140],
  [156, 62, 44],
  [66, 110, 72],
  [120, 120, 126],
]

/** A PNG of a few kilobytes; each number gives another picture, and always the same one. */
export const drawPhoto = (number: number): Buffer => {
  const boxes = scene(number)
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => colourAt(boxes, x, y)).flat()]),
  )
  const size = Buffer.alloc(8)
  size.writeUInt32BE(WIDTH, 0)
  size.writeUInt32BE(HEIGHT, 4)
  const header = Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])]) // 8 bits a channel, red green blue
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function scene(number: number): Box[] {
  const random = createRandom(number)
  const wall = 190 + random.below(40)
  const stripes = Array.from({ length: 16 }, (_, place): Box => {
    return {
      left: place * 20,
      top: 150,
      width: 20,
      height: 8,
      colour: place % 2 === 0 ? [240, 196, 30] : [40, 40, 40],
    }
  })
  const barrels = Array.from({ length: 3 + random.below(4) }, (): Box => {
    return {
      left: 10 + random.below(270),
      top: 100 + random.below(60),
      width: 34,
      height: 62,
      colour: random.pick(BARRELS),
    }
  })
  const window: Box = {
    left: 30 + random.below(180),
    top: 24,
    width: 70,
    height: 46,
    colour: [170, 206, 226],
  }
  return [
    { left: 0, top: 0, width: WIDTH, height: 150, colour: [wall, wall, wall - 12] },
    { left: 0, top: 150, width: WIDTH, height: 90, colour: [118, 116, 112] },
    window,
    ...stripes,
    ...barrels,
  ]
}

function colourAt(boxes: Box[], x: number, y: number): Colour {
  const box = boxes.findLast(
    ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
  )
  return box?.colour ?? [0, 0, 0]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
