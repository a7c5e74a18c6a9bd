// Was the renewal filed in time, and is the licence deemed renewed?
import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { addDays, type Day } from '../../time/days.ts'
import { day, invalid } from '../parse.ts'
import { calculation, doubts, period } from './calculation.ts'

const rules = {
  'hazchem-licence': 'hazchem-licence.renewal-application',
  'production-licence': 'hazchem-licence.production-licence-renewal-application',
  licence: 'licensing.renewal-application',
} as const
const schema = v.strictObject({
  licence: v.optional(v.picklist(Object.keys(rules) as (keyof typeof rules)[]), 'hazchem-licence'),
  expires: v.pipe(day, v.description('last day of validity')),
  filed: v.optional(v.nullable(day), null),
  decided: v.optional(v.nullable(day), null),
  /** The day on which the question is asked; without it nobody knows whether the expiry has come, and nothing is deemed. */
  asOf: v.optional(v.nullable(day), null),
})
type Input = v.InferOutput<typeof schema>

/**
 * 令55 Art 18 (at least 3 months before), 许可法 50 (no decision by expiry: deemed renewed). Filed late: a flag, no deemed effect assumed [D].
 * `deemedRenewed` is null while the question is open: no decision yet, and the expiry not known to have passed on `asOf`.
 * `deemedIfUndecided`: what follows if nobody decides by the expiry.
 */
export const renewalWindow = calculation(
  'renewal-window',
  text('延期申请期限与视为准予延续', 'Renewal: in time, deemed renewed'),
  [
    ['order55', '18、20'],
    ['licensing', '50'],
  ],
  schema,
  (input, law) => {
    inOrder(input)
    const limit = period(
      law,
      rules[input.licence],
      { expires: input.expires },
      {},
      { filedOn: input.filed ?? undefined },
    )
    const inTime = input.filed === null ? null : input.filed <= limit.due
    const late = input.filed !== null && !inTime
    const deemedRenewed = deemed(input, inTime)
    return {
      limit: limit.due,
      inTime,
      late,
      deemedRenewed,
      deemedIfUndecided:
        inTime === true && (input.decided === null || input.decided > input.expires),
      deemedFrom: deemedRenewed ? addDays(input.expires, 1) : null,
      reckoning: [limit.explanation, ...verdict(input, limit.due, inTime, deemedRenewed)],
      ...doubts(limit, {
        provisional: false,
        reasons: late
          ? [
              text(
                '逾期提出申请，不推定视为准予延续，由人员判断',
                'Filed late: no deemed effect assumed, a person decides',
              ),
            ]
          : [],
      }),
    }
  },
)

/** Nobody decides before he is asked, nor knows today what will be done tomorrow. */
const inOrder = ({ filed, decided, asOf }: Input): void => {
  const refuse = (field: string, zh: string, en: string) => {
    throw invalid(`/${field}`, { pointer: `/${field}`, reason: text(zh, en) })
  }
  if (decided !== null && filed === null)
    refuse('decided', '未提出申请，不可能有决定', 'No decision without an application')
  if (decided !== null && filed !== null && decided < filed)
    refuse(
      'decided',
      `决定（${decided}）早于申请（${filed}）`,
      `Decided (${decided}) before it was filed (${filed})`,
    )
  if (asOf === null) return
  if (filed !== null && filed > asOf)
    refuse(
      'filed',
      `申请（${filed}）晚于查询日（${asOf}）`,
      `Filed (${filed}) after the day asked about (${asOf})`,
    )
  if (decided !== null && decided > asOf)
    refuse(
      'decided',
      `决定（${decided}）晚于查询日（${asOf}）`,
      `Decided (${decided}) after the day asked about (${asOf})`,
    )
}

const deemed = (
  { filed, decided, expires, asOf }: Input,
  inTime: boolean | null,
): boolean | null => {
  if (filed === null || !inTime) return false
  if (decided !== null && decided <= expires) return false
  if (decided !== null) return true
  return asOf !== null && asOf > expires ? true : null
}

const verdict = (
  { filed, decided, expires }: Input,
  limit: Day,
  inTime: boolean | null,
  renewed: boolean | null,
): Text[] => {
  if (filed === null) return []
  if (!inTime)
    return [text(`${filed}提出，晚于${limit}，逾期`, `Filed on ${filed}, after ${limit}: late`)]
  const filedExplanation = text(
    `${filed}提出，未晚于${limit}，按期`,
    `Filed on ${filed}, not after ${limit}: in time`,
  )
  if (renewed === null)
    return [
      filedExplanation,
      text(
        `如至${expires}届满仍未作出决定，届时视为准予延续（许可法第50条）`,
        `Should nobody have decided by ${expires}, it will then be deemed renewed (Licensing Law art. 50)`,
      ),
    ]
  const end = renewed
    ? text(
        `${expires}届满前未作决定，视为准予延续（许可法第50条）`,
        `No decision by ${expires}: deemed renewed (Licensing Law art. 50)`,
      )
    : text(`已于${decided}作出决定`, `Decided on ${decided}`)
  return [filedExplanation, end]
}
