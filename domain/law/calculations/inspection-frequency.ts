// May an enterprise be visited once more in a year?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { numberAt } from '../amounts/amount.ts'
import { day } from '../parse.ts'
import { calculation, dayAsked, doubt } from './calculation.ts'

const schema = v.strictObject({
  /** Visits of the year that count already. */
  visits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  /** A day of the year; without it today. */
  date: v.optional(day),
})

/** 国办发〔2024〕54号: the number is each authority's own to publish; one that is not confirmed refuses nobody. */
export const inspectionFrequency = calculation(
  'inspection-frequency',
  text('涉企检查年度频次', 'Visits of an enterprise in a year'),
  [['inspections2024', '']],
  schema,
  ({ visits, date }, law) => {
    const row = law.amount('inspection-frequency.visits', dayAsked(date, law))
    const published = row.values[0] !== null
    const most = published ? numberAt(row, 'visits') : null
    const over = most !== null && visits >= most
    const verdict =
      most === null
        ? text('本机关未公布年度检查频次上限', 'No number of visits a year is published here')
        : text(
            `年度检查频次上限为${most}次，本年度已安排${visits}次${over ? '，不得再次检查' : ''}（${row.article.zh}）`,
            `At most ${most} visits a year, ${visits} so far${over ? ': not once more' : ''} (${row.article.en})`,
          )
    const allowed = !over || row.doubt !== null
    return { allowed, most, verdict, reckoning: [verdict], ...doubt(row.doubt) }
  },
)
