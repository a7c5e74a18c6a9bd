// Which days has somebody pasted, one to a line or as ranges, and what could not be read?
import { type Text, text } from '../language/words.ts'
import { addDays, type Day, isDay } from './days.ts'

export type DayList = { days: Day[]; mistakes: Text[] }

const longest = 366
/** 2027-02-05, 2027/2/5, 2027.2.5, 2027年2月5日. */
const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const between = /\s*(?:\.{2,3}|…|~|～|至|到|—+|–|\bto\b)\s*/

/** Reads a list; each mistake names its line, so that nobody has to look for it. */
export const readDayList = (words: string): DayList => {
  const days: Day[] = []
  const mistakes: Text[] = []
  words.split(/\r?\n/).forEach((line, index) => {
    for (const entry of line.split(/[,，、;；]/).map((one) => one.trim())) {
      if (entry === '') continue
      const found = daysIn(entry)
      if (found) days.push(...found)
      else
        mistakes.push(
          text(
            `第 ${index + 1} 行“${entry}”不是日期或日期范围`,
            `Line ${index + 1}: “${entry}” is no date and no range of dates`,
          ),
        )
    }
  })
  return { days, mistakes: [...mistakes, ...doubled(days)] }
}

const daysIn = (entry: string): Day[] | null => {
  const [first, last = first, ...more] = entry.split(between).map(dayOf)
  if (!first || !last || more.length > 0 || last < first) return null
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (days.length >= longest) return null
    days.push(day)
  }
  return days
}

const dayOf = (words: string): Day | null => {
  const [, year = '', month = '', day = ''] = written.exec(words.trim()) ?? []
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : null
}

const doubled = (days: Day[]): Text[] =>
  [...new Set(days.filter((day, index) => days.indexOf(day) !== index))].map((day) =>
    text(`日期重复：${day}`, `Listed twice: ${day}`),
  )

/** The days as a person writes them: neighbours as one range. */
export const writeDayList = (days: Day[]): string[] => {
  const ranges: [Day, Day][] = []
  for (const day of [...days].sort()) {
    const last = ranges.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else ranges.push([day, day])
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}..${to}`))
}
