// Which acts lead an enforcement case on, and where does each stand?
import { compulsionActs } from './acts/compulsion.ts'
import { decisionActs } from './acts/decision.ts'
import { filingActs } from './acts/filing.ts'
import { noticeActs } from './acts/notice.ts'
import { onTheSpotActs } from './acts/on-the-spot.ts'
import { performanceActs } from './acts/performance.ts'
import { remedyActs } from './acts/remedy.ts'
import { handToSuperior } from './acts/superior.ts'
import { suspensionActs } from './acts/suspension.ts'
import { proposePartyAgreement } from './agreements/party-agreement.ts'
import { proposeAgreement } from './agreements/proposing-agreement.ts'
import { proposeClosure } from './closure/proposing.ts'
import { listingActs } from './consequences/listing-act.ts'
import { orderCorrection } from './corrections/ordering.ts'
import { nameEnterpriseCounsel, namePartyCounsel } from './counsel/counsel-forms.ts'
import { proposeMeasure } from './measures/taking.ts'
import { nameParty } from './parties/naming.ts'
import { receivePartyRemedy } from './party-remedies/receiving.ts'
import { returnActs } from './transfer/return-acts.ts'
import { transferActs } from './transfer/transfer-acts.ts'

export const events = {
  ...filingActs,
  ...onTheSpotActs,
  'hand-to-superior': handToSuperior,
  'name-party': nameParty,
  'name-party-counsel': namePartyCounsel,
  'name-enterprise-counsel': nameEnterpriseCounsel,
  'receive-party-remedy': receivePartyRemedy,
  'propose-measure': proposeMeasure,
  'order-correction': orderCorrection,
  'propose-closure': proposeClosure,
  'propose-agreement': proposeAgreement,
  'propose-party-agreement': proposePartyAgreement,
  ...noticeActs,
  ...decisionActs,
  ...transferActs,
  ...returnActs,
  ...performanceActs,
  ...compulsionActs,
  ...suspensionActs,
  ...remedyActs,
  ...listingActs,
}

export type EnforcementCaseEventType = keyof typeof events
