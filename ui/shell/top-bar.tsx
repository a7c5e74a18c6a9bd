// What stands at the top: product, person, language, sign-out?
import { useNavigate } from '@solidjs/router'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { LanguageSwitch } from '../screen/language-switch.tsx'
import { largeText, setLargeText } from '../screen/large-text.ts'
import { useMe } from '../screen/me.ts'
import { frameWords } from './frame-words.ts'

/** Leaving has a store to empty, and perhaps something to warn of. */
const Leave = lazy(() => import('./leave.tsx'))

/** Searching and the keys come when the page stands: the party has none. */
const SearchOpener = lazy(() => import('../search/opener.tsx'))

const LargeSwitch = () => (
  <button
    type="button"
    class="button bar"
    aria-pressed={largeText()}
    onClick={() => setLargeText(!largeText())}
  >
    {t(frameWords.largeMode)}
  </button>
)

/** Name with office or enterprise, so that nobody acts under the wrong hat. */
const Person = () => {
  const me = useMe()
  const place = () => {
    const held = me().appointments[0]
    return me().enterprise?.name ?? (held ? `${t(held.officeName)} · ${t(held.roleName)}` : '')
  }
  return (
    <span class="person">
      <strong>{me().name}</strong>
      <span class="person-place">{place()}</span>
    </span>
  )
}

export const TopBar = (props: { onKeys: () => void }) => {
  const me = useMe()
  const navigate = useNavigate()
  const [leaving, setLeaving] = createSignal(false)
  const left = () => {
    client.clear()
    navigate(paths.signIn())
  }
  return (
    <>
      <header class="topbar">
        <a class="brand" href={paths.home}>
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path
              d="M12 2.5l8 3v6.2c0 5-3.3 8.2-8 9.8-4.7-1.6-8-4.8-8-9.8V5.5z"
              fill="none"
              stroke="currentColor"
              stroke-width="1.8"
              stroke-linejoin="round"
            />
            <path
              d="M8.2 12l2.7 2.7 5-5.2"
              fill="none"
              stroke="currentColor"
              stroke-width="2"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
          <span class="brand-name">{t(words.product)}</span>
          <span class="brand-long">{t(frameWords.productLong)}</span>
        </a>
        <Person />
        <Show when={!me().enterprise}>
          <Suspense>
            <SearchOpener onKeys={() => props.onKeys()} />
          </Suspense>
        </Show>
        <Show when={me().enterprise}>
          <LargeSwitch />
        </Show>
        <LanguageSwitch />
        <button type="button" class="button bar" onClick={() => setLeaving(true)}>
          {t(frameWords.signOut)}
        </button>
      </header>
      <Show when={leaving()}>
        <Suspense>
          <Leave person={me().id} onStay={() => setLeaving(false)} onLeft={left} />
        </Suspense>
      </Show>
    </>
  )
}
