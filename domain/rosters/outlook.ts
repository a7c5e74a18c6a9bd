// Which shifts of the coming days does nobody keep, and how is that told the day before?
import { type Text, text } from '../language/words.ts'
import { type CalendarSet, isWorkday } from '../time/calendar.ts'
import { addDays, type Day } from '../time/days.ts'
import { civilDate, dayBegins, type Instant } from '../time/instant.ts'
import { rosterOfficeName, type Seat } from './offices.ts'
import { shiftsIn } from './on-duty.ts'
import { entryOf, type Holding, lacksOfShift, type Roster, type RosterGap } from './roster.ts'
import { addToMonth, type Month, monthOf } from './shifts.ts'

/** `missing`: months in which nothing is in force though the office keeps rosters. */
export type Outlook = { gaps: RosterGap[]; missing: Month[] }

const longest = 14

/** Told until the end of the next working day: before a holiday people still sit at their desks. */
export const toldUntil = (at: Instant, calendars: CalendarSet): Instant => {
  let day: Day = addDays(civilDate(at), 1)
  for (let n = 0; n < longest && !isWorkday(calendars, day); n += 1) day = addDays(day, 1)
  return dayBegins(addDays(day, 1))
}

/** Whether the office keeps rosters now: one is in force for this month or the last. */
export const keepsRosters = (rosters: readonly Roster[], at: Instant): boolean => {
  const month = monthOf(civilDate(at))
  return rosters.some((one) => one.month === month || one.month === addToMonth(month, -1))
}

/** `rosters`: those in force, as agreed, of the months around. Shifts that begin from `at` on and before `until`. */
export const outlookOf = (
  rosters: readonly Roster[],
  holdings: readonly Holding[],
  { at, until }: { at: Instant; until: Instant },
): Outlook => {
  if (!keepsRosters(rosters, at)) return { gaps: [], missing: [] }
  const first = monthOf(civilDate(at))
  const last = monthOf(addDays(civilDate(until), -1))
  const months = first === last ? [first] : [first, last]
  const missing = months.filter((month) => !rosters.some((one) => one.month === month))
  const gaps = rosters
    .filter(({ month }) => months.includes(month))
    .flatMap((roster) =>
      shiftsIn(rosters, roster)
        .filter(({ from }) => from >= at && from < until)
        .flatMap((shift): RosterGap[] => {
          const lacks = lacksOfShift(entryOf(roster, shift), shift.from, holdings)
          const { day, start } = shift
          return lacks.length > 0 ? [{ day, start, lacks }] : []
        }),
    )
  return { gaps, missing }
}

export const seatWords: Record<Seat, Text> = {
  leader: text('带班领导', 'leader on duty'),
  officer: text('值班员', 'duty officer'),
}

const separator = { zh: '、', en: ', ' }

/** 带班领导、值班员 */
export const lacksWords = ({ lacks }: Pick<RosterGap, 'lacks'>): Text => {
  const named = (language: 'zh' | 'en') =>
    [...new Set(lacks.map(({ seat }) => seat))]
      .map((seat) => seatWords[seat][language])
      .join(separator[language])
  return text(`无${named('zh')}`, `no ${named('en')}`)
}

export type OfficeOutlook = Outlook & { office: string }

export const gapsMail = (found: OfficeOutlook[], day: Day, url: string) => {
  const lines = (language: 'zh' | 'en') =>
    found.flatMap(({ office, gaps, missing }) => [
      rosterOfficeName(office)[language],
      ...missing.map((month) => `· ${missingWords(month)[language]}`),
      ...gaps.map((gap) => `· ${gap.day} ${gap.start} ${lacksWords(gap)[language]}`),
    ])
  const body = (language: 'zh' | 'en', before: string, after: string) =>
    [before, ...lines(language), after].join('\n')
  return {
    title: text(
      `【智慧安监】值班表有空班，请补齐 ${day}`,
      `[anjian] Nobody is on duty in shifts to come ${day}`,
    ),
    body: {
      zh: body(
        'zh',
        '下列班次无人值守。届时报警将呼叫该岗位的全部人员：',
        `请在“值班表”中补齐：${url}`,
      ),
      en: body(
        'en',
        'Nobody keeps these shifts; an alarm would then call everybody who holds the post:',
        `Fill them on the page “Duty roster”: ${url}`,
      ),
    },
  }
}

const missingWords = (month: Month): Text =>
  text(`${month} 的值班表尚未发布`, `No roster is published for ${month}`)
