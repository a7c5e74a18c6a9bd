// Between which moments may an order to a unit lie?
import { text } from '../../language/words.ts'
import type { Rule } from '../../model/rule.ts'
import { toMillis } from '../../time/days.ts'

/** The time that it takes to write an order down: what was to begin before is past. */
const writingMinutes = 10
const minuteMs = 60_000

/** 指令: it ends after it begins, the end lies ahead, and the beginning is not long past. */
export const orderInTime: Rule<object> = ({ event: { data, at } }) => {
  const [startBy, finishBy] = [data.startBy, data.finishBy].map((moment) =>
    typeof moment === 'string' ? toMillis(moment) : null,
  )
  const now = Date.parse(at)
  if (startBy != null && startBy < now - writingMinutes * minuteMs)
    return text(
      `计划开始已过去${writingMinutes}分钟以上，请改为现在或者以后的时刻`,
      `It was to begin more than ${writingMinutes} minutes ago: choose a moment that is now or ahead`,
    )
  if (finishBy != null && finishBy <= now)
    return text('完成时限须在此刻之后', 'It must be done at a moment that lies ahead')
  return (
    startBy == null ||
    finishBy == null ||
    startBy <= finishBy ||
    text('计划开始不得晚于完成时限', 'It cannot begin after it is to be done')
  )
}
