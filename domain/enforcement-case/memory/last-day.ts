// Which day may be set as the last one to pay on, and which day is the last one where a rest day was set?
import { type Text, text } from '../../language/words.ts'
import type { AskedBy } from '../../law/calculations/ask.ts'
import type { Verdict } from '../../model/process.ts'
import { dayKind } from '../../time/calendar.ts'
import { nextWorkday } from '../../time/count.ts'
import type { Day } from '../../time/days.ts'
import { decreeCalendars } from '../../time/decrees.ts'

type Calendars = Pick<AskedBy, 'calendars' | 'region'>

/** 民法典 203: the day itself, or where it is a rest day the first working day after. */
export const workingDayFrom = (day: Day, { calendars = decreeCalendars, region }: Calendars): Day =>
  nextWorkday(calendars, day, region)

/**
 * 民法典 203: a last day on a rest day is put off, so that the paper names the day which counts. Of a year without a decree nobody knows yet: such a day is
 * put off once it is known.
 */
export const endsOnWorkingDay = (what: Text, day: Day, by: Calendars): Verdict => {
  const { work, decreed } = dayKind(by.calendars ?? decreeCalendars, day, by.region)
  if (work || !decreed) return true
  const next = workingDayFrom(day, by)
  return text(
    `${what.zh}${day}为法定休假日，依法顺延至${next}，请填写工作日（《民法典》第二百零三条）`,
    `${what.en} ends on ${day}, a rest day, and by law on ${next}: name a working day (Civil Code art. 203)`,
  )
}
