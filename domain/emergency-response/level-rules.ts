// Which level may a response have, when is none needed, and when does one go on that has ended?
import { text } from '../language/words.ts'
import { every } from '../model/rule.ts'
import { civilDate } from '../time/instant.ts'
import type { EmergencyRule } from './context.ts'
import { areaIn, figuresIn, responseLevelIn, responseOf, responseWords } from './event/figures.ts'
import { isLift } from './event/special-equipment.ts'
import { countOf } from './number-rules.ts'
import { when } from './rule-parts.ts'

/** 预案: a level graver than the known numbers reach is anybody's to decide; a lighter one says less than what is known. */
export const notBelowNumbers: EmergencyRule = ({ context, event }) => {
  const level = responseLevelIn(event.data.level)
  if (level === null) return true
  const { figures } = context
  const spread = areaIn(event.data.spread) ?? context.spread
  const capability = areaIn(event.data.capability) ?? context.capability
  const known = { ...figures, ...figuresIn(event.data) }
  const reached = responseOf(known, { spread, capability }, context)
  if (level <= reached.level) return true
  const [words, why] = [responseWords[reached.level], reached.reckoning[0]]
  return text(
    `按已知情况达到${words.zh}，不得低于该级别（${why?.zh ?? ''}）`,
    `What is known reaches ${words.en}: no lower level may be set (${why?.en ?? ''})`,
  )
}

/** 预案: no response at all is less than the least that what is known reaches; who is in a lift is freed without one. */
const belowNumbersNone: EmergencyRule = ({ context }) => {
  const { level, reckoning } = responseOf(context.figures, context, context)
  return (
    level === 4 ||
    text(
      `按已知情况达到${responseWords[level].zh}，应当启动响应（${reckoning[0]?.zh ?? ''}）`,
      `What is known reaches ${responseWords[level].en}: a response is started (${reckoning[0]?.en ?? ''})`,
    )
  )
}
const nobodyToRescue: EmergencyRule = ({ context: { kind, figures } }) =>
  isLift(kind) ||
  ((figures.trapped ?? 0) === 0 && (figures.missing ?? 0) === 0) ||
  text(
    '尚有被困或者失联人员，应当启动响应；情况已变的先更新人员数字',
    'People are still trapped or missing: a response is started; if that has changed, record the numbers first',
  )

const changesLevel: EmergencyRule = ({ context, event }) =>
  responseLevelIn(event.data.level) !== context.responseLevel ||
  text('与现行响应级别相同', 'That is the present level')

const handled = when(
  ({ handled: over }) => over,
  text('响应尚未终止，也没有作出不启动的结论', 'No response has ended, and none was waived'),
)
/** Its script is played, and it is evaluated by it. */
const notPlanned = when(
  ({ drillCourse }) => drillCourse === undefined,
  text('按计划实施的演练不再次启动响应', 'A planned drill is not started again'),
)
/** Once they are out its rescue is over for good: call-back, arrival and two hours count from the call. */
const nobodyReleased = when(
  ({ kind, releasedAt }) => !isLift(kind) || releasedAt === null,
  text(
    '电梯再次困人的，另行接报',
    'People trapped in a lift again are a new event: report it as one',
  ),
)

/** 493号 13: who comes to harm after the last day that counts has done so in another event, with reports and periods of its own. */
const countsAgain: EmergencyRule = ({ context, event }) =>
  countOf(civilDate(event.at), { context, event }).counts !== false ||
  text(
    '伤亡统计期限已过，险情再次出现的，另行接报',
    'The days in which casualties count are over: what threatens again is reported as an event of its own',
  )

export const noResponseLawful = every(belowNumbersNone, nobodyToRescue)
export const changeLawful = every(changesLevel, notBelowNumbers)
export const resumeLawful = every(handled, notPlanned, nobodyReleased, countsAgain, notBelowNumbers)
