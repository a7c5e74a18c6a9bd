// Which entries do the registers of the demo begin with, and how are they entered? By two people each, like every other.
import { civilDate, type Instant, later } from '../../domain/time/instant.ts'
import { causes } from './entries/causes.ts'
import { certificates } from './entries/certificates.ts'
import { drills } from './entries/drills.ts'
import type { SeedEntry } from './entries/entry.ts'
import { plans } from './entries/plans.ts'
import { resources } from './entries/resources.ts'
import { sources } from './entries/sources.ts'
import { type People, Refused } from './people.ts'
import { beginningOf } from './script.ts'

const DAY_MS = 86_400_000

export const seedEntries: SeedEntry[] = [
  ...certificates,
  ...causes,
  ...plans,
  ...drills,
  ...resources,
  ...sources,
]

/** What the form of an entry sends; it holds from the founding of the demo, or from its beginning. */
export const dataOf = ({ data, early }: SeedEntry, founded: Instant): Record<string, unknown> => ({
  ...(dated(data, founded) as Record<string, unknown>),
  from: civilDate(early ? beginningOf(founded) : founded),
})

const dated = (value: unknown, founded: Instant): unknown => {
  if (Array.isArray(value)) return value.map((one) => dated(one, founded))
  if (typeof value !== 'object' || value === null) return value
  if ('monthOf' in value)
    return civilDate(later(founded, Number(value.monthOf) * DAY_MS)).slice(0, 'yyyy-mm'.length)
  if ('day' in value) return civilDate(later(founded, Number(value.day) * DAY_MS))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dated(one, founded)]))
}

/** Enters what is not there yet; answers how many the product refused. */
export const enterAll = async (
  people: Pick<People, 'propose' | 'confirm'>,
  founded: Instant,
  log: (line: string) => void,
  entries: readonly SeedEntry[] = seedEntries,
): Promise<number> => {
  let refused = 0
  for (const one of entries)
    try {
      const data = dataOf(one, founded)
      const { id } = await people.propose(one.by, one.register, data, `seed/${one.key}`)
      if (one.confirmedBy)
        await people.confirm(one.confirmedBy, one.register, id, `seed/${one.key}/confirmed`)
      log(`${one.by} ${one.register} (${one.key})`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused += 1
      log(`the entry "${one.key}" is not taken: ${error.message}`)
    }
  return refused
}

/** What the stories have changed of entries; each once, however often the seed is started. */
export const changeAll = async (
  people: Pick<People, 'propose' | 'change' | 'confirm'>,
  founded: Instant,
  log: (line: string) => void,
): Promise<void> => {
  for (const one of seedEntries.filter(({ afterwards }) => afterwards)) {
    const { key, register, by, confirmedBy, afterwards } = one
    const first = dataOf(one, founded)
    const { entry } = await people.propose(by, register, first, `seed/${key}`)
    const { region: _, owner: _owner, ...rest } = { ...one.data, ...afterwards }
    const data = {
      ...(dated(rest, founded) as Record<string, unknown>),
      from: civilDate(founded),
    }
    const { id } = await people.change(
      by,
      register,
      { entry, version: 1, data },
      `seed/${key}/then`,
    )
    if (confirmedBy) await people.confirm(confirmedBy, register, id, `seed/${key}/then/confirmed`)
    log(`${by} ${register} (${key}, afterwards)`)
  }
}
