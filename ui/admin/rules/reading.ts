// Which rules are there, which of them are wanted, and which versions does one have?

import type { Text } from '../../../domain/language/words.ts'
import type { Entered, Rule } from '../../../domain/law/rules/rule.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import type { Me } from '../../../domain/views/case-views.ts'
import { get } from '../../client/client.ts'

/** A row of `GET /api/time-limits/rules`. */
export type BookRow = Omit<Rule, 'pauses' | 'extend' | 'entered'> & {
  entered: Entered | null
  pauses: string[]
  extend: { unit: Rule['unit']; steps: { n: number; by: Text; article: Text }[] } | null
  expiry: { kind: Rule['onExpiry']; words: Text; basis: Text; provisional: boolean }
  provisional: boolean
}
export type Family = { id: string; process: Rule['process']; title: Text; versions: BookRow[] }
export type Wanted = { q: string; process: string; sure: string; now: boolean }

export const ruleBookQuery = () => ({
  queryKey: ['rule-book'],
  queryFn: () => get<{ items: BookRow[] }>('/api/time-limits/rules'),
  staleTime: 600_000,
})

export const inForceOn = ({ from, to }: Pick<BookRow, 'from' | 'to'>, day: string): boolean => from <= day && (to === null || day <= to)

/** Newest version first, the rules in the order of the book. */
export const familiesOf = (rows: BookRow[]): Family[] => {
  const found = new Map<string, BookRow[]>()
  for (const row of rows) found.set(row.id, [row, ...(found.get(row.id) ?? [])])
  return [...found.values()].flatMap((versions) => {
    const [newest] = versions
    return newest ? [{ id: newest.id, process: newest.process, title: newest.title, versions }] : []
  })
}

const wordsIn = (row: BookRow): string => {
  const texts = [row.title, row.norm, row.article, row.start, row.note].flatMap((one) => (one ? [one.zh, one.en] : []))
  return `${row.id} ${texts.join(' ')}`.toLowerCase()
}

/** A rule is shown with all its versions when one of them fits. */
export const wantedOf = (families: Family[], { q, process, sure, now }: Wanted, today: string): Family[] => {
  const words = q.trim().toLowerCase().split(/\s+/)
  const fits = (row: BookRow) => {
    const text = wordsIn(row)
    return (
      words.every((word) => text.includes(word)) &&
      (sure === '' || (sure === 'unsure') === row.provisional) &&
      (!now || inForceOn(row, today))
    )
  }
  return families.filter((one) => (process === '' || one.process === process) && one.versions.some(fits))
}

/** The version that counts today, else the one that came last. */
export const shownVersion = ({ versions }: Family, today: string): BookRow =>
  versions.find((one) => inForceOn(one, today)) ?? (versions[0] as BookRow)

/** Administrators of the city or the province enter versions and promises. */
export const keepsRules = ({ appointments }: Me): boolean =>
  appointments.some(({ role, region }) => role === 'administrator' && isRegion(region) && regions[region].level !== 'county')
