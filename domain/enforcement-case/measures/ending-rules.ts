// How does the end of a case wait for the parties, measures, orders to correct and proposals that it has?
import { every } from '../../model/rule.ts'
import { agreementsDone } from '../agreements/agreement-rules.ts'
import { closureAnswered } from '../closure/closure-rules.ts'
import { correctionsDone } from '../corrections/correction-rules.ts'
import type { EnforcementContext, EnforcementRule } from '../memory/context.ts'
import { partiesDone } from '../parties/naming-rules.ts'
import { partyRemediesDone } from '../party-remedies/party-remedy-rules.ts'
import { decisionRules } from '../rule-parts/decision-rules.ts'
import { investigationRules } from '../rule-parts/investigation-rules.ts'
import { performanceRules } from '../rule-parts/performance-rules.ts'
import { noTransferAdvised } from '../rule-parts/with-police-rules.ts'
import { measuresDone } from './measure-rules.ts'

const itemsDone = every<EnforcementContext>(
  partiesDone,
  measuresDone,
  correctionsDone,
  closureAnswered,
  agreementsDone,
  partyRemediesDone,
)

export const endingRules = {
  itemsDone,
  refusedLawful: every<EnforcementContext>(investigationRules.filedByAnother, itemsDone),
  withdrawnLawful: every<EnforcementContext>(
    noTransferAdvised,
    decisionRules.decidedByAnother,
    itemsDone,
  ),
  unpunishedLawful: every<EnforcementContext>(
    noTransferAdvised,
    decisionRules.noPenaltyLawful,
    itemsDone,
  ),
  closedLawful: every<EnforcementContext>(performanceRules.closingLawful, itemsDone),
} satisfies Record<string, EnforcementRule>
