// Who answers for something that stands so, since when, and why?
import { Show } from 'solid-js'
import type { FeedSignature } from '../../../contract/devices/feeds.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { showMoment } from '../../screen/time.ts'
import { feedWords as w } from './words/feed-words.ts'

export const SignedLine = (props: { of: FeedSignature }) => (
  <Show when={props.of}>
    {(one) => (
      <p class="muted">
        {t(fill(w.signed, { by: one().by, reason: one().reason, time: showMoment(one().at) }))}
      </p>
    )}
  </Show>
)
