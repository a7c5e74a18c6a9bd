// Do the dates of construction, trial run and acceptance fit the law and each other?

import { limitFor } from '../engine/clocks/limit.ts'
import { type Text, text } from '../language/words.ts'
import { binds, type TimeLimit } from '../law/compute.ts'
import type { CorrectionRule } from '../model/decision-context.ts'
import { stringIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import type { Rule } from '../model/process.ts'
import { civilDate } from '../time/instant.ts'
import { corrected, type ProjectContext } from './context.ts'
import { trialRules } from './kinds.ts'

type DateRule = Rule<ProjectContext>

/** Of a beginning that is reported: it lies in the past. */
export const begunInTime: DateRule = ({ event }) => {
  const { startedOn } = event.data
  return (
    startedOn === undefined ||
    (isCivilDate(startedOn) && startedOn <= civilDate(event.at)) ||
    text(
      '开工日期须为不晚于今日的有效日期',
      'The beginning must be a date that is not in the future',
    )
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

/** The days of the works, each after those before it. */
const order = [
  ['startedOn', text('开工', 'the beginning of construction')],
  ['failedOn', text('试运行或者验收不合格', 'the failure of the trial run or acceptance')],
  ['finishedOn', text('完工', 'the end of construction')],
  ['trialFrom', text('试运行开始', 'the beginning of the trial run')],
  ['trialEndedOn', text('试运行结束', 'the end of the trial run')],
] as const satisfies [keyof ProjectContext, Text][]
type WorksDay = (typeof order)[number][0]

/** What has happened to the works, all of it or only before a day of theirs; what is not known holds nothing up. */
const happened = (
  context: ProjectContext,
  before?: WorksDay,
): [string | null | undefined, Text][] =>
  order
    .slice(0, before && order.findIndex(([name]) => name === before))
    .map(([name, words]) => [context[name], words])

/** A day that is reported: it is not still to come, and comes after whatever had to happen before. */
const reported = (
  named: Text,
  day: unknown,
  before: ReturnType<typeof happened>,
  input: Parameters<DateRule>[0],
): true | Text => {
  if (!isCivilDate(day)) return text(`${named.zh}无效`, `${named.en} is no date`)
  if (day > civilDate(input.event.at))
    return text(`${named.zh}不得晚于今日`, `${named.en} may not lie in the future`)
  const [later] = before
    .filter(([on]) => on && day < on)
    .sort(([a], [b]) => (String(a) < String(b) ? 1 : -1))
  return (
    !later ||
    text(
      `${named.zh}不得早于${later[1].zh}（${later[0]}）`,
      `${named.en} may not lie before ${later[1].en} (${later[0]})`,
    )
  )
}

/** Of construction that has ended, for the first time or again after a trial run or an acceptance that failed. */
export const finishedLawful: DateRule = (input) => {
  const { finishedOn } = input.event.data
  const before = happened(input.context, 'finishedOn')
  return (
    finishedOn === undefined ||
    reported(text('完工日期', 'The end of construction'), finishedOn, before, input)
  )
}

/** 令36: the acceptance comes after construction and trial run. */
export const acceptanceLawful: DateRule = (input) => {
  const { acceptedOn } = input.event.data
  return (
    acceptedOn === undefined ||
    reported(text('验收日期', 'The acceptance'), acceptedOn, happened(input.context), input)
  )
}

const bound = (
  context: ProjectContext,
  end: 'min' | 'max',
  from: string,
  input: Parameters<DateRule>[0],
): TimeLimit => limitFor(input.event, trialRules(context.kind)[end], from)

/** The trial run follows construction, and its plan stays between the shortest and the longest. */
export const trialLawful: DateRule = (input) => {
  const { from, until } = input.event.data
  if (from === undefined || until === undefined) return true
  if (!isCivilDate(from) || !isCivilDate(until) || until < from)
    return text('试运行起止日期无效', 'The dates of the trial run are none, or the wrong way round')
  const begins = reported(
    text('试运行开始日期', 'The beginning of the trial run'),
    from,
    happened(input.context, 'trialFrom'),
    input,
  )
  if (begins !== true) return begins
  const [shortest, longest] = [
    bound(input.context, 'min', from, input),
    bound(input.context, 'max', from, input),
  ]
  if (until > longest.due && binds(longest))
    return text(`试运行最长至${longest.due}`, `The trial run ends by ${longest.due}`)
  return (
    until >= shortest.due ||
    !binds(shortest) ||
    text(`试运行最短至${shortest.due}`, `The trial run lasts until ${shortest.due} at least`)
  )
}

/** Of a trial run that is over. */
export const trialEndedLawful: DateRule = (input) => {
  const { endedOn } = input.event.data
  const before = happened(input.context, 'trialEndedOn')
  return (
    endedOn === undefined ||
    reported(text('试运行结束日期', 'The end of the trial run'), endedOn, before, input)
  )
}

export const trialLastedLongEnough: DateRule = (input) => {
  const { trialFrom } = input.context
  if (trialFrom === null) return true
  const shortest = bound(input.context, 'min', trialFrom, input)
  const endedOn = stringIn(input.event, 'endedOn') ?? civilDate(input.event.at)
  return (
    endedOn >= shortest.due ||
    !binds(shortest) ||
    text(
      `试运行时间不足，最早于${shortest.due}结束`,
      `The trial run is too short: it may end on ${shortest.due}`,
    )
  )
}

/** 更正: a day is asked for what had to come before by its own act, and here for what has come after it since. */
export const correctionLawful: CorrectionRule = (record, fact, law) => {
  const anew = corrected(record, fact, law)
  const [was, is] = [record.snapshot.context, { ...record.snapshot.context, ...anew }].map(
    (context) => happened(context as ProjectContext).filter(([on]) => on),
  )
  const inOrder = (days: typeof is = []) =>
    days.every(([on], at) => at === 0 || String(days[at - 1]?.[0]) <= String(on))
  return (
    !inOrder(was) ||
    inOrder(is) ||
    text(
      `更正后的日期与其后已报告的日期矛盾：${is?.map(([on, words]) => `${words.zh}（${on}）`).join('、')}`,
      `The corrected day contradicts what was reported since: ${is?.map(([on, words]) => `${words.en} (${on})`).join(', ')}`,
    )
  )
}
