// May a decision bring about what it says beside the fine?
import { text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { Verdict } from '../../model/process.ts'
import type { EnforcementContext, EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { penaltyIn } from '../memory/kinds.ts'

type Input = { context: Pick<EnforcementContext, 'enterprise'>; event: EnforcementEvent }

const registeredOnly = text(
  '只有登记在册的企业可以提请列入名单',
  'Only an enterprise of the register is proposed for the list',
)

/** Listed is who stands in the register of enterprises; a licence is either revoked or suspended, and not into the past. */
export const consequencesLawful = ({ context, event }: Input): Verdict => {
  const { penalties } = penaltyIn(event.data)
  if (penalties.includes('revoke-licence') && penalties.includes('suspend-licence'))
    return text('吊销、暂扣只能择一', 'A licence is either revoked or suspended')
  return stringIn(event, 'listingGround') === null || context.enterprise !== null || registeredOnly
}

/** 应急令11号: upon a penalty that was served and stands, once; who performs what was agreed on does not refuse to. */
const listingProposable: EnforcementRule = ({ context, event }) => {
  if (context.enterprise === null) return registeredOnly
  if (context.decisionServedOn === null || context.annulled)
    return text('没有已送达且有效的处罚决定', 'No decision has been served that still stands')
  if (event.data.listingGround === 'refusal' && context.agreed?.running === true)
    return text(
      '执行协议正在履行，不属于有能力履行而拒不履行',
      'A performance agreement is being performed: that is no refusal to perform',
    )
  return context.listingProposed !== true || text('已提请列入', 'It was proposed already')
}

export const consequenceRules = { listingProposable }
