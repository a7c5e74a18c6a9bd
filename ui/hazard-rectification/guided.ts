// Which criteria are offered for which sector, and what do those ticked suggest?

import { DomainError } from '../../domain/language/errors.ts'
import type { Place, Sector } from '../../domain/law/criteria/criterion.ts'
import { places } from '../../domain/law/criteria/criterion.ts'
import {
  criteriaChoices,
  type Suggestion,
  sectorsAt,
  suggestGrade,
} from '../../domain/law/criteria/grading.ts'
import type { Field } from '../../domain/model/process.ts'
import type { EntryGroup } from '../form/choice-groups.tsx'
import { entriesOf, type Values } from '../form/form-values.ts'
import { hazardWords as w } from './words.ts'

/** Beside the criteria themselves the form holds in which sector and which kind of place they were looked for; neither is sent. */
export const sectorName = (field: string) => `${field}.sector`
export const placeName = (field: string) => `${field}.place`

export const isPlace = (value: unknown): value is Place =>
  typeof value === 'string' && Object.hasOwn(places, value)

export const asksPlace = (sector: Sector | undefined): boolean =>
  (sector?.combinations.length ?? 0) > 0

/** The sectors of a day, as far as the form takes their criteria. */
export const sectorsOffered = (day: string): Sector[] =>
  sectorsAt(day).filter(({ criteria }) => criteria.some(({ code }) => code in criteriaChoices))

/** The criteria of a sector by chapter, each with its article and how it counts. */
export const groupsOf = ({ criteria }: Sector): EntryGroup[] => {
  const groups = new Map<string, EntryGroup & { title: NonNullable<EntryGroup['title']> }>()
  for (const { code, group, words, article, weight } of criteria) {
    const known = groups.get(group.zh) ?? { title: group, entries: [] }
    const kind = weight === 'direct' ? w.direct : w.counted
    const note = { zh: `${article} · ${kind.zh}`, en: `${article} · ${kind.en}` }
    known.entries.push({ value: code, words, note })
    groups.set(group.zh, known)
  }
  return [...groups.values()]
}

/** One suggestion for each sector in which something was ticked; for the chosen sector also when nothing was. */
export const suggestionsFor = (
  field: Pick<Field, 'name'>,
  values: Values,
  on: string,
): Suggestion[] => {
  const codes = entriesOf(values[field.name])
  const place = values[placeName(field.name)]
  const chosen = values[sectorName(field.name)]
  return sectorsOffered(on).flatMap(({ sector, criteria }) => {
    const met = codes.filter((code) => criteria.some((one) => one.code === code))
    if (met.length === 0 && (sector !== chosen || codes.length > 0)) return []
    return suggestionOf({ sector, codes: met, on, ...(isPlace(place) ? { place } : {}) }) ?? []
  })
}

const suggestionOf = (grading: Parameters<typeof suggestGrade>[0]): Suggestion | null => {
  try {
    return suggestGrade(grading)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
