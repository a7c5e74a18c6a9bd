// When may an enforcement be suspended and go on, and what may not be done meanwhile (强制法 39)?
import { text } from '../../language/words.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'
import { isOwing } from '../memory/surcharge.ts'
import { mostSuspensions, withInterval } from '../memory/suspension.ts'

/** Nothing is suspended that does not run: the fine is overdue and not paid. */
const underway: EnforcementRule = ({ context }) =>
  (context.overdue && isOwing(context)) || text('没有正在执行的罚款', 'No fine is being enforced')

const over = text(
  '中止执行已满三年，不再执行（《行政强制法》第三十九条）',
  'Suspended for three years: it is executed no more (Coercion Law art. 39)',
)

/** 强制法 39(2): what is executed no more is not put off either. */
export const notOver: EnforcementRule = ({ context }) => context.suspensionOver !== true || over

export const notSuspended: EnforcementRule = (input) => {
  const { suspendedSince } = input.context
  if (input.context.suspensionOver === true) return over
  return (
    typeof suspendedSince !== 'string' ||
    text(
      `自${suspendedSince}起中止执行（《行政强制法》第三十九条）`,
      `Suspended since ${suspendedSince} (Coercion Law art. 39)`,
    )
  )
}

/** 处罚法 73(1), 复议法 42, 行诉法 56: what is stayed need not be done, so nobody is pressed to do it. */
export const stayedNoDemand = text(
  '停止执行期间不得催告（《行政处罚法》第七十三条）',
  'While the penalty is stayed nothing is demanded (Penalty Law art. 73)',
)

const demandNotStayed: EnforcementRule = ({ context }) => !context.stayed || stayedNoDemand

/** Asked before a demand is made, and again before it is served. */
export const mayDemand = every<EnforcementContext>(notSuspended, demandNotStayed)

const isSuspended: EnforcementRule = ({ context }) =>
  typeof context.suspendedSince === 'string' || text('未中止执行', 'It is not suspended')

/** 强制法 39(2): only what was suspended for three years is given up on this ground. */
export const terminable: EnforcementRule = ({ context, event }) =>
  event.data.ground !== 'suspended' ||
  context.suspensionOver === true ||
  text('中止执行未满三年', 'It was not suspended for three years')

/** Whether the next one lies beside those before it; what meets one of them is counted with it. */
const mayStillSuspend: EnforcementRule = ({ context: { suspensions = [] }, event }) =>
  suspensions.length < mostSuspensions ||
  withInterval(suspensions, { from: todayOf(event), to: todayOf(event) }).length <=
    suspensions.length ||
  text(
    `本案已中止执行${mostSuspensions}次，不再中止；确无法执行的，依法终结执行（《行政强制法》第三十九条、第四十条）`,
    `It was suspended ${mostSuspensions} times and is not suspended again; what cannot be enforced is ended (Coercion Law art. 39, 40)`,
  )

export const suspensionRules = {
  suspendable: every<EnforcementContext>(underway, notSuspended, mayStillSuspend),
  resumable: every<EnforcementContext>(isSuspended, notOver),
  isSuspended,
} satisfies Record<string, EnforcementRule>
