// What may be added later that nobody knew when the event was reported, and when was its unit named wrongly?
import { text } from '../../language/words.ts'
import type { Rule } from '../../model/rule.ts'
import type { Instant } from '../../time/instant.ts'

type Known = { unit: string | null; toldAt: Instant | null; coordinates: string | null }

/** Its form asks only for what is open; what was said wrongly is corrected. */
export const foundOut: Rule<Known> = ({ context: { unit, toldAt, coordinates }, event }) => {
  const { data } = event
  if (unit !== null && toldAt !== null && coordinates !== null)
    return text(
      '各项已经登记；事发单位有误的由领导更正，其他有误的申请更正',
      'All is known already: a leader corrects a wrong unit, whatever else is wrong is corrected on request',
    )
  const isAsked = Object.keys(data).length === 0
  const says = [data.enterprise, data.toldAt, data.coordinates].some((one) => one !== undefined)
  return isAsked || says || text('请至少补充一项', 'Say one of them at least')
}

/** Whether the report that was registered for the unit is that of the right one. */
export const registeredReports = {
  kept: text('系更正后的单位所报', 'It is that of the right unit'),
  void: text('不是更正后的单位所报', 'It is not that of the right unit'),
}

/** 更正事发单位: only what was named, and only to another. */
export const wronglyNamed: Rule<Pick<Known, 'unit'>> = ({ context: { unit }, event: { data } }) => {
  if (unit === null)
    return text('事发单位尚未登记，请补充登记', 'No unit is known yet: add it instead')
  return (
    data.enterprise !== unit || text('所选企业即登记的事发单位', 'It is the unit named already')
  )
}
