// Until when may the party seek a remedy, and when may the bureau go to court?
import * as v from 'valibot'
import { addDays } from '../../calendar/days.ts'
import { text } from '../../case/words.ts'
import { day, invalid } from '../parse.ts'
import { calculation, doubts, period } from './calculation.ts'

const schema = v.strictObject({
  served: v.pipe(day, v.description('day the decision was received')),
  /** The reconsideration decision was received on this day: 15 days to sue (行诉法 45). */
  reconsiderationDecided: v.optional(v.nullable(day), null),
  /** The demand notice (催告书) was served on this day: the court may be asked after 10 working days. */
  demandServed: v.optional(v.nullable(day), null),
})

/** 复议法 20 (60 days), 行诉法 46 (6 months; 3 months before 2015-05-01), 强制法 53–54 (3 months after the remedy periods). */
export const remedyWindows = calculation(
  'remedy-windows',
  text('救济期限与申请强制执行期限', 'Remedy and enforcement windows'),
  [
    ['reconsideration', '20'],
    ['litigation', '46'],
    ['coercion', '53、54'],
  ],
  schema,
  (input, calendars) => {
    notBeforeService(input)
    const reconsideration = period(calendars, 'enforcement-case.reconsideration', input.served)
    const litigation = period(calendars, 'enforcement-case.litigation', input.served)
    const second = input.reconsiderationDecided
      ? period(calendars, 'enforcement-case.litigation-after-reconsideration', input.reconsiderationDecided)
      : null
    const ends = second?.due ?? [reconsideration.due, litigation.due].sort().at(-1) ?? litigation.due
    const court = ends >= '2012-01-01' ? period(calendars, 'enforcement-case.court-application', ends) : null
    const demand = input.demandServed ? period(calendars, 'enforcement-case.demand', input.demandServed) : null
    const opens = [ends, ...(demand ? [demand.due] : [])].sort().at(-1) ?? ends
    return {
      reconsideration: { due: reconsideration.due, dueAt: reconsideration.dueAt, nominal: reconsideration.nominal },
      litigation: { due: (second ?? litigation).due, dueAt: (second ?? litigation).dueAt, nominal: (second ?? litigation).nominal },
      remediesEnd: ends,
      courtApplication: court ? { from: addDays(opens, 1), to: court.due, rolled: court.rolled } : null,
      demandEnds: demand?.due ?? null,
      reckoning: [
        reconsideration.explanation,
        ...(second ? [second.explanation] : [litigation.explanation]),
        ...(court ? [court.explanation] : []),
        ...(demand ? [demand.explanation] : []),
        text(
          `复议、诉讼不停止执行（处罚法第73条）；法院强制执行申请须在救济期限届满（${ends}）后提出`,
          `Remedies do not stop execution (Penalty Law art. 73); the court may be asked only after they have ended (${ends})`,
        ),
      ],
      ...doubts(reconsideration, second ?? litigation, ...(court ? [court] : []), ...(demand ? [demand] : [])),
    }
  },
)

/** Nobody can decide on, or demand, what the party had not received yet. */
const notBeforeService = ({ served, reconsiderationDecided, demandServed }: v.InferOutput<typeof schema>): void => {
  const early = Object.entries({ reconsiderationDecided, demandServed }).find(([, on]) => on !== null && on < served)
  if (!early) return
  const [name, on] = early
  throw invalid(`/${name}`, { pointer: `/${name}`, reason: text(`${on} 早于送达日 ${served}`, `${on} is before the service on ${served}`) })
}
