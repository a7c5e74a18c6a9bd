// How fast is something when a fixed number of clients do it over and over, each waiting for its answer?

/** Milliseconds of each step that began and ended inside the measured window, in ascending order. */
export type Samples = { ms: number[]; perSecond: number; seconds: number }

/** A closed loop: `step` is called by each client again as soon as it has resolved; what falls into the warm-up does not count. */
export const closedLoop = async (
  { clients, warmUpSeconds, seconds }: { clients: number; warmUpSeconds: number; seconds: number },
  step: (client: number) => Promise<number>,
  begins: () => void = () => undefined,
): Promise<Samples> => {
  const ms: number[] = []
  const from = performance.now() + warmUpSeconds * 1000
  const until = from + seconds * 1000
  const starting = setTimeout(begins, warmUpSeconds * 1000)
  const client = async (number: number): Promise<void> => {
    while (performance.now() < until) {
      const took = await step(number)
      const now = performance.now()
      if (now >= from && now < until) ms.push(took)
    }
  }
  try {
    await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  } finally {
    clearTimeout(starting)
  }
  return { ms: ms.sort((a, b) => a - b), perSecond: ms.length / seconds, seconds }
}

/** The value below which that share of the ascending samples lies. */
export const percentile = (ascending: number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN

/** Runs `work` for all numbers below `count`, at most `width` at a time. */
export const abreast = async (
  count: number,
  width: number,
  work: (number: number) => Promise<void>,
): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      const number = next
      next += 1
      await work(number)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane))
}

export const mean = (values: number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
