// How far has a period run on a given day?

import { durationWords } from '../language/duration.ts'
import { type Text, text } from '../language/words.ts'
import { civilDay, type Day, toMillis, toNumber } from '../time/days.ts'
import { isContinuous, type Reckoning, type Unit } from '../time/period.ts'
import type { LegalPause } from './course.ts'
import { amount, deducted, estimated } from './explain.ts'
import type { Rule } from './rules/rule.ts'

/** `index` of `of` units counted so far (months and years in natural days, hours and minutes with decimals). */
export type Position = {
  asOf: Day
  index: number
  of: number
  remaining: number
  unit: Unit
  paused: boolean
  overdue: boolean
  summary: Text
}

type Told = { rule: Rule; result: Reckoning; pauses: LegalPause[] }

/** "第14/20个工作日；扣除6个工作日：专家评审（许可法45条）2026-03-09→03-16；到期 2026-04-08". */
export const positionAt = (asOf: string, told: Told): Position => {
  const { rule, result, pauses } = told
  const day = civilDay(asOf) ?? result.startDay
  const unit = rule.unit === 'WD' || isContinuous(rule.unit) ? rule.unit : 'ND'
  const [index, of] = isContinuous(rule.unit)
    ? run(asOf, day, result, rule.unit === 'H' ? 3_600_000 : 60_000)
    : daysRun(day, result)
  const paused = pauses.some(({ from, to, open }) => from <= day && (open || day <= to))
  const overdue =
    rule.direction === 'forward' &&
    (isContinuous(rule.unit)
      ? momentOf(asOf, day) >= momentOf(result.dueAt, day)
      : day > result.due)
  return {
    asOf: day,
    index,
    of,
    remaining: Math.max(0, of - index),
    unit,
    paused,
    overdue,
    summary: summaryOf(told, index, of, unit, overdue),
  }
}

const daysRun = (day: Day, { counted }: Reckoning): [number, number] => {
  const last = toNumber(day)
  return [counted.filter((one) => one <= last).length, counted.length]
}

const momentOf = (value: string, day: Day): number =>
  toMillis(value) ?? toMillis(`${day}T00:00`) ?? 0

const run = (
  asOf: string,
  day: Day,
  { dueAt, total }: Reckoning,
  unitMs: number,
): [number, number] => {
  const left = (momentOf(dueAt, day) - momentOf(asOf, day)) / unitMs
  return [Math.min(total, Math.max(0, Math.round((total - left) * 100) / 100)), total]
}

/** "已用3小时54分，共24小时". */
const ran = (index: number, of: number, unit: 'H' | 'MIN'): Text => {
  const [used, all] = [index, of].map((n) => durationWords(Math.floor(unit === 'H' ? n * 60 : n)))
  return text(`已用${used?.zh}，共${all?.zh}`, `${used?.en} of ${all?.en}`)
}

const ending = (result: Reckoning, pauses: LegalPause[]): Text => {
  const sure = estimated(result, pauses)
  const [zh, en] = [sure.zh.slice(1), sure.en.slice(2)]
  return text(
    `到期 ${result.due}${zh ? `（${zh}）` : ''}`,
    `due ${result.due}${en ? ` (${en})` : ''}`,
  )
}

const summaryOf = (
  { rule, result, pauses }: Told,
  index: number,
  of: number,
  unit: Unit,
  overdue: boolean,
): Text => {
  const parts = [
    isContinuous(unit)
      ? ran(index, of, unit)
      : text(`第${index}/${amount(of, unit).zh}`, `${index} of ${amount(of, unit).en}`),
    deducted(rule, result, pauses),
    ending(result, pauses),
    overdue ? text('已逾期', 'overdue') : null,
  ].filter((part) => part !== null)
  return text(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '))
}
