// What should an officer know before planning a visit?
import { t } from '../client/words.ts'
import { administrativeInspectionWords as w } from './words.ts'

/** The field in which an officer names the enterprise. */
export const enterpriseField = 'enterprise'

export const Before = () => (
  <ul class="tips">
    <li>{t(w.approvalTip)}</li>
    <li>{t(w.frequencyTip)}</li>
    <li>{t(w.secretTip)}</li>
  </ul>
)
