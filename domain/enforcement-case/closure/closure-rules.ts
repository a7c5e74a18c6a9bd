// When may closure be proposed by an enforcement case, and how does the case wait for the answer?
import { type Text, text } from '../../language/words.ts'
import type { Rule } from '../../model/process.ts'
import { every } from '../../model/rule.ts'
import { closureAnswerDated } from '../../penalties/closure-answered.ts'
import { notProposedElsewhere } from '../../penalties/proposed.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'
import { closureCounted } from './closure-basis.ts'

const proposedOnce: EnforcementRule = ({ event: { openNumbers } }) =>
  (openNumbers?.closure ?? []).length === 0 ||
  text('已提请关闭，政府尚未答复', 'Closure was proposed: the government has not answered yet')

const ownStands: EnforcementRule = ({ context }) =>
  (context.decisionServedOn !== null && !context.annulled) ||
  text('本案没有已生效的处罚决定', 'The penalty of this case is not in force')

/** 安全法 113(1): reckoned from the decisions in force; where nobody has looked none is refused. */
const countReached: EnforcementRule = ({ context, event }) => {
  if (event.past === undefined) return true
  const { reached, reckoning } = closureCounted(
    { number: '', context, region: event.region },
    event,
  )
  if (reached) return true
  const said = (language: keyof Text) => reckoning.map((one) => one[language]).join('；')
  return text(
    `${said('zh')}（安全生产法第一百一十三条）`,
    `${said('en')} (Work Safety Law art. 113)`,
  )
}

const openClosures = text(
  '提请关闭尚未得到政府答复，案件不得结束',
  'The government has not answered the proposal to close: the case cannot end',
)

export const closureAnswered: EnforcementRule = ({ event: { openNumbers } }) =>
  (openNumbers?.closure ?? []).length === 0 || openClosures

export type ClosureContext = { proposedOn: string | null }

const answeredInTime: Rule<ClosureContext> = ({ context, event }) =>
  closureAnswerDated(event.data.decidedOn, {
    proposedOn: context.proposedOn ?? null,
    today: todayOf(event),
  })

export const closureProposable = every<EnforcementContext>(
  ownStands,
  proposedOnce,
  ({ event }) => notProposedElsewhere(event.past),
  countReached,
)

export const closureRules = { closureAnswerLawful: answeredInTime } satisfies Record<
  string,
  Rule<ClosureContext>
>
