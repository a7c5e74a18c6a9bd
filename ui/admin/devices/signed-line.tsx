// Who answers for something that stands so, since when, and why?
import { Show } from 'solid-js'
import { fill } from '../../../domain/case/words.ts'
import type { SignatureView } from '../../../domain/duty/feed-views.ts'
import { showMoment } from '../../parts/time.ts'
import { t } from '../../words.ts'
import { feedWords as w } from './feed-words.ts'

export const SignedLine = (props: { of: SignatureView | null }) => (
  <Show when={props.of}>
    {(one) => <p class="muted">{t(fill(w.signed, { by: one().by, reason: one().reason, time: showMoment(one().at) }))}</p>}
  </Show>
)
