// By which other ways does one sign in here: the city's single sign-on, the accounts of a demonstration?
import { useSearchParams } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import type { DemoAccountView } from '../../contract/account/session.ts'
import { roles } from '../../domain/organisation/roles.ts'
import { askDemoAccounts, singleSignOnAddress, waysIn } from '../client/account/ways.ts'
import { t } from '../client/words.ts'
import { signInWords as w } from './words.ts'

const Accounts = (props: {
  accounts: DemoAccountView[]
  onEnter: (account: DemoAccountView) => void
}) => (
  <section class="accounts" aria-labelledby="accounts-title">
    <h2 id="accounts-title">{t(w.demoTitle)}</h2>
    <p class="muted">{t(w.demoHint)}</p>
    <ul class="account-list">
      <For each={props.accounts}>
        {(account) => (
          <li>
            <button type="button" class="account" onClick={() => props.onEnter(account)}>
              <strong>{account.name}</strong>
              <span>
                {account.roles.map((role) => t(roles[role])).join(t({ zh: '、', en: ', ' }))}
              </span>
              <span class="muted">{t(account.place)}</span>
              <code>{account.username}</code>
            </button>
          </li>
        )}
      </For>
    </ul>
  </section>
)

/** A plain link: the server leads on to the provider, and the provider back. */
const SingleSignOn = (props: { refused: boolean }) => (
  <section class="accounts" aria-labelledby="ways-title">
    <h2 id="ways-title">{t(w.otherWay)}</h2>
    <p role="alert" class="mistake">
      {props.refused ? t(w.notTied) : ''}
    </p>
    <p>
      <a class="button" href={singleSignOnAddress()} rel="external">
        {t(w.singleSignOn)}
      </a>
    </p>
  </section>
)

const Ways = (props: { onEnter: (account: DemoAccountView) => void }) => {
  const [search] = useSearchParams()
  /** Offered by a demonstration alone; production answers 404. */
  const [accounts] = createResource(() => askDemoAccounts().catch(() => []))
  const [ways] = createResource(() => waysIn().catch(() => ({ singleSignOn: false })))
  return (
    <div>
      <Show when={ways()?.singleSignOn}>
        <SingleSignOn refused={search.error !== undefined} />
      </Show>
      <Show when={(accounts() ?? []).length > 0 && accounts()}>
        {(list) => <Accounts accounts={list()} onEnter={props.onEnter} />}
      </Show>
    </div>
  )
}

export default Ways
