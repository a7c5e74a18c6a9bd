// What comes over a page when the network, the server or the session has gone?
import { useLocation } from '@solidjs/router'
import { lazy, Show, Suspense } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { writableOn } from '../outbox/writable.ts'
import { engineWaitsSince, isFull, lastMessageAt, noSending, staleFor } from '../reading/live.ts'
import { queries } from '../reading/queries.ts'
import { isUnanswered, useQuery } from '../reading/query.ts'
import { showTime } from '../screen/time.ts'
import { bannersWords as w } from './banners-words.ts'

/** The stream may live while the questions of the page fail. */
const UnansweredBanner = () => (
  <Show when={isUnanswered()}>
    <div class="banner warn" role="status">
      {t(w.unanswered)}
    </div>
  </Show>
)

const staleWords = { nothing: w.stale, room: w.staleRoom, form: w.staleForm }

/** Lists stay readable while the stream is dead; the banner says how old they are. */
const StaleBanner = () => {
  const location = useLocation()
  return (
    <Show when={noSending()} fallback={<UnansweredBanner />}>
      <div class="banner warn" role="status">
        {t(
          fill(staleWords[writableOn(location.pathname) ?? 'nothing'], {
            time: showTime(new Date(lastMessageAt()).toISOString()),
            minutes: Math.max(1, Math.round(staleFor() / 60_000)),
          }),
        )}
      </div>
    </Show>
  )
}

/** Acts go on; only what others do is learnt late. */
const FullBanner = () => (
  <Show when={isFull() && !noSending()}>
    <div class="banner warn" role="status">
      {t(w.full)}
    </div>
  </Show>
)

/** Acts go on; whoever waits for a limit or a notice has to know that it comes later. */
const EngineBanner = () => (
  <Show when={noSending() ? null : engineWaitsSince()}>
    {(since) => (
      <div class="banner warn" role="status">
        {t(fill(w.engineWaits, { time: showTime(since()) }))}
      </div>
    )}
  </Show>
)

/** Only who stays too long sees it. */
const Again = lazy(() => import('../sign-in/again.tsx'))

/** What was written without a connection is sent wherever its author stands. */
const OutboxBanner = lazy(() => import('../outbox/banner.tsx'))

const Banners = () => {
  const me = useQuery(queries.me)
  return (
    <>
      <StaleBanner />
      <FullBanner />
      <EngineBanner />
      <Suspense>
        <OutboxBanner />
      </Suspense>
      <Show when={asRefusal(me.error).status === 401}>
        <Suspense>
          <Again />
        </Suspense>
      </Show>
    </>
  )
}

export default Banners
