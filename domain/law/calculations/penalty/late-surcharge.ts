// What does a fine paid late cost on a given day?
import * as v from 'valibot'
import { spellFen, spellYuan } from '../../../language/money.ts'
import { type Text, text } from '../../../language/words.ts'
import { addDays, addMonths, type Day } from '../../../time/days.ts'
import { exactAt, numberAt } from '../../amounts/amount.ts'
import { type Fraction, rounded } from '../../amounts/fraction.ts'
import type { TimeLimit } from '../../compute.ts'
import { day, invalid, message, yuan } from '../../parse.ts'
import { penaltyLawOn } from '../../penalty-law.ts'
import { penalty2021Day } from '../../rules/terms.ts'
import { type Answer, type CountingLaw, calculation, doubts, period } from '../calculation.ts'
import { shareOf, toFen, toYuan } from '../money.ts'
import { overdueDays } from '../overdue-days.ts'
import { setDay } from '../set-day.ts'

const interval = v.pipe(
  v.strictObject({
    from: day,
    to: day,
    kind: v.optional(v.picklist(['reconsideration', 'litigation', 'deferral']), 'reconsideration'),
  }),
  v.check(
    ({ from, to }) => from <= to,
    message('结束日期早于开始日期', 'It ends before it begins'),
  ),
  v.check(
    ({ from, to }) => to <= addMonths(from, 120),
    message('一次不超过10年', 'Ten years at most'),
  ),
)

const schema = v.strictObject({
  fine: v.pipe(
    yuan,
    v.minValue(0.01, message('罚款必须大于零', 'The fine must be more than zero')),
  ),
  served: v.pipe(day, v.description('day the decision was received')),
  asOf: v.optional(v.union([day, v.pipe(v.array(day), v.maxLength(400))]), []),
  paidOn: v.optional(v.nullable(day), null),
  /** End of an approved deferral (处罚法 66): takes the place of the payment day. */
  deferredTo: v.optional(v.nullable(day), null),
  /**
   * Reconsideration or litigation: from filing to receipt of the decision, both days not counted (处罚法 73, convention [D]). A deferral that was asked
   * for late: from the application to its end (处罚法 66, 72, convention [D]).
   */
  notCounted: v.optional(
    v.pipe(v.array(interval), v.maxLength(100, message('不超过100段', 'At most 100 intervals'))),
    [],
  ),
})
type Input = v.InferOutput<typeof schema>

/** The Coercion Law: from this day on nothing is added to a surcharge that has reached the fine, whenever the decision was served. */
const capped = '2012-01-01'

/**
 * 处罚法 72, 强制法 45–46: 3 % a day from the day after the payment period, rest days included, never more than the fine (since 2012-01-01,
 * what had grown above it before stays); the day of payment counts as overdue [D]. More than 30 days of surcharge opens the way to
 * compulsory enforcement.
 */
export const lateSurcharge = calculation(
  'late-surcharge',
  text('加处罚款', 'Surcharge on a late fine'),
  [
    ['penalty2021', '67、72、73'],
    ['coercion', '45、46'],
  ],
  schema,
  (asked, law) => {
    const payment = period(law, 'enforcement-case.payment', { served: asked.served })
    notBeforeService(asked)
    const input = { ...asked, notCounted: asked.notCounted.map((one) => toWorkingDay(one, law)) }
    const deferral = input.deferredTo ? setDay(law, { deferredTo: input.deferredTo }) : null
    const payBy = deferral ? deferred(input, deferral.due, payment.due) : payment.due
    const fine = toFen(input.fine)
    const percent = exactAt(law.amount('late-surcharge.rate', input.served), 'day')
    const patience = numberAt(law.amount('late-surcharge.enforcement', input.served), 'days')
    const overdue = overdueDays(payBy, input.notCounted)
    const before = shareOf(fine, percent, overdue.until(addDays(capped, -1)))
    const cap = Math.max(fine, before)
    const course: Course = { fine, percent, patience, payBy, input, cap, overdue }
    const days = [...requestedDays(input), ...(input.paidOn ? [input.paidOn] : [])]
    const amounts = days.map((at) =>
      amountOn(course, input.paidOn && input.paidOn < at ? input.paidOn : at, at),
    )
    const last = amounts.at(-1)
    const milestones = {
      surchargeFrom: overdue.nth(1),
      capDate: [capped, overdue.nth(daysToTheCap(percent))].sort()[1] ?? capped,
      moreThan30DaysFrom: overdue.nth(patience + 1),
    }
    return {
      payBy,
      payByNominal: payment.nominal,
      ...milestones,
      perDay: toYuan(shareOf(fine, percent)),
      cap: toYuan(cap),
      amounts,
      ...(last
        ? {
            days: last.days,
            surcharge: last.surcharge,
            total: last.total,
            capReached: last.capReached,
          }
        : {}),
      reckoning: explain(course, payment, milestones, amounts),
      ...doubts(
        payment,
        ...(deferral ? [deferral] : []),
        ...doubtsOfTheEra(input, milestones.surchargeFrom),
      ),
    }
  },
)

/** The day on which the whole fine is reached. */
const daysToTheCap = ({ num, den }: Fraction): number => Number((100n * den + num - 1n) / num)

const requestedDays = ({ asOf }: Input): Day[] => (typeof asOf === 'string' ? [asOf] : asOf)

/** Nobody pays, and nothing is owed, before the decision has been received. */
const notBeforeService = (input: Input): void => {
  const days =
    typeof input.asOf === 'string'
      ? [['asOf', input.asOf] as const]
      : input.asOf.map((at, index) => [`asOf/${index}`, at] as const)
  const named: (readonly [string, Day | null])[] = [
    ['paidOn', input.paidOn],
    ['deferredTo', input.deferredTo],
    ...input.notCounted.map(({ from }, index) => [`notCounted/${index}/from`, from] as const),
    ...days,
  ]
  const early = named.find(([, on]) => on !== null && on < input.served)
  if (!early) return
  const [place, on] = early
  throw invalid(`/${place}`, {
    pointer: `/${place}`,
    reason: text(
      `${on} 早于送达日 ${input.served}`,
      `${on} is before the service on ${input.served}`,
    ),
  })
}

/** No text of the time before 2012 caps the surcharge, none before 2021-07-15 leaves remedies out of it. */
const doubtsOfTheEra = (
  { served, notCounted }: Input,
  surchargeFrom: Day,
): Pick<Answer, 'provisional' | 'reasons'>[] => {
  const uncapped = text(
    '2012年以前加处罚款无法定上限，超出罚款的部分是否保留须由法制人员确认',
    'No statutory cap before 2012: whether what is above the fine stays, a lawyer must confirm',
  )
  const stayed = text(
    '2021-07-15以前的法律未规定复议、诉讼期间不计加处罚款，须由法制人员确认',
    'Before 2021-07-15 no law left remedies out of the surcharge: a lawyer must confirm it',
  )
  const reasons = [
    ...(surchargeFrom < capped ? [uncapped] : []),
    ...(served < penalty2021Day && notCounted.some(({ kind }) => kind !== 'deferral')
      ? [stayed]
      : []),
  ]
  return [{ provisional: reasons.length > 0, reasons }]
}

/** The longest deferral that can be meant, in months. */
const longestDeferral = 120

/** An approved deferral takes the place of the payment day and cannot end before it; `until`: where rest days have moved its end to. */
const deferred = ({ deferredTo, served }: Input, until: Day, due: Day): Day => {
  const late = (deferredTo ?? until) > addMonths(served, longestDeferral)
  if (until >= due && !late) return until
  const reason = late
    ? text('暂缓期限超过10年，请核对日期', 'A deferral of more than ten years: check the date')
    : text('暂缓期限早于缴款期限', 'The deferral ends before the payment period')
  throw invalid('/deferredTo', { pointer: '/deferredTo', reason })
}

type Interval = v.InferOutput<typeof interval>

/** A deferral that was asked for late ends as one asked for in time. */
const toWorkingDay = (one: Interval, law: CountingLaw): Interval =>
  one.kind === 'deferral' ? { ...one, to: setDay(law, { notCounted: one.to }).due } : one

type Course = {
  fine: number
  /** Of the fine, for each day; and after how many days of it compulsion may follow. */
  percent: Fraction
  patience: number
  payBy: Day
  input: Input
  cap: number
  overdue: ReturnType<typeof overdueDays>
}
type Amount = { asOf: Day; days: number; surcharge: number; total: number; capReached: boolean }

const amountOn = (course: Course, until: Day, asOf: Day): Amount => {
  const days = course.overdue.until(until)
  const full = shareOf(course.fine, course.percent, days)
  const holds = until >= capped
  const surcharge = holds ? Math.min(full, course.cap) : full
  return {
    asOf,
    days,
    surcharge: toYuan(surcharge),
    total: toYuan(course.fine + surcharge),
    capReached: holds && full >= course.cap,
  }
}

type Milestones = { surchargeFrom: Day; capDate: Day; moreThan30DaysFrom: Day }

const explain = (
  { fine, percent, patience, payBy, input, cap }: Course,
  payment: TimeLimit,
  milestones: Milestones,
  amounts: Amount[],
): Text[] => {
  const { surchargeFrom } = milestones
  const [deferral, surcharge, stay] = (['deferral', 'surcharge', 'stay'] as const).map((matter) =>
    penaltyLawOn(input.served, matter),
  )
  const perDay = spellFen(shareOf(fine, percent))
  return [
    payment.explanation,
    ...(input.deferredTo
      ? [text(`经批准暂缓至${payBy}（${deferral?.zh}）`, `Deferred to ${payBy} (${deferral?.en})`)]
      : []),
    ...(input.deferredTo && input.deferredTo !== payBy ? [putOff(input.deferredTo, payBy)] : []),
    text(
      `自${surchargeFrom}起每日按${spellFen(fine)}元的${rounded(percent)}%加处${perDay}元，节假日照计（${surcharge?.zh}）`,
      `From ${surchargeFrom} ${rounded(percent)} % of ${spellFen(fine)} yuan = ${perDay} yuan a day, holidays included (${surcharge?.en})`,
    ),
    ...input.notCounted.map(({ from, to, kind }) =>
      kind === 'deferral'
        ? text(
            `${from}至${to}经批准暂缓，期间不计（${deferral?.zh}）`,
            `${from} to ${to}: deferred, not counted (${deferral?.en})`,
          )
        : text(
            `${from}至${to}复议、诉讼期间不计（${stay?.zh}）`,
            `${from} to ${to}: reconsideration or litigation, not counted (${stay?.en})`,
          ),
    ),
    ...amounts.map(({ asOf, days, surcharge: sum, capReached }) =>
      text(
        `${asOf}：逾期${days}日，加处${spellYuan(sum)}元${capReached ? '（已达上限）' : ''}`,
        `${asOf}: ${days} days, ${spellYuan(sum)} yuan${capReached ? ' (cap reached)' : ''}`,
      ),
    ),
    ...(surchargeFrom >= capped || amounts.some(({ asOf }) => asOf >= capped)
      ? byTheCoercionLaw(cap, patience, milestones)
      : []),
  ]
}

const putOff = (from: Day, to: Day): Text =>
  text(
    `暂缓期限${from}为法定休假日，顺延至${to}（民法典203条）`,
    `The deferral ends on ${from}, a rest day: put off to ${to} (Civil Code art. 203)`,
  )

/** In force since 2012-01-01: it says nothing of days before. */
const byTheCoercionLaw = (
  cap: number,
  patience: number,
  { capDate, moreThan30DaysFrom }: Milestones,
): Text[] => [
  capDate > capped
    ? text(
        `${capDate}达到上限${spellFen(cap)}元（强制法第45条）`,
        `Cap of ${spellFen(cap)} yuan reached on ${capDate} (Coercion Law art. 45)`,
      )
    : text(
        `${capped}起不再增加，上限${spellFen(cap)}元（强制法第45条）`,
        `From ${capped} on nothing is added, capped at ${spellFen(cap)} yuan (Coercion Law art. 45)`,
      ),
  ...(moreThan30DaysFrom < capped
    ? []
    : [
        text(
          `自${moreThan30DaysFrom}起加处罚款超过${patience}日（强制法第46条）`,
          `More than ${patience} days of surcharge from ${moreThan30DaysFrom} (Coercion Law art. 46)`,
        ),
      ]),
]
