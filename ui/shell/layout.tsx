// What surrounds every screen of a signed-in person?
import { useLocation, useNavigate } from '@solidjs/router'
import {
  createEffect,
  createSignal,
  ErrorBoundary,
  lazy,
  on,
  type ParentProps,
  Show,
  Suspense,
} from 'solid-js'
import { unreachable } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { firstProcess } from '../processes.ts'
import { useKeys } from '../screen/keys.ts'
import { frameWords } from './frame-words.ts'
import './layout.css'
import { useLive } from '../reading/live.ts'
import { useMe } from '../screen/me.ts'
import './navigation.css'
import { Failure } from '../screen/states.tsx'
import { TopBar } from './top-bar.tsx'

/** Beside the page, not before it; an empty bar keeps the place, so that nothing moves. */
const Rail = lazy(async () => ({ default: (await import('./navigation.tsx')).Rail }))
const TabBar = lazy(async () => ({ default: (await import('./navigation.tsx')).TabBar }))

/** Needed once the page stands, and there already when the network goes. */
const Banners = lazy(() => import('./banners.tsx'))

/** Only where the clock may be moved. */
const LaboratoryBanner = lazy(() => import('./laboratory-banner.tsx'))

const KeysHelp = lazy(() => import('./keys-help.tsx'))

/** As browsers, and the loader of styles, word it when a page could not be fetched: the network's fault, not the page's. */
const unfetched = /imported module|module script|preload CSS/

/** A page that could not be loaded, or broke: said in its place, while the frame leads on to the others. */
const Broken = (props: { error: unknown; onLeave: () => void }) => {
  const location = useLocation()
  createEffect(on(() => location.pathname, props.onLeave, { defer: true }))
  console.error(props.error)
  return (
    <div class="page narrow">
      <Failure
        error={unfetched.test(String(props.error)) ? unreachable() : props.error}
        what={frameWords.page}
        onRetry={() => window.location.reload()}
      />
    </div>
  )
}

/** Sizes and clock of the whole page follow the person. */
const usePerson = () => {
  const me = useMe()
  createEffect(() => {
    document.documentElement.dataset.reader = me().enterprise ? 'enterprise' : 'staff'
  })
  createEffect(() => {
    document.documentElement.dataset.demo = String(me().demo)
  })
}

const Layout = (props: ParentProps) => {
  const [help, setHelp] = createSignal<boolean | null>(null)
  const navigate = useNavigate()
  const location = useLocation()
  const me = useMe()
  usePerson()
  useLive()
  useKeys({
    '?': () => setHelp(true),
    'g i': () => navigate(me().enterprise ? paths.matters : paths.inbox()),
    'g c': () => navigate(me().enterprise ? paths.matters : paths.cases),
    'g d': () => navigate(paths.duty),
    'g p': () => navigate(paths.process(me().starts[0] ?? firstProcess)),
  })
  return (
    <div
      class={`app ${['/inbox', '/cases', paths.duty].includes(location.pathname) ? 'app-fixed' : ''}`}
    >
      <a class="skip" href="#main">
        {t(frameWords.skip)}
      </a>
      <TopBar onKeys={() => setHelp(true)} />
      <Suspense fallback={<div class="rail" />}>
        <Rail />
      </Suspense>
      <main id="main" class="main" tabindex="-1">
        <Suspense>
          <Banners />
        </Suspense>
        <Show when={me().laboratory}>
          <Suspense>
            <LaboratoryBanner />
          </Suspense>
        </Show>
        <ErrorBoundary fallback={(error, reset) => <Broken error={error} onLeave={reset} />}>
          <Suspense>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Suspense fallback={<div class="tabbar" />}>
        <TabBar />
      </Suspense>
      <Show when={help() !== null}>
        <Suspense>
          <KeysHelp open={help() === true} onClose={() => setHelp(false)} />
        </Suspense>
      </Show>
    </div>
  )
}

export default Layout
