// Which numbers follow from a seed, so that whoever has it finds the same ones?
import { createHmac } from 'node:crypto'

const wordsInBlock = 8
const range = 2 ** 32

/** The next number from 0 to n − 1, all equally likely. */
export type Stream = (n: number) => number

/**
 * Block i is HMAC-SHA256 of `<label>/<i>` under the seed, read as eight big-endian numbers of 32 bits. A number that would make some
 * answers likelier than others (over the largest multiple of n) is passed over.
 */
export const streamOf = (seed: string, label: string): Stream => {
  const key = Buffer.from(seed, 'hex')
  let block: Buffer = Buffer.alloc(0)
  let at = 0
  const next = (): number => {
    const word = at % wordsInBlock
    if (word === 0)
      block = createHmac('sha256', key)
        .update(`${label}/${at / wordsInBlock}`)
        .digest()
    at += 1
    return block.readUInt32BE(word * 4)
  }
  return (n) => {
    const fair = range - (range % n)
    for (;;) {
      const number = next()
      if (number < fair) return number % n
    }
  }
}

/** The first `count` of a shuffled list (Fisher–Yates, from the front). */
export const drawn = <One>(all: readonly One[], count: number, stream: Stream): One[] => {
  const rest = [...all]
  const most = Math.min(count, rest.length)
  for (let at = 0; at < most; at += 1) {
    const other = at + stream(rest.length - at)
    const [here, there] = [rest[at], rest[other]] as [One, One]
    rest[at] = there
    rest[other] = here
  }
  return rest.slice(0, most)
}
