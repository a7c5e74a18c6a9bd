// What is read where somebody looks for the form of a listing?
import { t } from '../client/words.ts'
import { dishonestyListingWords as w } from './words.ts'

/** No form opens one: the enterprise is that of the penalty. */
export const enterpriseField = null

const Tips = () => (
  <ul class="tips">
    <li>{t(w.openedTip)}</li>
  </ul>
)
export const Before = Tips
export const Instead = Tips
