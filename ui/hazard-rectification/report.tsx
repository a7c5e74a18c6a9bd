// What should somebody know before reporting a hazard?
import { t } from '../client/words.ts'
import { hazardWords as w } from './words.ts'

/** The field in which an inspector names the enterprise; its own people always report for their own. */
export const enterpriseField = 'enterprise'

export const Before = () => (
  <ul class="tips">
    <li>{t(w.dangerTip)}</li>
    <li>{t(w.photoTip)}</li>
    <li>{t(w.majorTip)}</li>
  </ul>
)
