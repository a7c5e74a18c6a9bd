// What is registered of this enterprise, and who of its people has an account?
import { useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { EnterpriseFile } from '../../../contract/organisation/enterprises.ts'
import { enterpriseRoles, roles } from '../../../domain/organisation/roles.ts'
import { enterprisesApi, type NewAccount } from '../../client/organisation/enterprises.ts'
import { t } from '../../client/words.ts'
import { choiceOf } from '../../reading/choice.ts'
import { client } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { Labelled, Line } from '../field.tsx'
import { OneOfList } from '../one.tsx'
import { adminPaths } from '../paths.ts'
import { GroundForm, missing, useGround } from '../people/ground.tsx'
import { enterpriseQueries } from './client.ts'
import { enterpriseWords as w } from './words.ts'
import '../../form/fields.css'
import '../../case/case.css'
import '../admin.css'

const lines = ['name', 'username', 'mail'] as const
const labels = { name: w.person, username: w.username, mail: w.mail }
const blank = {
  name: '',
  username: '',
  mail: '',
  role: undefined as NewAccount['role'] | undefined,
}

const AccountForm = (props: { enterprise: string; onDone: () => void; onBack: () => void }) => {
  const groundForm = useGround()
  const [one, setOne] = createSignal(blank)
  const mistakes = () => [
    ...lines
      .filter((field) => one()[field].trim() === '')
      .map((field) => ({ field, words: missing(labels[field]) })),
    ...(one().role === undefined ? [{ field: 'role', words: missing(w.role) }] : []),
    ...groundForm.mistakes(),
  ]
  const submit = async () => {
    const { role = enterpriseRoles[0], ...person } = one()
    const body = { ...person, role, reason: groundForm.reason().trim() }
    if (
      await groundForm.sending.send(mistakes(), (keyOf) =>
        enterprisesApi.addAccount(props.enterprise, body, keyOf(body)),
      )
    )
      props.onDone()
  }
  return (
    <GroundForm
      plain
      groundForm={groundForm}
      title={t(w.addAccount)}
      confirm={w.confirmAccount}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <p class="muted">{t(w.accountText)}</p>
      <For each={lines}>
        {(name) => (
          <Line
            name={name}
            label={labels[name]}
            type={name === 'mail' ? 'email' : 'text'}
            value={one()[name]}
            onInput={(value) => setOne({ ...one(), [name]: value })}
          />
        )}
      </For>
      <Labelled name="role" label={w.role}>
        {(attributes) => (
          <select
            {...attributes}
            onChange={(event) =>
              setOne({ ...one(), role: choiceOf(enterpriseRoles, event.currentTarget.value) })
            }
          >
            <option value="">{t(w.choose)}</option>
            <For each={enterpriseRoles}>
              {(role) => <option value={role}>{t(roles[role])}</option>}
            </For>
          </select>
        )}
      </Labelled>
    </GroundForm>
  )
}

const facts = ['code', 'industry', 'address', 'principal'] as const

const Whole = (props: { one: EnterpriseFile }) => {
  const [adding, setAdding] = createSignal(false)
  const done = () => {
    setAdding(false)
    void client.invalidateQueries({ queryKey: ['enterprises'] })
  }
  return (
    <>
      <section class="block">
        <dl class="summary">
          <For each={facts}>
            {(name) => (
              <div>
                <dt>{t(w[name])}</dt>
                <dd>{props.one[name]}</dd>
              </div>
            )}
          </For>
          <div>
            <dt>{t(w.region)}</dt>
            <dd>{t(props.one.region)}</dd>
          </div>
        </dl>
      </section>
      <Show
        when={adding()}
        fallback={
          <p class="form-actions">
            <button type="button" class="button primary" onClick={() => setAdding(true)}>
              {t(w.addAccount)}
            </button>
          </p>
        }
      >
        <AccountForm enterprise={props.one.id} onDone={done} onBack={() => setAdding(false)} />
      </Show>
      <section class="block" aria-labelledby="enterprise-accounts">
        <h2 id="enterprise-accounts">{t(w.accounts)}</h2>
        <Show when={props.one.accounts.length > 0} fallback={<p class="muted">{t(w.noAccount)}</p>}>
          <ul class="bare-list">
            <For each={props.one.accounts}>
              {(one) => (
                <li>
                  <a href={adminPaths.person(one.id)}>{one.name}</a> · {one.username}
                  <Show when={!one.active}> · {t(w.disabled)}</Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </>
  )
}

const Enterprise = () => {
  const params = useParams<{ id: string }>()
  const found = useQuery(() => enterpriseQueries.one(params.id))
  return (
    <OneOfList found={found} words={w} back={adminPaths.enterprises}>
      {(one) => <Whole one={one()} />}
    </OneOfList>
  )
}

export default Enterprise
