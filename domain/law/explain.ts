// How does a lawyer read a reckoning in one sentence?

import { type Text, text } from '../language/words.ts'
import { isContinuous, type Reckoning, type Unit } from '../time/period.ts'
import type { LegalExtension, LegalPause } from './course.ts'
import { citeText, civilLawOn, onGround } from './rules/norms.ts'
import { pauseKinds } from './rules/pauses.ts'
import type { Rule } from './rules/rule.ts'

const unitWords: Record<Unit, Text> = {
  WD: text('个工作日', ' working day(s)'),
  ND: text('日', ' natural day(s)'),
  H: text('小时', ' hour(s)'),
  MIN: text('分钟', ' minute(s)'),
  M: text('个月', ' month(s)'),
  Y: text('年', ' year(s)'),
}

/** "20个工作日", "20 working day(s)"; parts of an hour in minutes. */
export const amount = (n: number, unit: Unit): Text =>
  unit === 'H' && !Number.isInteger(n)
    ? text(`${n * 60}分钟`, `${n * 60} minutes`)
    : text(`${n}${unitWords[unit].zh}`, `${n}${unitWords[unit].en}`)

type ExplanationInput = {
  rule: Rule
  result: Reckoning
  pauses: LegalPause[]
  extensions: LegalExtension[]
}

/** The whole reckoning as one sentence: start, length and article, pauses, extensions, holidays passed over, roll, due date. */
export const explain = (input: ExplanationInput): Text => {
  const parts =
    input.rule.direction === 'backward'
      ? backward(input)
      : isContinuous(input.rule.unit)
        ? hours(input)
        : forward(input)
  const sentences = parts.filter((part) => part !== null)
  return text(
    `${sentences.map(({ zh }) => zh).join('；')}。`,
    `${sentences.map(({ en }) => en).join('; ')}.`,
  )
}

const basis = ({ article }: Rule): Text => onGround(article)

const forward = ({ rule, result, pauses, extensions }: ExplanationInput): (Text | null)[] => {
  const length = amount(rule.n, rule.unit)
  const begin = text(
    `自${result.startDay}${rule.start.zh}的次日起算，${length.zh}${basis(rule).zh}`,
    `Counted from the day after ${rule.start.en} (${result.startDay}), ${length.en}${basis(rule).en}`,
  )
  return [
    begin,
    deducted(rule, result, pauses),
    ...extensions.map((one) => extended(rule, one)),
    holidays(rule, result),
    rolling(rule, result),
    until(result, pauses),
  ]
}

const until = (result: Reckoning, pauses: LegalPause[]): Text => {
  const sure = estimated(result, pauses)
  return text(`到期 ${result.due}（24时止${sure.zh}）`, `due ${result.due} (24:00${sure.en})`)
}

/** What makes a date an estimate is said beside it: years without a notice, a pause that still runs. */
export const estimated = ({ undecreed, rolled }: Reckoning, pauses: LegalPause[]): Text => {
  const years =
    undecreed.length > 3
      ? [...undecreed.slice(0, 1), undecreed.at(-1)].join('–')
      : undecreed.join('、')
  const running = pauses.some(({ open, from }) => open && from <= rolled)
  return text(
    `${years ? `，暂估：${years}年节假日安排尚未公布` : ''}${running ? '，中止尚未结束，为目前最早日期' : ''}`,
    `${years ? `, an estimate: no holiday notice yet for ${years.replaceAll('、', ', ')}` : ''}${running ? ', the earliest possible: a pause still runs' : ''}`,
  )
}

/** "扣除6个工作日：专家评审（行政许可法第45条）2026-03-09→2026-03-16". */
export const deducted = (rule: Rule, result: Reckoning, pauses: LegalPause[]): Text | null => {
  if (pauses.length === 0) return null
  const days = amount(result.pausedDays, rule.unit === 'WD' ? 'WD' : 'ND')
  const each = pauses.map(({ kind, article, from, to, open }) => {
    const by = article ? before(onGround(article)) : text('', ' ')
    return text(
      `${pauseKinds[kind].zh}${by.zh}${from}→${open ? '未结束' : to}`,
      `${pauseKinds[kind].en}${by.en}${from}→${open ? 'still running' : to}`,
    )
  })
  return text(
    `扣除${days.zh}：${each.map(({ zh }) => zh).join('、')}`,
    `${days.en} not counted: ${each.map(({ en }) => en).join(', ')}`,
  )
}

/** Where the sentence goes on. */
const before = ({ zh, en }: Text): Text =>
  text(zh.endsWith('）') ? zh : `${zh}，`, en.endsWith(')') ? `${en} ` : `${en}, `)

const extended = (rule: Rule, { at, by, approver, paper, article }: LegalExtension): Text => {
  const length = amount(by, rule.unit)
  const number = paper ? text(`（${paper}）`, ` (${paper})`) : text('', '')
  const who = approver
    ? text(`${approver.zh}批准${number.zh}`, ` by the ${approver.en}${number.en}`)
    : text('', '')
  const on = article ? onGround(article) : text('', '')
  return text(
    `${at}经${who.zh || '批准'}延长${length.zh}${on.zh}`,
    `extended${who.en} on ${at} by ${length.en}${on.en}`,
  )
}

const festivals: Record<string, string> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明: 'Qingming',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat',
  中秋: 'Mid-autumn',
  国庆节: 'National Day',
}

/** Longer periods name only so many. */
const mostNamed = 12

/** Holidays passed over and weekend days worked, told from the reckoning. */
const holidays = (rule: Rule, { festivals: met, madeUp }: Reckoning): Text | null => {
  if (rule.unit !== 'WD' || met.length + madeUp.length === 0) return null
  // A period counted backward meets the last festival first.
  const order = <One>(list: One[]): One[] =>
    rule.direction === 'backward' ? list.toReversed() : list
  const off = order(met).map(({ name, from, to }) => {
    const [zh, en] = from === to ? ['', ''] : [`至${to}`, `–${to}`]
    return text(`${name}${from}${zh}`, `${festivals[name] ?? name} ${from}${en}`)
  })
  const worked = order(madeUp).map((day) => text(day, day))
  const parts = [
    ...(off.length > 0 ? [text(`${listed(off).zh}放假不计`, `off: ${listed(off).en}`)] : []),
    ...(worked.length > 0
      ? [
          text(
            `${listed(worked).zh}调休上班计入`,
            `make-up working days counted: ${listed(worked).en}`,
          ),
        ]
      : []),
  ]
  return text(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join('; '))
}

const listed = (all: Text[]): Text => {
  const [named, more] = [all.slice(0, mostNamed), all.length > mostNamed]
  return text(
    `${named.map(({ zh }) => zh).join('、')}${more ? `等${all.length}处` : ''}`,
    `${named.map(({ en }) => en).join(', ')}${more ? ` and ${all.length - mostNamed} more` : ''}`,
  )
}

const rolling = (rule: Rule, { nominal, rolled }: Reckoning): Text | null => {
  if (nominal === rolled) return null
  const law = citeText([civilLawOn(nominal, '203')])
  if (rule.roll === 'party')
    return text(
      `末日${nominal}为休息日，顺延至${rolled}（${law.zh}）`,
      `last day ${nominal} is no working day, moved to ${rolled} (${law.en})`,
    )
  return text(
    `末日${nominal}为休息日，机关内部从严按该日掌握，依${law.zh}可顺延至${rolled}`,
    `last day ${nominal} is no working day; the organ keeps it, ${law.en} would allow ${rolled}`,
  )
}

/** To the minute; of periods in minutes to the second, where there is one. */
const clockTime = (moment: string): string =>
  moment.slice(0, moment.slice(17, 19) === '00' ? 16 : 19).replace('T', ' ')

const hours = ({ rule, result }: ExplanationInput): Text[] => {
  const length = amount(result.total, rule.unit)
  const way = rule.direction === 'backward' ? text('前', ' before') : text('起', ' from')
  const at = clockTime(result.startAt ?? result.startDay)
  return [
    text(
      `自${rule.start.zh}（${at}）${way.zh}${length.zh}${basis(rule).zh}，昼夜、节假日连续计算`,
      `${length.en}${way.en} ${rule.start.en} (${at})${basis(rule).en}, through nights and holidays`,
    ),
    text(`到期 ${clockTime(result.dueAt)}`, `due ${clockTime(result.dueAt)}`),
  ]
}

const backward = ({ rule, result }: ExplanationInput): (Text | null)[] => {
  const length = amount(rule.n, rule.unit)
  const at = result.startAt === null ? result.startDay : clockTime(result.startAt)
  const sure = estimated(result, [])
  const back = text(
    `自${at}${rule.start.zh}向前推${length.zh}${basis(rule).zh}`,
    `${length.en} back from ${rule.start.en} (${at})${basis(rule).en}`,
  )
  const latest = isContinuous(rule.unit) ? clockTime(result.dueAt) : result.nominal
  const end = rule.window
    ? text(
        `申请窗口 ${result.nominal} 至 ${result.startDay}（首尾日均在内${sure.zh}）`,
        `window ${result.nominal} to ${result.startDay}, both days included${sure.en}`,
      )
    : text(
        `最迟 ${latest}（${isContinuous(rule.unit) ? '该时刻为限' : '当日为限'}${sure.zh}）`,
        `${latest} at the latest${sure.en}`,
      )
  return [back, holidays(rule, result), end]
}
