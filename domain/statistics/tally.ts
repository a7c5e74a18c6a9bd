// How does a count over one case note what happened and what stands?

import type { CountedFact, Entry } from '../model/statistics-definition.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'

const later = (a: Day, b: Day): Day => [a, b].sort()[1] ?? b

export type Tally = ReturnType<typeof createTally>

export const createTally = (first: Region) => {
  const entries: Entry[] = []
  const running = new Map<string, Entry>()
  let region = first
  const add = (figure: string, { seq, day }: CountedFact, n = 1): void => {
    if (n !== 0) entries.push({ figure, seq, region, stock: false, day, until: null, n })
  }
  /** What already stands goes on standing. */
  const begin = (figure: string, { seq, day }: CountedFact, from: Day = day): void => {
    if (!running.has(figure))
      running.set(figure, { figure, seq, region, stock: true, day: from, until: null, n: 1 })
  }
  /** What has not stood at the end of a single day leaves no trace. */
  const finish = (figure: string, { day }: CountedFact): void => {
    const entry = running.get(figure)
    running.delete(figure)
    if (entry && entry.day < day) entries.push({ ...entry, until: day })
  }
  /** 移送: what stands, stands elsewhere from now on. */
  const move = (to: Region, fact: CountedFact): void => {
    const standing = [...running.values()]
    for (const { figure } of standing) finish(figure, fact)
    region = to
    for (const { figure, day } of standing) begin(figure, fact, later(day, fact.day))
  }
  return { add, begin, finish, move, entries: (): Entry[] => [...entries, ...running.values()] }
}
