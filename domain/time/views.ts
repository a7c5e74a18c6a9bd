// In which shape does the API show calendars?
import type { Text } from '../language/words.ts'
import type { Day } from './days.ts'

/** Years of the holiday calendar; `missing` are those that periods running now could need and nobody has decreed or imported yet. */
export type CalendarsView = {
  version: string
  /** `proposal`: by which approval the notice came in; null = committed with the product. */
  items: { year: number; decree: string; source: string; off: number; work: number; imported: boolean; proposal: string | null }[]
  overrides: { proposal: string; region: Region | null; decree: string; source: string; name: string | null; off: Day[]; work: Day[] }[]
  missing: number[]
}
type Region = { code: string; name: Text }

/** Every day of a year as the reckoning sees it, everywhere or in one region. */
export type YearView = {
  year: number
  decree: string | null
  source: string | null
  days: { date: Day; work: boolean; why: string; decreed: boolean }[]
}
