// How is a day or a shift of the roster written?
import { fill } from '../../domain/language/words.ts'
import { festivals } from '../admin/calendars/words.ts'
import { locale, t } from '../client/words.ts'
import { showDateShort } from '../screen/time.ts'
import { rosterWords as w } from './words.ts'

type Day = { date: string; work: boolean; why: string; decreed: boolean }

/** What the decree makes of the day, where that is not plain. */
export const dayKindText = ({ why, work }: Pick<Day, 'why' | 'work'>): string => {
  if (why.startsWith('holiday:')) {
    const name = why.slice('holiday:'.length)
    return t(fill(w.holiday, { name: t(festivals[name] ?? { zh: name, en: name }) }))
  }
  if (why === 'make-up-workday') return t(w.madeUp)
  return work ? '' : t(w.rest)
}

export const dayClass = ({ why, work }: Pick<Day, 'why' | 'work'>): string => {
  if (why.startsWith('holiday:')) return 'roster-off'
  if (why === 'make-up-workday') return 'roster-made-up'
  return work ? '' : 'roster-rest'
}

export const weekdayText = (date: string): string =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))

/** 12月1日 周二 17:30 */
export const shiftText = ({ day, start }: { day: string; start: string }): string =>
  `${showDateShort(day)} ${weekdayText(day)} ${start}`

export const monthText = (month: string): string =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
