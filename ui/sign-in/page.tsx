// How does somebody sign in?
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, ErrorBoundary, lazy, onMount, Show, Suspense } from 'solid-js'
import { giveCode, signIn } from '../client/account/sign-in.ts'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { LanguageSwitch } from '../screen/language-switch.tsx'
import { usePage } from '../screen/page.ts'
import '../form/fields.css'
import './sign-in.css'
import { CodeForm, PasswordForm } from './forms.tsx'
import { signInWords as w } from './words.ts'

/** What was read by whoever was here before; it comes with what the next page needs, while one still types. */
const answers = () => import('../reading/queries.ts')

const useSignIn = () => {
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [busy, setBusy] = createSignal(false)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [codeWanted, setCodeWanted] = createSignal(false)
  const go = async () => {
    const { client } = await answers()
    client.clear()
    const next =
      typeof search.next === 'string' &&
      search.next.startsWith('/') &&
      !search.next.startsWith('//')
        ? search.next
        : paths.home
    navigate(next, { replace: true })
  }
  const attempt = async (field: string, work: () => Promise<void>) => {
    setBusy(true)
    setMistakes([])
    try {
      await work()
    } catch (error) {
      const refusal = asRefusal(error)
      setMistakes([refusal.title, ...refusal.reasons].map((words) => ({ field, words })))
    } finally {
      setBusy(false)
    }
  }
  const enter = async (username: string, password: string) => {
    const missing = [
      ...(username ? [] : [{ field: 'username', words: w.usernameMissing }]),
      ...(password ? [] : [{ field: 'password', words: w.passwordMissing }]),
    ]
    setMistakes(missing)
    if (missing.length > 0) return
    await attempt('username', async () => {
      if (await signIn(username, password)) return go()
      setCodeWanted(true)
    })
  }
  const enterCode = (code: string) =>
    attempt('code', async () => {
      await giveCode(code)
      await go()
    })
  return { mistakes, busy, codeWanted, enter, enterCode }
}

/** What only some houses offer; it comes beside the form, which does not wait for it. */
const Ways = lazy(() => import('./ways.tsx'))

const SignIn = () => {
  usePage(() => t(words.signIn))
  const form = useSignIn()
  onMount(() => void answers().catch(() => undefined))
  return (
    <div class="sign-in">
      <header class="sign-in-head">
        <span class="brand-name">{t(words.product)}</span>
        <LanguageSwitch />
      </header>
      <main class="sign-in-main">
        <div>
          <h1>{t(w.title)}</h1>
          <p class="lead">{t(w.lead)}</p>
          <ErrorSummary mistakes={form.mistakes()} />
          <Show
            when={form.codeWanted()}
            fallback={<PasswordForm busy={form.busy()} onEnter={form.enter} />}
          >
            <CodeForm busy={form.busy()} onEnter={(code) => void form.enterCode(code)} />
          </Show>
          <p>
            <a href={paths.forgotten}>{t(w.forgotten)}</a>
          </p>
          <p class="sign-in-public">
            {t(w.public)} <a href={paths.public}>{t(w.publicReport)}</a> ·{' '}
            <a href={paths.publicFollow}>{t(w.publicFollow)}</a> ·{' '}
            <a href={paths.publicNotices}>{t(w.publicNotices)}</a>
          </p>
        </div>
        <ErrorBoundary fallback={null}>
          <Suspense>
            <Ways onEnter={(account) => void form.enter(account.username, account.password)} />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}

export default SignIn
