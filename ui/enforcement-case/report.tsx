// What should an officer know before proposing to file a case?
import { t } from '../client/words.ts'
import { enforcementCaseWords as w } from './words.ts'

/** The field in which an officer names the enterprise. */
export const enterpriseField = 'enterprise'

export const Before = () => (
  <ul class="tips">
    <li>{t(w.filingTip)}</li>
    <li>{t(w.onTheSpotTip)}</li>
    <li>{t(w.officersTip)}</li>
    <li>{t(w.limitationTip)}</li>
  </ul>
)
