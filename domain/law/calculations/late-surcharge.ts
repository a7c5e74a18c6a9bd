// What does a fine paid late cost on a given day?
import * as v from 'valibot'
import { addDays, type Day } from '../../calendar/days.ts'
import { pauseOn } from '../../calendar/walk.ts'
import { type Text, text } from '../../case/words.ts'
import type { TimeLimit } from '../compute.ts'
import { day, invalid, message, yuan } from '../parse.ts'
import { calculation, doubts, period } from './calculation.ts'
import { percentOf, spell, toFen, toYuan } from './money.ts'

const interval = v.pipe(
  v.strictObject({ from: day, to: day, kind: v.optional(v.picklist(['reconsideration', 'litigation']), 'reconsideration') }),
  v.check(({ from, to }) => from <= to, message('结束日期早于开始日期', 'It ends before it begins')),
)

const schema = v.strictObject({
  fine: v.pipe(yuan, v.minValue(0.01, message('罚款必须大于零', 'The fine must be more than zero'))),
  served: v.pipe(day, v.description('day the decision was received')),
  asOf: v.optional(v.union([day, v.pipe(v.array(day), v.maxLength(400))]), []),
  paidOn: v.optional(v.nullable(day), null),
  /** End of an approved deferral (处罚法 66): takes the place of the payment day. */
  deferredTo: v.optional(v.nullable(day), null),
  /** Reconsideration or litigation: from filing to receipt of the decision, both days not counted (处罚法 73, convention [D]). */
  notCounted: v.optional(v.pipe(v.array(interval), v.maxLength(50)), []),
})
type Input = v.InferOutput<typeof schema>

const percentPerDay = 3
const capped = '2012-01-01'
const longest = 40_000

/**
 * 处罚法 72, 强制法 45–46: 3 % a day from the day after the payment period, rest days included, never more than the fine (since 2012-01-01);
 * the day of payment counts as overdue [D]. More than 30 days of surcharge opens the way to compulsory enforcement.
 */
export const lateSurcharge = calculation(
  'late-surcharge',
  text('加处罚款', 'Surcharge on a late fine'),
  [
    ['penalty2021', '67、72、73'],
    ['coercion', '45、46'],
  ],
  schema,
  (input, calendars) => {
    const payment = period(calendars, 'enforcement-case.payment', input.served)
    const payBy = deferred(input, payment.due)
    const fine = toFen(input.fine)
    const course: Course = { fine, payBy, input, cap: input.served >= capped ? fine : null }
    const asked = [...(typeof input.asOf === 'string' ? [input.asOf] : input.asOf), ...(input.paidOn ? [input.paidOn] : [])]
    const amounts = asked.map((at) => amountOn(course, input.paidOn && input.paidOn < at ? input.paidOn : at, at))
    const last = amounts.at(-1)
    const milestones = {
      surchargeFrom: dayOf(course, 1),
      capDate: course.cap === null ? null : dayOf(course, Math.ceil(100 / percentPerDay)),
      moreThan30DaysFrom: dayOf(course, 31),
    }
    return {
      payBy,
      payByNominal: payment.nominal,
      ...milestones,
      perDay: toYuan(percentOf(fine, percentPerDay)),
      cap: course.cap === null ? null : toYuan(course.cap),
      amounts,
      ...(last ? { days: last.days, surcharge: last.surcharge, total: last.total, capReached: last.capReached } : {}),
      reckoning: said(course, payment, milestones, amounts),
      ...doubts(payment, {
        provisional: course.cap === null,
        reasons: course.cap === null ? [text('2012年以前加处罚款无法定上限', 'No statutory cap before 2012')] : [],
      }),
    }
  },
)

/** An approved deferral takes the place of the payment day and cannot end before it. */
const deferred = ({ deferredTo }: Input, due: Day): Day => {
  if (!deferredTo || deferredTo >= due) return deferredTo ?? due
  throw invalid('/deferredTo', {
    pointer: '/deferredTo',
    reason: text('暂缓期限早于缴款期限', 'The deferral ends before the payment period'),
  })
}

type Course = { fine: number; payBy: Day; input: Input; cap: number | null }
type Amount = { asOf: Day; days: number; surcharge: number; total: number; capReached: boolean }

const isCounted = ({ input }: Course, at: Day): boolean => pauseOn(input.notCounted, at) === undefined

/** The n-th day that counts as overdue. */
const dayOf = (course: Course, n: number): Day => {
  let [at, left] = [course.payBy, n]
  for (let walked = 0; left > 0 && walked < longest; walked += 1) {
    at = addDays(at, 1)
    if (isCounted(course, at)) left -= 1
  }
  return at
}

const amountOn = (course: Course, until: Day, asOf: Day): Amount => {
  let days = 0
  let at = addDays(course.payBy, 1)
  for (let walked = 0; at <= until && walked < longest; walked += 1) {
    if (isCounted(course, at)) days += 1
    at = addDays(at, 1)
  }
  const full = percentOf(course.fine, percentPerDay, days)
  const surcharge = course.cap === null ? full : Math.min(full, course.cap)
  return {
    asOf,
    days,
    surcharge: toYuan(surcharge),
    total: toYuan(course.fine + surcharge),
    capReached: course.cap !== null && full >= course.cap,
  }
}

type Milestones = { surchargeFrom: Day; capDate: Day | null; moreThan30DaysFrom: Day }

const said = (
  { fine, payBy, input, cap }: Course,
  payment: TimeLimit,
  { surchargeFrom, capDate, moreThan30DaysFrom }: Milestones,
  amounts: Amount[],
): Text[] => [
  payment.explanation,
  ...(input.deferredTo ? [text(`经批准暂缓至${payBy}（处罚法第66条）`, `Deferred to ${payBy} (Penalty Law art. 66)`)] : []),
  text(
    `自${surchargeFrom}起每日按${spell(fine)}元的3%加处${spell(percentOf(fine, percentPerDay))}元，节假日照计（处罚法第72条）`,
    `From ${surchargeFrom} 3 % of ${spell(fine)} yuan = ${spell(percentOf(fine, percentPerDay))} yuan a day, holidays included (Penalty Law art. 72)`,
  ),
  ...input.notCounted.map(({ from, to }) =>
    text(`${from}至${to}复议、诉讼期间不计（处罚法第73条）`, `${from} to ${to}: reconsideration or litigation, not counted (art. 73)`),
  ),
  ...amounts.map(({ asOf, days, surcharge, capReached }) =>
    text(
      `${asOf}：逾期${days}日，加处${spell(toFen(surcharge))}元${capReached ? '（已达上限）' : ''}`,
      `${asOf}: ${days} days, ${spell(toFen(surcharge))} yuan${capReached ? ' (cap reached)' : ''}`,
    ),
  ),
  ...(cap === null
    ? []
    : [
        text(`${capDate}达到上限${spell(cap)}元（强制法第45条）`, `Cap of ${spell(cap)} yuan reached on ${capDate} (Coercion Law art. 45)`),
      ]),
  text(
    `自${moreThan30DaysFrom}起加处罚款超过30日（强制法第46条）`,
    `More than 30 days of surcharge from ${moreThan30DaysFrom} (Coercion Law art. 46)`,
  ),
]
