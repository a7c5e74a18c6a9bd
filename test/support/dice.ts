// How is a random choice made that is the same on every machine?

export type Dice = (sides: number) => number

/** mulberry32: the same seed is the same walk everywhere. */
export const dice = (seed: number): Dice => {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

export const oneOf = <One>(roll: Dice, all: readonly One[]): One | undefined =>
  all[roll(Math.max(1, all.length))]
