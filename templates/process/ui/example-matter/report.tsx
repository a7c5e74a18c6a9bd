// What should somebody know before asking?
import { t } from '../../../../ui/client/words.ts'
import { exampleMatterWords as w } from './words.ts'

/** The field in which an inspector names the enterprise; its own people always ask for their own. */
export const enterpriseField = 'enterprise'

export const Before = () => (
  <ul class="tips">
    <li>{t(w.dateTip)}</li>
  </ul>
)
