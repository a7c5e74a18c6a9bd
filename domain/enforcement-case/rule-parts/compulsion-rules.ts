// May the court be asked to enforce, what has it ruled, and may an unpaid fine be given up?
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import { every, type Rule } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule, Punished } from '../memory/context.ts'
import { lastDayToPay } from '../memory/deferral.ts'
import { windowsOf } from '../memory/owing.ts'
import { todayOf } from '../memory/penalties.ts'
import { isOwing } from '../memory/surcharge.ts'
import { serviceAfter } from './notice-rules.ts'

const elsewhere = text('按裁定结果进入其他环节', 'It goes another way by the ruling')

type Brought = Parameters<typeof windowsOf>[0] &
  Pick<Punished, 'pendingSince'> & {
    stayed?: boolean
    changedBy?: EnforcementContext['changedBy']
  }

/** 强制法 53, 54, 处罚法 72, 73: after remedies, deferral and demand, within three months; an estimated end leaves it to the person. */
export const inCourtWindow: Rule<Brought> = ({ context, event }) => {
  if (context.stayed)
    return text(
      '复议机关、人民法院决定停止执行期间不得申请强制执行（《行政处罚法》第七十三条）',
      'While the enforcement is stayed the court is not asked (Penalty Law art. 73)',
    )
  if (context.pendingSince !== null)
    return text(
      '复议、诉讼尚未终结，不得申请强制执行（《行政强制法》第五十三条）',
      'While a remedy is pending the court is not asked to enforce (Coercion Law art. 53)',
    )
  const windows = windowsOf(context, event)
  const today = todayOf(event)
  const window = windows?.courtApplication
  if (!windows || !window)
    return text(
      '申请法院强制执行的期限已过（《行政强制法》第五十三条）',
      'The period for asking the court is over (Coercion Law art. 53)',
    )
  if (today < window.from)
    return text(
      `救济期限、催告期限届满后方可申请，最早为${window.from}（《行政强制法》第五十三条、第五十四条）`,
      `The court is asked after remedies and demand have ended, on ${window.from} at the earliest (Coercion Law art. 53, 54)`,
    )
  return (
    today <= window.rolled ||
    windows.provisional ||
    text(
      `申请法院强制执行的期限已于${window.rolled}届满（《行政强制法》第五十三条）`,
      `The period for asking the court ended on ${window.rolled} (Coercion Law art. 53)`,
    )
  )
}

/** 处罚法 67, 强制法 54: only what is late is demanded, also once the day of the service is corrected; an estimated end leaves it to the person. */
export const demandDue: EnforcementRule = ({ context, event }) => {
  if (context.decisionServedOn === null) return true
  const { on, limit } = lastDayToPay(context, context.decisionServedOn, event)
  return (
    todayOf(event) > on ||
    !binds(limit) ||
    text(
      `缴款期限至${on}，届满前不得催告（《行政处罚法》第六十七条、《行政强制法》第五十四条）`,
      `It may be paid until ${on}: nothing is demanded before that day is over (Penalty Law art. 67, Coercion Law art. 54)`,
    )
  )
}

/** 强制法 53: what the court was asked to enforce is no longer the authority's to put off; it would be forgotten that it was asked. */
export const courtNotAsked: EnforcementRule = ({ context }) =>
  !context.courtAsked ||
  text(
    '已申请人民法院强制执行，不得再准予延期（分期）缴纳（《行政强制法》第五十三条）',
    'The court was asked to enforce: the authority grants no later payment any more (Coercion Law art. 53)',
  )

/** 复议法 78(二): what it was changed to is the decision of whoever has reconsidered it, and is theirs to enforce. A judgment takes its place again. */
export const ownDecision: Rule<Pick<Brought, 'changedBy'>> = ({ context }) =>
  context.changedBy !== 'reconsideration' ||
  text(
    '罚款已由复议决定变更，由行政复议机关依法强制执行或者申请人民法院强制执行（《行政复议法》第七十八条）',
    'The fine was changed by a reconsideration: its authority enforces it, or asks the court to (Reconsideration Law art. 78)',
  )

/** 强制法 36: what the party has answered is looked at. */
const answerWeighed: EnforcementRule = ({ context, event: { data } }) =>
  data.court === undefined ||
  !context.demandAnswered ||
  data.answered !== undefined ||
  text(
    '当事人对催告已陈述申辩，须写明复核意见（《行政强制法》第三十六条）',
    'The party has answered the demand: say what was made of it (Coercion Law art. 36)',
  )

const past =
  (name: string): EnforcementRule =>
  ({ event }) => {
    const day = stringIn(event, name)
    return (
      day === null ||
      (isCivilDate(day) && day <= todayOf(event)) ||
      text('日期不得晚于今日', 'The day may not lie in the future')
    )
  }

const rules =
  (wanted: string): EnforcementRule =>
  (input) => {
    const { ruling } = input.event.data
    const dated = past('ruledOn')(input)
    return dated !== true ? dated : ruling === undefined || ruling === wanted || elsewhere
  }

const unpaid: EnforcementRule = ({ context }) =>
  isOwing(context) || text('没有待缴罚款', 'No fine is to be paid')

/** 强制法 40. */
const terminationLawful: EnforcementRule = (input) => {
  const { context, event } = input
  const { ground } = event.data
  if (ground === 'court-refused' && context.courtEnd !== 'refused')
    return text('法院未作出该裁定', 'The court has not ruled so')
  if (ground === 'late' && context.courtEnd !== 'lapsed')
    return text('申请强制执行的期限未过', 'The period for asking the court is not over')
  if (ground === 'court-fined' && context.criminallyFined !== true)
    return text('人民法院未判处罚金', 'The court has imposed no fine')
  return unpaid(input)
}

const terminatedByAnother: EnforcementRule = ({ context, event }) =>
  personIn(event) !== context.closer ||
  text('提请终结执行的人员不得作出决定', 'Whoever has proposed it may not decide it')

export const compulsionRules = {
  demandServiceLawful: serviceAfter('demandedOn'),
  courtOpen: every<EnforcementContext>(ownDecision, inCourtWindow, answerWeighed),
  acceptanceLawful: past('acceptedOn'),
  courtEnforces: rules('enforce'),
  courtRefuses: rules('refuse'),
  terminationLawful,
  terminatedByAnother,
} satisfies Record<string, EnforcementRule>
