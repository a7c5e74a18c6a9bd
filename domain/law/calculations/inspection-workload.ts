// Do the visits of a yearly plan fit into the working days of those who make them?
import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { kindsOf } from '../../time/calendar.ts'
import { toNumber } from '../../time/days.ts'
import { numberAt } from '../amounts/amount.ts'
import { type CountingLaw, calculation, doubt, doubts } from './calculation.ts'

const mostDays = 1_000_000
const days = v.pipe(v.number(), v.minValue(0), v.maxValue(mostDays))

const schema = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(2018), v.maxValue(2200)),
  officers: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  /** 其他执法工作日: licences, accidents, reports and penalties, in days of one officer. */
  otherDays: days,
  /** 非执法工作日: leave, training, duty, meetings. */
  absentDays: days,
  /** What the key and the drawn visits need. */
  keyDays: days,
  randomDays: days,
})

const estimated = text(
  '该年度放假安排尚未公布，工作日为暂估',
  'The holidays of that year are not yet decreed: its working days are estimated',
)

/** Working days of a year, and whether a decree says so of each. */
const workdaysOf = ({ calendars, region }: CountingLaw, year: number) => {
  const kindOf = kindsOf(calendars, region)
  const [first, end] = [toNumber(`${year}-01-01`), toNumber(`${year + 1}-01-01`)]
  const all = Array.from({ length: end - first }, (_, at) => kindOf(first + at))
  return {
    workdays: all.filter(({ work }) => work).length,
    decreed: all.every(({ decreed }) => decreed),
  }
}

const line = (zh: string, en: string): Text => text(zh, en)
const rounded = (n: number): number => Math.round(n * 10) / 10

/**
 * 监督检查工作日 = officers × working days − other enforcement − no enforcement. At least the share of them is for key visits. Whatever the
 * plan needs beyond them does not fit.
 */
export const inspectionWorkload = calculation(
  'inspection-workload',
  text('年度监督检查计划工作量', 'Workload of a yearly inspection plan'),
  [['plans2017', '']],
  schema,
  (asked, law) => {
    const { year, officers, otherDays, absentDays, keyDays, randomDays } = asked
    const row = law.amount('inspection-workload.key-share', `${year}-12-31`)
    const share = numberAt(row, 'share')
    const { workdays, decreed } = workdaysOf(law, year)
    const total = officers * workdays
    const inspecting = rounded(Math.max(0, total - otherDays - absentDays))
    const keyLeast = rounded((inspecting * share) / 100)
    const needed = rounded(keyDays + randomDays)
    const fits = otherDays + absentDays <= total && needed <= inspecting
    const keyEnough = keyDays >= keyLeast
    return {
      workdays,
      total,
      inspecting,
      keyLeast,
      needed,
      fits,
      keyEnough,
      reckoning: [
        line(
          `总法定工作日：${officers}人×${workdays}个工作日＝${total}`,
          `In all: ${officers} officers × ${workdays} working days = ${total}`,
        ),
        line(
          `监督检查工作日：${total}−其他执法${otherDays}−非执法${absentDays}＝${inspecting}`,
          `For inspections: ${total} − other enforcement ${otherDays} − no enforcement ${absentDays} = ${inspecting}`,
        ),
        line(
          `重点检查不低于${share}%：${keyLeast}，计划${rounded(keyDays)}${keyEnough ? '' : '，不足'}（${row.article.zh}）`,
          `Key visits at least ${share} %: ${keyLeast}; planned ${rounded(keyDays)}${keyEnough ? '' : ': too few'} (${row.article.en})`,
        ),
        line(
          `需要${needed}（重点${rounded(keyDays)}、一般${rounded(randomDays)}），可用${inspecting}${fits ? '' : '，超出'}`,
          `Needed ${needed} (key ${rounded(keyDays)}, by lot ${rounded(randomDays)}), there are ${inspecting}${fits ? '' : ': too many'}`,
        ),
      ],
      ...doubts(doubt(row.doubt), doubt(decreed ? null : estimated)),
    }
  },
)
