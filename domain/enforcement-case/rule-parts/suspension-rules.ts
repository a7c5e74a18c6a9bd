// When may an enforcement be suspended and go on, and what may not be done meanwhile (强制法 39)?
import { text } from '../../language/words.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { isOwing } from '../memory/surcharge.ts'

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

export const suspensionRules = {
  suspendable: every<EnforcementContext>(underway, notSuspended),
  resumable: every<EnforcementContext>(isSuspended, notOver),
  isSuspended,
} satisfies Record<string, EnforcementRule>
