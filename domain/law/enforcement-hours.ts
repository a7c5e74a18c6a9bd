// At which hours may an authority use force?
import { type Text, text } from '../language/words.ts'
import { type CalendarSet, dayKind } from '../time/calendar.ts'
import { decreeCalendars } from '../time/decrees.ts'
import { civilDate, type Instant, wallTime } from '../time/instant.ts'

type Place = { calendars?: CalendarSet; region?: string }

/** 夜间 as the law on noise counts it [D]: 强制法 43 names no hours. */
const [nightBegins, nightEnds] = [22, 6]

/** 强制法 43: not at night and not on a legal holiday; an emergency is for the caller. A Sunday is a day of rest, not a legal holiday. */
export const isEnforceable = (
  at: Instant,
  { calendars = decreeCalendars, region }: Place,
): true | Text => {
  const hour = Number(wallTime(at).slice(11, 13))
  if (hour >= nightBegins || hour < nightEnds)
    return text(
      '不得在夜间（22时至次日6时）实施行政强制执行，情况紧急的除外（行政强制法第四十三条）',
      'No force at night (22:00 to 06:00) except in an emergency (Administrative Coercion Law, article 43)',
    )
  if (dayKind(calendars, civilDate(at), region).why.startsWith('holiday:'))
    return text(
      '不得在法定节假日实施行政强制执行，情况紧急的除外（行政强制法第四十三条）',
      'No force on a legal holiday except in an emergency (Administrative Coercion Law, article 43)',
    )
  return true
}
