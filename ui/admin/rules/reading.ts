// Which rules are there, which of them are wanted, and which versions does one have?

import type { Me } from '../../../contract/account/session.ts'
import type { Text } from '../../../domain/language/words.ts'
import type { RuleRow } from '../../../domain/law/rule-book.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import { askRules } from '../../client/law.ts'

export type Family = { id: string; process: RuleRow['process']; title: Text; versions: RuleRow[] }
export type Wanted = { q: string; process: string; sure: string; now: boolean }

export const ruleBookQuery = () => ({
  queryKey: ['rule-book'],
  queryFn: askRules,
  staleTime: 600_000,
})

export const inForceOn = ({ from, to }: Pick<RuleRow, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === null || day <= to)

/** Newest version first, the rules in the order of the book. */
export const familiesOf = (rows: RuleRow[]): Family[] => {
  const found = new Map<string, RuleRow[]>()
  for (const row of rows) found.set(row.id, [row, ...(found.get(row.id) ?? [])])
  return [...found.values()].flatMap((versions) => {
    const [newest] = versions
    return newest ? [{ id: newest.id, process: newest.process, title: newest.title, versions }] : []
  })
}

const wordsIn = (row: RuleRow): string => {
  const texts = [row.title, row.norm, row.article, row.start, row.note].flatMap((one) =>
    one ? [one.zh, one.en] : [],
  )
  return `${row.id} ${texts.join(' ')}`.toLowerCase()
}

/** A rule is shown with all its versions when one of them fits. */
export const wantedOf = (
  families: Family[],
  { q, process, sure, now }: Wanted,
  today: string,
): Family[] => {
  const words = q.trim().toLowerCase().split(/\s+/)
  const fits = (row: RuleRow) => {
    const text = wordsIn(row)
    return (
      words.every((word) => text.includes(word)) &&
      (sure === '' || (sure === 'unsure') === row.provisional) &&
      (!now || inForceOn(row, today))
    )
  }
  return families.filter(
    (one) => (process === '' || one.process === process) && one.versions.some(fits),
  )
}

/** The version that counts today, else the one that came last. */
export const versionOn = ({ versions }: Family, today: string): RuleRow =>
  versions.find((one) => inForceOn(one, today)) ?? (versions[0] as RuleRow)

/** Administrators of the city or the province enter versions and promises. */
export const keepsRules = ({ appointments }: Me): boolean =>
  appointments.some(
    ({ role, region }) =>
      role === 'administrator' && isRegion(region) && regions[region].level !== 'county',
  )
