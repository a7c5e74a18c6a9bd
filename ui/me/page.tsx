// What does a person keep for himself: his account, his phrases, his signature, and what of his words has not arrived?
import { lazy, Show, Suspense } from 'solid-js'
import { t } from '../client/words.ts'
import { PhraseSettings } from '../phrases/settings.tsx'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { SignatureSettings } from '../signature/settings.tsx'
import { AccountSettings } from './account.tsx'
import { SingleSignOn } from './single-sign-on.tsx'
import { meWords as w } from './words.ts'

/** Loaded for whoever has written without a connection. */
const Outbox = lazy(() => import('../outbox/all.tsx'))

const Me = () => {
  const me = useMe()
  usePage(() => t(w.title))
  return (
    <div class="page me-page">
      <h1>{t(w.title)}</h1>
      <Suspense>
        <Outbox />
      </Suspense>
      <AccountSettings />
      <PhraseSettings />
      <Show when={me().enterprise === null}>
        <SignatureSettings />
      </Show>
      <SingleSignOn />
    </div>
  )
}

export default Me
