// What should an enterprise know before it applies?
import { For } from 'solid-js'
import { t } from '../client/words.ts'
import { licenceWords as w } from './words.ts'

/** The field in which a clerk names the enterprise; its own people always apply for their own. */
export const enterpriseField = 'enterprise'
export const heldField = 'licenceNumber'

export const Before = () => (
  <ul class="tips">
    <For each={[w.kindTip, w.moveTip, w.authorityTip, w.truthTip]}>
      {(tip) => <li>{t(tip)}</li>}
    </For>
  </ul>
)
