// How do stations write moments? In Beijing time, without a zone.

const BEIJING = 8 * 3_600_000
const PATTERN = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/

/** 14 digits, or 17 with milliseconds; null: no moment, such as the 30th of February. */
export const momentOf = (written: string): Date | null => {
  const parts = PATTERN.exec(written)?.slice(1).map(Number)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms] = parts
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second, Number.isNaN(ms) ? 0 : ms) - BEIJING)
  const back = written.length === 17 ? writeMs(moment) : write(moment)
  return back === written ? moment : null
}

/** yyyyMMddHHmmss. */
export const write = (moment: Date): string => writeMs(moment).slice(0, 14)

/** yyyyMMddHHmmsszzz, as a QN is written. */
export const writeMs = (moment: Date): string => new Date(moment.getTime() + BEIJING).toISOString().replaceAll(/\D/g, '')
