// What does chance say, the same each time for the same seed?

export type Dice = {
  next: () => number
  between: (least: number, most: number) => number
  pick: <T>(from: readonly T[]) => T
}

/** Seeded chance (mulberry32) for simulators; never for anything secret. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    pick: (from) => from[Math.floor(next() * from.length)]!,
  }
}
