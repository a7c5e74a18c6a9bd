// Which office is competent for a matter in a region on a day (职责分工)?
import { type Text, text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import { emergencyKinds, type OfficeKind, officeId, officeKinds } from './offices.ts'
import { type Level, levels, type Region, regionAt, regions } from './regions.ts'

/** One row of the table; `region` null: the whole city. Both days are inclusive. */
export type Competence = {
  id: string
  matter: string
  region: Region | null
  office: OfficeKind
  level: Level
  from: Day
  until: Day | null
}

/** What a case remembers of it for good. */
export type CompetentOffice = { office: OfficeKind; level: Level }

/** The rows in the order in which they were decided: of two that speak of the same day the later counts; beside them the offices that there are. */
export type CompetenceTable = { rows: readonly Competence[]; offices: readonly string[] }

export const isInForce = ({ from, until }: Competence, day: Day): boolean =>
  from <= day && (until === null || day <= until)

/** The row that counts: a county's own before that of the whole city. */
export const competenceOn = (
  { rows }: Pick<CompetenceTable, 'rows'>,
  { matter, region, day }: { matter: string; region: Region | null; day: Day },
): Competence | null => {
  const counting = rows.filter((one) => one.matter === matter && isInForce(one, day))
  const own = region === null ? undefined : counting.findLast((one) => one.region === region)
  return own ?? counting.findLast((one) => one.region === null) ?? null
}

/** Null: the command of emergency management keeps it. Where the county has no such office the city's answers. */
export const competentOffice = (
  table: CompetenceTable,
  asked: { matter: string; region: Region; day: Day },
): CompetentOffice | null => {
  const row = competenceOn(table, asked)
  if (row === null || emergencyKinds.includes(row.office)) return null
  const { office } = row
  const isThere = (level: Level) =>
    table.offices.includes(officeId(office, regionAt(asked.region, level)))
  const inCounty = row.level === 'county' && regions[asked.region].level === 'county'
  if (inCounty && isThere('county')) return { office, level: 'county' }
  return isThere('city') ? { office, level: 'city' } : null
}

/** What is kept of it as JSON; null: nothing that names an office. */
export const competentOfficeIn = (value: unknown): CompetentOffice | null => {
  if (typeof value !== 'object' || value === null) return null
  const { office, level } = value as Record<string, unknown>
  return isKey(officeKinds, office) && isKey(levels, level) ? { office, level } : null
}

const isKey = <Keys extends object>(keys: Keys, value: unknown): value is keyof Keys =>
  typeof value === 'string' && Object.hasOwn(keys, value)

/** 衢州市交通运输局 */
export const competentOfficeWords = ({ office, level }: CompetentOffice, region: Region): Text => {
  const [{ name }, kind] = [regions[regionAt(region, level)], officeKinds[office]]
  return text(`${name.zh}${kind.zh}`, `${kind.en}, ${name.en}`)
}
