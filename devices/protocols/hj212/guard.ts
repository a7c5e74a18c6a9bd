// What did a station send before, and which parts are still out?

/** `again`: the same was said under this number; `other`: something else was. */
export type Memory = { recognise: (number: string, content: string) => 'new' | 'again' | 'other' }

/** Keeps the last `most`; what is older the database finds out. */
export const createMemory = (most: number): Memory => {
  const seen = new Map<string, string>()
  return {
    recognise: (number, content) => {
      const known = seen.get(number)
      if (known !== undefined) return known === content ? 'again' : 'other'
      seen.set(number, content)
      if (seen.size > most) seen.delete(seen.keys().next().value ?? '')
      return 'new'
    },
  }
}

type Part = { command: string; dataTime: Date | null; of: number; number: number }
type Set_ = { command: string; dataTime: Date; of: number; got: Set<number>; begun: number }

export type Parts = {
  /** DataTime of the part: its own, or that of the set it belongs to; null: not known yet. */
  take: (part: Part, now: Date) => Date | null
  /** Sets that have waited too long, in words. */
  givenUp: (now: Date) => string[]
}

const MOST_SETS = 32

/** Sets by command, moment and number of parts; each part is used when it comes, for each repeats the moment. */
export const createParts = (seconds: number): Parts => {
  let sets: Set_[] = []
  return {
    take: ({ command, dataTime, of, number }, now) => {
      const alike = sets.filter((one) => one.command === command && one.of === of)
      const own = dataTime
        ? alike.find((one) => one.dataTime.getTime() === dataTime.getTime())
        : alike.at(-1)
      if (!own && !dataTime) return null
      const set = own ?? {
        command,
        dataTime: dataTime as Date,
        of,
        got: new Set<number>(),
        begun: now.getTime(),
      }
      set.got.add(number)
      sets = [...sets.filter((one) => one !== set), ...(set.got.size < of ? [set] : [])].slice(
        -MOST_SETS,
      )
      return set.dataTime
    },
    givenUp: (now) => {
      const old = sets.filter(({ begun }) => now.getTime() - begun > seconds * 1000)
      sets = sets.filter((one) => !old.includes(one))
      return old.map(
        ({ command, dataTime, of, got }) =>
          `${command} ${dataTime.toISOString()} ${got.size}/${of}`,
      )
    },
  }
}
