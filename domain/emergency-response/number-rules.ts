// Which numbers may still be counted, and which may a report upwards bring?
import { text } from '../language/words.ts'
import { askLaw } from '../law/calculations/ask.ts'
import { casualtyFreeze } from '../law/calculations/emergency/casualty-freeze.ts'
import { isCivilDate } from '../model/fields.ts'
import { every } from '../model/rule.ts'
import type { Day } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import type { EmergencyRule } from './context.ts'
import { accidentOf, figuresIn } from './event/figures.ts'
import { countedAs } from './event/kinds.ts'
import { owesReport } from './standing.ts'

type Asked = Parameters<EmergencyRule>[0]

/** Whether what changes on a day still counts. */
export const countOf = (day: Day, { context, event }: Pick<Asked, 'context' | 'event'>) =>
  askLaw(
    casualtyFreeze,
    { accidentAt: context.accidentOn, kind: countedAs(context.kind), diedAt: day },
    event,
  )

const someNumber: EmergencyRule = ({ event }) =>
  event.data.asOf === undefined ||
  Object.keys(figuresIn(event.data)).length > 0 ||
  text('请至少填写一项数字', 'Give one number at least')

/** Of the dead and the hurt alone: what was lost, or who is trapped, is known later as well. */
const changesCasualties = ({ context, event }: Asked): boolean => {
  const said = figuresIn(event.data)
  return (['dead', 'seriouslyHurt'] as const).some(
    (name) => said[name] !== undefined && said[name] !== context.figures[name],
  )
}

/** 493号 13: casualties that change after the last day no longer count. */
const countsStill: EmergencyRule = ({ context, event }) => {
  const { asOf } = event.data
  if (asOf === undefined) return true
  if (!isCivilDate(asOf)) return text('日期无效', 'This is no date')
  if (asOf > civilDate(event.at)) return text('日期不得晚于今日', 'It may not lie in the future')
  if (asOf < context.accidentOn)
    return text('日期不得早于事件发生之日', 'It may not lie before the event')
  if (!changesCasualties({ context, event })) return true
  const { counts, reckoning } = countOf(asOf, { context, event })
  return counts !== false || (reckoning.at(-1) ?? text('不计入', 'It does not count'))
}

export const countLawful = every(countsStill, someNumber)

/** 493号 13: a report says no day, so after the last one that counts it brings no casualties but those counted. */
export const countedOnly: EmergencyRule = ({ context, event }) => {
  const today = civilDate(event.at)
  if (!changesCasualties({ context, event }) || today < context.accidentOn) return true
  const { counts, lastDay } = countOf(today, { context, event })
  return (
    counts !== false ||
    text(
      `伤亡统计已于${lastDay}截止；截止以前的变化先在“更新伤亡和影响数字”按发生之日登记，再行报告`,
      `The count closed on ${lastDay}: what changed before is recorded first, with its day, by “Record the numbers”`,
    )
  )
}

/** By what is known, and what the final report itself says. */
export const reportedFarEnough: EmergencyRule = ({ context, event }) => {
  const { grave } = accidentOf({ ...context.figures, ...figuresIn(event.data) }, context)
  const far = !owesReport(context) && (!grave || context.reached === 'province')
  return far || text('应当上报的级别尚未上报', 'A level that must be told has not been told')
}
