// How does somebody sign in, and with which demo accounts?
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, For, onMount, Show } from 'solid-js'
import { roles } from '../../domain/organisation/roles.ts'
import { api, asRefusal, get, request } from '../client.ts'
import type { Account } from '../contract.ts'
import { ErrorSummary, type Mistake } from '../parts/error-summary.tsx'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { usePage } from '../parts/page.ts'
import { paths } from '../paths.ts'
import { t, words } from '../words.ts'
import '../parts/fields.css'
import './sign-in.css'
import { CodeForm, PasswordForm } from './forms.tsx'
import { signInWords as w } from './words.ts'

/** What was read by whoever was here before; it comes with what the next page needs, while one still types. */
const answers = () => import('../queries.ts')

const useSignIn = () => {
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [busy, setBusy] = createSignal(false)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [codeWanted, setCodeWanted] = createSignal(false)
  const go = async () => {
    const { client } = await answers()
    client.clear()
    const next = typeof search.next === 'string' && search.next.startsWith('/') && !search.next.startsWith('//') ? search.next : paths.home
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
      if (await api.signIn(username, password)) return go()
      setCodeWanted(true)
    })
  }
  const giveCode = (code: string) =>
    attempt('code', async () => {
      await request('POST', '/api/session/code', { code })
      await go()
    })
  return { mistakes, busy, codeWanted, enter, giveCode }
}

const Accounts = (props: { accounts: Account[]; onEnter: (account: Account) => void }) => (
  <section class="accounts" aria-labelledby="accounts-title">
    <h2 id="accounts-title">{t(w.demoTitle)}</h2>
    <p class="muted">{t(w.demoHint)}</p>
    <ul class="account-list">
      <For each={props.accounts}>
        {(account) => (
          <li>
            <button type="button" class="account" onClick={() => props.onEnter(account)}>
              <strong>{account.name}</strong>
              <span>{account.roles.map((role) => t(roles[role])).join(t({ zh: '、', en: ', ' }))}</span>
              <span class="muted">{t(account.place)}</span>
              <code>{account.username}</code>
            </button>
          </li>
        )}
      </For>
    </ul>
  </section>
)

const SignIn = () => {
  usePage(() => t(words.signIn))
  const signIn = useSignIn()
  /** Only a demonstration has any. */
  const [accounts] = createResource(() => get<Account[]>('/api/demo/accounts').catch(() => []))
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
          <ErrorSummary mistakes={signIn.mistakes()} />
          <Show when={signIn.codeWanted()} fallback={<PasswordForm busy={signIn.busy()} onEnter={signIn.enter} />}>
            <CodeForm busy={signIn.busy()} onEnter={(code) => void signIn.giveCode(code)} />
          </Show>
          <p>
            <a href={paths.forgotten}>{t(w.forgotten)}</a>
          </p>
          <p class="sign-in-public">
            {t(w.public)} <a href={paths.public}>{t(w.publicReport)}</a> · <a href={paths.publicFollow}>{t(w.publicFollow)}</a> ·{' '}
            <a href={paths.publicNotices}>{t(w.publicNotices)}</a>
          </p>
        </div>
        <Show when={accounts.state === 'ready' && accounts().length > 0 && accounts()}>
          {(list) => <Accounts accounts={list()} onEnter={(account) => void signIn.enter(account.username, account.password)} />}
        </Show>
      </main>
    </div>
  )
}

export default SignIn
