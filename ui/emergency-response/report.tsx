// What should a duty officer know before he reports an emergency?
import { For, lazy } from 'solid-js'
import { t } from '../client/words.ts'
import { emergencyWords as w } from './words.ts'

/** The unit may not be known yet. */
export const enterpriseField = 'enterprise'

/** Only who reports needs it. */
export const Beside = lazy(async () => ({ default: (await import('./alike.tsx')).Alike }))

export const Before = () => (
  <ul class="tips">
    <For each={[w.askTip, w.unknownTip, w.momentTip, w.drillTip]}>{(tip) => <li>{t(tip)}</li>}</For>
  </ul>
)
