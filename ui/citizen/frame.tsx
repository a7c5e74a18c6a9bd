// What stands around every page for everybody?
import { useLocation } from '@solidjs/router'
import { For, type JSX, onMount } from 'solid-js'
import { paths } from '../client/paths.ts'
import { locale, setLocale, t, words } from '../client/words.ts'
import { largeText, setLargeText } from '../screen/large-text.ts'
import './citizen.css'
import { verifyPath } from './verify-path.ts'
import { citizenWords as w } from './words.ts'

const links = [
  [paths.services, w.toServices],
  [paths.public, w.toReport],
  [paths.publicFollow, w.toFollow],
  [paths.publicNotices, w.toNotices],
  [verifyPath(), w.toVerify],
  [paths.licenceLookup, w.toLicences],
] as const

export const Frame = (props: { children: JSX.Element }) => {
  const location = useLocation()
  const isHere = (path: string) =>
    location.pathname === path ||
    (path === paths.public && location.pathname.startsWith(paths.publicReport(''))) ||
    ([paths.services, verifyPath()].includes(path) && location.pathname.startsWith(`${path}/`))
  onMount(() => {
    document.documentElement.dataset.reader = 'enterprise'
  })
  return (
    <div class="citizen">
      <a class="skip" href="#main">
        {t(w.skip)}
      </a>
      <header class="citizen-head">
        <span class="citizen-name">
          {t(words.product)} <span class="citizen-long">{t(w.menu)}</span>
        </span>
        <button
          type="button"
          class="button bar"
          aria-pressed={largeText()}
          onClick={() => setLargeText(!largeText())}
        >
          {t(w.large)}
        </button>
        <button
          type="button"
          class="button bar"
          lang={locale() === 'zh' ? 'en' : 'zh-CN'}
          title={t(w.languageLabel)}
          onClick={() => setLocale(locale() === 'zh' ? 'en' : 'zh')}
        >
          {t(w.language)}
        </button>
      </header>
      <nav class="citizen-nav" aria-label={t(w.menu)}>
        <For each={links}>
          {([path, label]) => (
            <a href={path} aria-current={isHere(path) ? 'page' : undefined}>
              {t(label)}
            </a>
          )}
        </For>
      </nav>
      <main id="main" class="citizen-main" tabindex="-1">
        {props.children}
      </main>
      <footer class="citizen-foot">
        <p>{t(w.phone)}</p>
        <p>
          <a href={paths.signIn()}>{t(w.toSignIn)}</a>
        </p>
      </footer>
    </div>
  )
}
