// Which number comes next, so that every demo on every machine is the same?

/** A seeded generator (mulberry32): the same seed gives the same numbers for ever. */
export const createRandom = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: <Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number] =>
      items[below(items.length)],
  }
}

export type Random = ReturnType<typeof createRandom>
