// Which rules does the chart of an enforcement case ask, by name? Each answers yes or the reason why not, and never throws.
import { noteSaid } from '../field-notes/rules.ts'
import { returnsTo } from '../model/chart.ts'
import { every } from '../model/rule.ts'
import { agreementProposable, partyAgreementProposable } from './agreements/agreement-rules.ts'
import { closureProposable } from './closure/closure-rules.ts'
import { consequenceRules, consequencesLawful } from './consequences/consequence-rules.ts'
import { correctable } from './corrections/correction-rules.ts'
import { counselNaming } from './counsel/counsel-rules.ts'
import { endingRules } from './measures/ending-rules.ts'
import { measureProposable } from './measures/measure-rules.ts'
import { notAgreed } from './memory/agreed.ts'
import type { EnforcementContext } from './memory/context.ts'
import { namingRules } from './parties/naming-rules.ts'
import { partyRemedyReceivable } from './party-remedies/party-remedy-rules.ts'
import { compulsionRules, courtNotAsked, demandDue } from './rule-parts/compulsion-rules.ts'
import {
  dailyNoticeLawful,
  dailyPenaltyLawful,
  dailyReportLawful,
} from './rule-parts/daily-rules.ts'
import { decisionRules } from './rule-parts/decision-rules.ts'
import { investigationRules } from './rule-parts/investigation-rules.ts'
import { noticeRules } from './rule-parts/notice-rules.ts'
import { onTheSpotRules } from './rule-parts/on-the-spot-rules.ts'
import { noticeOnce, penaltyOnce } from './rule-parts/once-rules.ts'
import { performanceRules } from './rule-parts/performance-rules.ts'
import { remedyRules } from './rule-parts/remedy-rules.ts'
import {
  mayDemand,
  notOver,
  notSuspended,
  suspensionRules,
  terminable,
} from './rule-parts/suspension-rules.ts'
import { notBeforePolice, notFinedTwice, notWithPolice } from './rule-parts/with-police-rules.ts'
import { transferRules } from './transfer/transfer-rules.ts'

/** What is asked at one act by several parts of the law is put together here, so that none takes the place of another. */
const together = {
  reportLawful: every<EnforcementContext>(
    investigationRules.reportLawful,
    notFinedTwice,
    dailyReportLawful,
  ),
  noticeLawful: every<EnforcementContext>(noticeRules.noticeLawful, noticeOnce, dailyNoticeLawful),
  penaltyLawful: every<EnforcementContext>(
    decisionRules.penaltyLawful,
    notFinedTwice,
    consequencesLawful,
    penaltyOnce,
    dailyPenaltyLawful,
  ),
  partyNamable: every<EnforcementContext>(notWithPolice, namingRules.partyNamable),
  transferClosedLawful: every<EnforcementContext>(
    transferRules.transferredByAnother,
    endingRules.itemsDone,
  ),
  demandable: every<EnforcementContext>(mayDemand, demandDue),
  demandServiceLawful: every<EnforcementContext>(
    mayDemand,
    demandDue,
    compulsionRules.demandServiceLawful,
  ),
  courtOpen: every<EnforcementContext>(
    notAgreed,
    notSuspended,
    notBeforePolice,
    compulsionRules.courtOpen,
  ),
  deferralLawful: every<EnforcementContext>(
    notOver,
    notAgreed,
    courtNotAsked,
    performanceRules.deferralLawful,
  ),
  suspendable: every<EnforcementContext>(notAgreed, suspensionRules.suspendable),
  terminatedByAnother: every<EnforcementContext>(notAgreed, compulsionRules.terminatedByAnother),
  terminationLawful: every<EnforcementContext>(
    notAgreed,
    terminable,
    compulsionRules.terminationLawful,
  ),
}

export const rules = {
  ...investigationRules,
  ...noticeRules,
  ...decisionRules,
  ...onTheSpotRules,
  noteSaid,
  ...performanceRules,
  ...compulsionRules,
  ...suspensionRules,
  ...namingRules,
  ...transferRules,
  ...counselNaming,
  measureProposable,
  correctable,
  closureProposable,
  agreementProposable,
  partyAgreementProposable,
  partyRemedyReceivable,
  ...endingRules,
  ...remedyRules,
  ...consequenceRules,
  returnsTo,
  ...together,
}
