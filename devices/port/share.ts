// Does somebody take more than his share of the process, and does everybody come to his turn?

const binMs = 250

/** `most`: how many within the last `seconds`. */
export type Share = { most: number; seconds: number }

/** Counts what a link does of itself. The answer is whether it is more than its share, in any span of so many seconds. */
export const createMeter = (
  { most, seconds }: Share,
  now: () => number = Date.now,
): { takes: () => boolean } => {
  const bins = new Map<number, number>()
  let sum = 0
  return {
    takes: () => {
      const bin = Math.floor(now() / binMs)
      for (const [old, n] of bins) {
        if (old > bin - (seconds * 1_000) / binMs) break
        bins.delete(old)
        sum -= n
      }
      bins.set(bin, (bins.get(bin) ?? 0) + 1)
      sum += 1
      return sum > most
    },
  }
}

type Work = () => Promise<void>

/**
 * One work at a time, so that each sees what the one before has done; who has much to do does not keep others waiting: the works of one name
 * are done in their order, and the names take turns.
 */
export const createTurns = () => {
  const waiting = new Map<string, Work[]>()
  let busy = false
  const run = async (): Promise<void> => {
    busy = true
    for (let [next] = waiting; next; [next] = waiting) {
      const [name, works] = next
      const work = works.shift()
      // Whoever has more to do stands behind the others.
      waiting.delete(name)
      if (works.length > 0) waiting.set(name, works)
      await work?.()
    }
    busy = false
  }
  return <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      const works = waiting.get(name)
      const mine: Work = () => work().then(resolve, reject)
      if (works) works.push(mine)
      else waiting.set(name, [mine])
      if (!busy) void run()
    })
}
