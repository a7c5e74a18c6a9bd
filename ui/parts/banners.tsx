// Which banner says that what one reads may be old?
import { Show } from 'solid-js'
import { fill } from '../../domain/case/words.ts'
import { t } from '../words.ts'
import { bannersWords as w } from './banners-words.ts'
import { lastHeard, noSending, staleFor } from './live.ts'
import { isUnanswered } from './query.ts'
import { showTime } from './time.ts'

/** The stream may live while the questions of the page fail. */
const UnansweredBanner = () => (
  <Show when={isUnanswered()}>
    <div class="banner warn" role="status">
      {t(w.unanswered)}
    </div>
  </Show>
)

/** Lists stay readable while the stream is dead; the banner says how old they are. */
const Banners = () => (
  <Show when={noSending()} fallback={<UnansweredBanner />}>
    <div class="banner warn" role="status">
      {t(
        fill(w.stale, {
          time: showTime(new Date(lastHeard()).toISOString()),
          minutes: Math.max(1, Math.round(staleFor() / 60_000)),
        }),
      )}
    </div>
  </Show>
)

export default Banners
