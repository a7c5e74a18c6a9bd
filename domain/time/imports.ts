// How does a new holiday notice, or a local or ad-hoc day, enter the calendars?
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { CalendarOverride, CalendarSet, CalendarYear } from './calendar.ts'
import { isDay, weekday, yearOf } from './days.ts'

/**
 * The set with the notice of one more year (or a corrected one), under a new version; the given set stays as it is.
 * Refuses with `invalid-input`: days outside the year and the December before it, impossible or doubled dates, a day both off and worked,
 * a working weekday listed as make-up day, a notice without days off, without name or source.
 */
export const withYear = (set: CalendarSet, year: number, decree: CalendarYear): CalendarSet => {
  const problems = [
    ...(Number.isInteger(year) && year >= 1949 && year <= 2200
      ? []
      : [text(`年份无效：${year}`, `Not a year: ${year}`)]),
    ...noticeProblems(year, decree),
  ]
  refuseIf(problems)
  const revised = set.years[year] ? `${year}r` : String(year)
  return { ...set, version: `${set.version}+${revised}`, years: { ...set.years, [year]: decree } }
}

/** The set with local days of a region, or with national ad-hoc days (`region` null); refuses impossible dates with `invalid-input`. */
export const withOverride = (set: CalendarSet, override: CalendarOverride): CalendarSet => {
  const nothing =
    override.off.length + override.work.length === 0 ? [text('没有任何日期', 'It has no days')] : []
  const region =
    override.region !== null && !/^\d{6}$/.test(override.region)
      ? [text('行政区划代码应为6位数字', 'A region is a code of 6 digits')]
      : []
  refuseIf([...dayProblems(override), ...nothing, ...region])
  return {
    ...set,
    version: `${set.version}+${override.region ?? 'national'}`,
    overrides: [...(set.overrides ?? []), override],
  }
}

const noticeProblems = (year: number, decree: CalendarYear): Text[] => {
  const foreign = [...decree.off, ...decree.work].filter(
    (day) => isDay(day) && yearOf(day) !== year && !day.startsWith(`${year - 1}-12`),
  )
  const weekdays = decree.work.filter(
    (day) => isDay(day) && weekday(day) !== 0 && weekday(day) !== 6,
  )
  return [
    ...dayProblems(decree),
    ...foreign.map((day) =>
      text(
        `${day} 不在 ${year} 年或者上年12月内`,
        `${day} is neither in ${year} nor in the December before`,
      ),
    ),
    ...weekdays.map((day) =>
      text(
        `${day} 不是周末，不能作为调休上班日`,
        `${day} is not a weekend day, so it cannot be a make-up working day`,
      ),
    ),
    ...(decree.off.length === 0 ? [text('放假日期不能为空', 'A notice has days off')] : []),
    ...(decree.decree.trim() === '' || decree.source.trim() === ''
      ? [text('必须注明文件名称和来源', 'Name and source of the notice are required')]
      : []),
  ]
}

const dayProblems = ({ off, work }: { off: string[]; work: string[] }): Text[] => {
  const all = [...off, ...work]
  return [
    ...all
      .filter((day) => !isDay(day))
      .map((day) => text(`日期不存在：${day}`, `There is no such date: ${day}`)),
    ...all
      .filter((day, index) => all.indexOf(day) !== index)
      .map((day) =>
        text(`日期重复或既放假又上班：${day}`, `Listed twice, or both off and worked: ${day}`),
      ),
  ]
}

const refuseIf = (problems: Text[]): void => {
  if (problems.length > 0) throw new DomainError('invalid-input', problems)
}
