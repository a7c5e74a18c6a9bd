// Do the dates of construction and trial run fit the law and each other?
import { decreeCalendars } from '../calendar/decrees.ts'
import { isCivilDate } from '../case/answers.ts'
import { civilDate } from '../case/instant.ts'
import type { Rule } from '../case/process.ts'
import { text } from '../case/words.ts'
import { computeTimeLimit, type TimeLimit } from '../law/compute.ts'
import { isUnconfirmed } from '../law/rule-book.ts'
import type { ProjectContext } from './context.ts'
import { trialRules } from './kinds.ts'

type DateRule = Rule<ProjectContext>

/** Of a beginning that is reported: it lies in the past. */
export const begunInTime: DateRule = ({ event }) => {
  const { startedOn } = event.data
  return (
    startedOn === undefined ||
    (isCivilDate(startedOn) && startedOn <= civilDate(event.at)) ||
    text('开工日期须为不晚于今日的有效日期', 'The beginning must be a date that is not in the future')
  )
}

/** 安全法 33: not before the design has been approved. */
export const beginningLawful: DateRule = (input) => {
  const may = begunInTime(input)
  const { startedOn } = input.event.data
  if (may !== true || startedOn === undefined) return may
  return (
    String(startedOn) >= (input.context.designOn ?? '') ||
    text(
      '开工日期早于设计批准日期：未经批准擅自开工的依法查处（《安全生产法》第三十三条、第九十八条）',
      'It was begun before the design was approved, which is an offence (Work Safety Law art. 33, 98)',
    )
  )
}

const bound = (context: ProjectContext, end: 'min' | 'max', from: string, input: Parameters<DateRule>[0]): TimeLimit =>
  computeTimeLimit({ rule: trialRules(context.kind)[end], start: from }, input.event.calendars ?? decreeCalendars)

/** An unconfirmed bound warns by its clock and in the form; it refuses nothing. */
const binds = ({ rule }: TimeLimit): boolean => !isUnconfirmed({ confidence: rule.confidence, lawVersion: rule.lawVersion })

/** The plan stays inside the longest trial run. */
export const trialLawful: DateRule = (input) => {
  const { from, until } = input.event.data
  if (from === undefined || until === undefined) return true
  if (!isCivilDate(from) || !isCivilDate(until) || until < from)
    return text('试运行起止日期无效', 'The dates of the trial run are none, or the wrong way round')
  if (from > civilDate(input.event.at)) return text('试运行开始日期不得晚于今日', 'The trial run may not begin in the future')
  const longest = bound(input.context, 'max', from, input)
  return until <= longest.due || !binds(longest) || text(`试运行最长至${longest.due}`, `The trial run ends by ${longest.due}`)
}

export const trialLastedLongEnough: DateRule = (input) => {
  const { trialFrom } = input.context
  if (trialFrom === null) return true
  const shortest = bound(input.context, 'min', trialFrom, input)
  return (
    civilDate(input.event.at) >= shortest.due ||
    !binds(shortest) ||
    text(`试运行时间不足，最早于${shortest.due}结束`, `The trial run is too short: it may end on ${shortest.due}`)
  )
}
