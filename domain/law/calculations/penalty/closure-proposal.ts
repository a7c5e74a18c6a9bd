// Must the bureau propose to close this unit?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { addMonths, type Day, daysBetween } from '../../../time/days.ts'
import { numberAt } from '../../amounts/amount.ts'
import { day } from '../../parse.ts'
import { calculation, dayAsked, doubt } from '../calculation.ts'

const schema = v.strictObject({
  penalties: v.pipe(v.array(day), v.maxLength(500), v.description('days of the penalties')),
  majorHazard: v.optional(v.boolean(), true),
  /** Still unfit after 停产停业整顿. */
  unfitAfterStop: v.optional(v.boolean(), false),
  /** Unfit by law or standard so that fatal accidents are likely and refuses the stop order. */
  refusesStopOrder: v.optional(v.boolean(), false),
  /** Only penalties up to this day. */
  asOf: v.optional(day),
})

type Window = { from: Day; to: Day; count: number; days: number }

const inForce = '2021-09-01'

/** 安全法 113: a major hazard and 3 penalties in 180 days or 4 in one year; the day of the first penalty is not counted (民法典 201). */
export const closureProposal = calculation(
  'closure-proposal',
  text('提请关闭', 'Proposal to close'),
  [['safety', '113']],
  schema,
  (input, law) => {
    const days = input.penalties
      .filter((one) => input.asOf === undefined || one <= input.asOf)
      .sort()
    const row = law.amount('closure-proposal.penalties', dayAsked(input.asOf ?? days.at(-1), law))
    const [fewer, most] = [numberAt(row, 'fewer'), numberAt(row, 'days')]
    const [more, months] = [numberAt(row, 'more'), numberAt(row, 'months')]
    const allInHalfYear = windows(days, fewer, (first, last) => daysBetween(first, last) <= most)
    const allInYear = windows(days, more, (first, last) => last <= addMonths(first, months))
    const [inHalfYear, inYear] = [sinceInForce(allInHalfYear), sinceInForce(allInYear)]
    const counted = [...inHalfYear, ...inYear]
    const longer =
      months === 12 ? text('一年', 'one year') : text(`${months}个月`, `${months} months`)
    const byCount = input.majorHazard && counted.length > 0
    const propose = byCount || input.unfitAfterStop || input.refusesStopOrder
    const reachedOn = byCount ? (counted.map(({ to }) => to).sort()[0] ?? null) : null
    return {
      propose,
      reachedOn,
      threeIn180Days: inHalfYear,
      fourInOneYear: inYear,
      reckoning: [
        ...nearest(days, fewer),
        ...inHalfYear.map(({ from, to, days }) =>
          text(
            `${from}至${to}：${fewer}次处罚，第${days}日，在${most}日内`,
            `${from} to ${to}: ${fewer} penalties, day ${days}, within ${most} days`,
          ),
        ),
        ...inYear.map(({ from, to }) =>
          text(
            `${from}至${to}：${more}次处罚，在${longer.zh}内`,
            `${from} to ${to}: ${more} penalties within ${longer.en}`,
          ),
        ),
        ...(allInHalfYear.length + allInYear.length > counted.length ? [tooEarly] : []),
        ...otherGrounds(input),
        propose
          ? text(
              '应当提请地方人民政府予以关闭（安全生产法第113条）',
              'Propose closure to the government (Work Safety Law art. 113)',
            )
          : text('尚未达到提请关闭的条件', 'Not yet: conditions not met'),
      ],
      ...doubt(
        byCount && counted.some(({ from }) => from < inForce)
          ? text(
              '部分处罚发生在2021-09-01第113条施行之前，是否计入须确认',
              'Some penalties precede art. 113 (2021-09-01): confirm whether they count',
            )
          : null,
      ),
    }
  },
)

/** A law does not reach back to what was complete before it. */
const sinceInForce = (all: Window[]): Window[] => all.filter(({ to }) => to >= inForce)
const tooEarly = text(
  `${inForce}前第113条尚未施行，此前已达到的次数不作为提请关闭的依据`,
  `Art. 113 was no law before ${inForce}: a number that was full by then leads to nothing`,
)

const otherGrounds = ({
  majorHazard,
  unfitAfterStop,
  refusesStopOrder,
}: v.InferOutput<typeof schema>): Text[] => [
  ...(majorHazard
    ? []
    : [text('不存在重大事故隐患，不适用第113条第1项', 'No major hazard: item 1 does not apply')]),
  ...(unfitAfterStop ? [text('经停产停业整顿仍不具备条件', 'Still unfit after the stop')] : []),
  ...(refusesStopOrder ? [text('拒不执行停产停业整顿决定', 'Refuses the stop order')] : []),
]

const windows = (days: Day[], count: number, fits: (first: Day, last: Day) => boolean): Window[] =>
  days.flatMap((first, index) => {
    const last = days[index + count - 1]
    return last !== undefined && fits(first, last)
      ? [{ from: first, to: last, count, days: daysBetween(first, last) }]
      : []
  })

const nearest = (days: Day[], fewer: number): Text[] => {
  const [first, last] = [days.at(-fewer), days.at(-1)]
  const number = fewer === 3 ? 'three' : `${fewer}`
  if (first === undefined || last === undefined)
    return [
      text(
        `共${days.length}次处罚，不足${fewer}次`,
        `${days.length} penalties, fewer than ${fewer}`,
      ),
    ]
  const apart = daysBetween(first, last)
  return [
    text(
      `最近${fewer}次：${first}→${last}，相隔${apart}日（首日不计）`,
      `The last ${number}: ${first} → ${last}, day ${apart} (first day not counted)`,
    ),
  ]
}
