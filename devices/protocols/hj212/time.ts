// How do stations write moments? In digits without a gap, in Beijing time, without a zone.
import { instantOf, wallOf } from '../../frames/beijing.ts'

const PATTERN = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/

/** 14 digits, or 17 with milliseconds; null: no moment, such as the 30th of February. */
export const momentOf = (written: string): Date | null => {
  const parts = PATTERN.exec(written)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = Number.NaN] = parts
  const moment = instantOf({ year, month, day, hour, minute, second })
  return moment ? new Date(moment.getTime() + (Number.isNaN(ms) ? 0 : ms)) : null
}

/** yyyyMMddHHmmss. */
export const write = (moment: Date): string => {
  const { year, month, day, hour, minute, second } = wallOf(moment)
  return (
    String(year).padStart(4, '0') +
    [month, day, hour, minute, second].map((part) => String(part).padStart(2, '0')).join('')
  )
}

/** yyyyMMddHHmmsszzz, as a QN is written. */
export const writeMs = (moment: Date): string =>
  write(moment) + String(moment.getUTCMilliseconds()).padStart(3, '0')
