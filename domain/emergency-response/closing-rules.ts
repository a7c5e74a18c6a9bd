// When may an emergency be closed as a false alarm, and when may it be left to another authority?
import { type Text, text } from '../language/words.ts'
import { every } from '../model/rule.ts'
import type { EmergencyContext, EmergencyRule } from './context.ts'
import { isHarm, isToReport } from './event/waivers.ts'
import { reportedFarEnough } from './number-rules.ts'
import { when } from './rule-parts.ts'

/** 令21 18: what has harmed somebody was real. */
const nobodyKnownHarmed = when(
  ({ figures }) => !isHarm(figures),
  text(
    '已登记人员伤亡，不得按误报关闭；数字有误的先更正人数',
    'People are recorded as dead or hurt: it was no false alarm; if the numbers are wrong, record them first',
  ),
)
const nobodyKnownInDanger = when(
  ({ figures }) => !figures.trapped && !figures.missing,
  text(
    '已登记被困或者失联人员，不得关闭；情况已变的先更正人数',
    'People are recorded as trapped or missing: it goes on; if that has changed, record the numbers first',
  ),
)

/** 整改措施: whoever carries one out answers to whoever has set it. */
const nothingUnderWay: EmergencyRule = ({ event: { openItems = {} } }) => {
  const { order = 0, measure = 0 } = openItems
  return (
    order + measure === 0 ||
    text(
      `尚有${order}件指令、${measure}项整改措施未完成，先完成、收回或者注明不再执行`,
      `Still open: ${order} orders, ${measure} measures. Each is done, recalled or dropped first`,
    )
  )
}

/** What a level has still to tell, in words. */
const untold = (context: EmergencyContext): Text[] => {
  const { grave, countyPhoneSince, countyPhonedAt, cityOwesSince, cityPhonedAt } = context
  const { countyHeardAt, countyInformedAt, cityInformsSince, cityInformedAt } = context
  const owed: [boolean, Text][] = [
    [
      grave && countyPhoneSince !== null && countyPhonedAt === null,
      text('县级电话快报省级', 'the county’s telephone call to the province'),
    ],
    [
      grave && cityOwesSince !== null && cityPhonedAt === null,
      text('市级电话快报省级', 'the city’s telephone call to the province'),
    ],
    [
      countyHeardAt !== null && countyInformedAt === null,
      text('县级报告政府、通知部门', 'what the county tells its government and the authorities'),
    ],
    [
      cityInformsSince !== null && cityInformedAt === null,
      text('市级报告政府、通知部门', 'what the city tells its government and the authorities'),
    ],
  ]
  return owed.flatMap(([isOwed, words]) => (isOwed ? [words] : []))
}

/** 493号 10、11: another authority handles it; what these levels owe upwards they owe still. */
const nothingOwedUpwards: EmergencyRule = (input) => {
  const { context } = input
  if (!isToReport(context.figures, context) && context.specialAccidentAt === null) return true
  const open = untold(context)
  const far = reportedFarEnough(input)
  if (far === true && open.length === 0) return true
  const owed = [...(far === true ? [] : [text('书面上报', 'the written report')]), ...open]
  return text(
    `应当上报的尚未完成，先上报再移送：${owed.map(({ zh }) => zh).join('；')}`,
    `Still owed upwards, and done before it is referred: ${owed.map(({ en }) => en).join('; ')}`,
  )
}

/** 493号 13、20: of what was handled a death within the days that count may be learned later, or have been concealed. */
const wasHandled = when(
  ({ handled }) => handled,
  text(
    '误报、移送、并案的不重新办理：另行接报，或者在接收机关、主案登记',
    'What was a false alarm, referred or joined is not taken up again: report it anew, or record it there',
  ),
)
const isReal = when(
  ({ drill }) => !drill,
  text('演练不重新办理', 'An exercise is not taken up again'),
)

export const takingUpAgainLawful = every(isReal, wasHandled)
export const falseAlarmLawful = every(nobodyKnownHarmed, nobodyKnownInDanger, nothingUnderWay)
export const referralLawful = every(nobodyKnownInDanger, nothingUnderWay, nothingOwedUpwards)
