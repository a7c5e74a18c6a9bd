// Which machines may call, what may each do, and how is a token made and revoked?
import { createSignal, For, Show } from 'solid-js'
import type { TokensPage, TokenView } from '../../../contract/organisation/machines.ts'
import { machinesApi } from '../../client/organisation/machines.ts'
import { t } from '../../client/words.ts'
import type { Mistake } from '../../form/error-summary.tsx'
import { Answered } from '../../reading/answered.tsx'
import { client } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { Empty } from '../../screen/states.tsx'
import { showDay, showStamp } from '../../screen/time.ts'
import { Tick } from '../devices/form.tsx'
import { Labelled, Line } from '../field.tsx'
import { GroundForm, missing, useGround } from '../people/ground.tsx'
import { machineWords as w } from './words.ts'
import '../../form/fields.css'
import '../../case/case.css'
import '../admin.css'

const query = () => ({
  queryKey: ['machines'],
  queryFn: machinesApi.page,
  refetchOnMount: 'always' as const,
})
const again = () => void client.invalidateQueries({ queryKey: ['machines'] })

const AddForm = (props: {
  page: TokensPage
  onMade: (token: string) => void
  onBack: () => void
}) => {
  const groundForm = useGround()
  const [one, setOne] = createSignal({ name: '', region: '', lastDay: '', scopes: [] as string[] })
  const set = (part: Partial<ReturnType<typeof one>>) => setOne({ ...one(), ...part })
  const mistakes = (): Mistake[] => [
    ...(['name', 'region', 'lastDay'] as const)
      .filter((field) => one()[field].trim() === '')
      .map((field) => ({ field, words: missing(w[field]) })),
    ...(one().scopes.length > 0 ? [] : [{ field: null, words: missing(w.scopes) }]),
    ...groundForm.mistakes(),
  ]
  const turn = (scope: string, on: boolean) =>
    set({ scopes: on ? [...one().scopes, scope] : one().scopes.filter((held) => held !== scope) })
  const submit = () => {
    const body = { ...one(), reason: groundForm.reason().trim() }
    void groundForm.sending.send(mistakes(), async (keyOf) => {
      const { token } = await machinesApi.make(body, keyOf(body))
      props.onMade(token)
    })
  }
  return (
    <GroundForm
      plain
      groundForm={groundForm}
      title={t(w.add)}
      confirm={w.confirm}
      onSubmit={submit}
      onBack={props.onBack}
    >
      <Line name="name" label={w.name} value={one().name} onInput={(name) => set({ name })} />
      <Labelled name="region" label={w.region}>
        {(attributes) => (
          <select {...attributes} onChange={(event) => set({ region: event.currentTarget.value })}>
            <option value="">{t(w.choose)}</option>
            <For each={props.page.regions}>
              {(region) => <option value={region.id}>{t(region.name)}</option>}
            </For>
          </select>
        )}
      </Labelled>
      <fieldset>
        <legend>{t(w.scopes)}</legend>
        <For each={props.page.scopes}>
          {({ scope, words }) => (
            <Tick
              label={t(words)}
              on={one().scopes.includes(scope)}
              onChange={(on) => turn(scope, on)}
            />
          )}
        </For>
      </fieldset>
      <Line
        name="lastDay"
        type="date"
        label={w.lastDay}
        value={one().lastDay}
        onInput={(lastDay) => set({ lastDay })}
      />
    </GroundForm>
  )
}

const RevokeForm = (props: { one: TokenView; onDone: () => void }) => {
  const groundForm = useGround()
  const submit = async () => {
    const body = { reason: groundForm.reason().trim() }
    const work = (keyOf: (...content: unknown[]) => string) =>
      machinesApi.revoke(props.one.id, body.reason, keyOf(props.one.id, body))
    if (await groundForm.sending.send(groundForm.mistakes(), work)) props.onDone()
  }
  return (
    <GroundForm
      plain
      groundForm={groundForm}
      title={`${t(w.revoke)} ${props.one.name}`}
      confirm={w.confirmRevoke}
      onSubmit={() => void submit()}
      onBack={props.onDone}
    />
  )
}

const List = (props: { items: TokenView[]; onRevoke: (one: TokenView) => void }) => (
  <Show when={props.items.length > 0} fallback={<Empty summary={w.none} />}>
    <PlainTable
      name={w.title}
      heads={[w.name, w.scopes, w.region, w.made, w.lastDay, w.state, w.act]}
    >
      <For each={props.items}>
        {(one) => (
          <tr>
            <th scope="row">{one.name}</th>
            <td>{one.scopes.map(({ words }) => t(words)).join(t({ zh: '、', en: ', ' }))}</td>
            <td>{t(one.region)}</td>
            <td>
              {one.createdBy ?? ''} {showStamp(one.createdAt)}
            </td>
            <td>
              {one.expiresAt
                ? showDay(new Date(Date.parse(one.expiresAt) - 1).toISOString())
                : t(w.endless)}
            </td>
            <td>
              {t(w[one.state])} {one.revokedBy ?? ''}
            </td>
            <td>
              <Show when={one.state === 'valid'}>
                <button type="button" class="button" onClick={() => props.onRevoke(one)}>
                  {t(w.revoke)}
                </button>
              </Show>
            </td>
          </tr>
        )}
      </For>
    </PlainTable>
  </Show>
)

const Machines = () => {
  usePage(() => t(w.title))
  const found = useQuery(query)
  const [adding, setAdding] = createSignal(false)
  const [revoking, setRevoking] = createSignal<TokenView | null>(null)
  const [token, setToken] = createSignal<string | null>(null)
  const made = (fresh: string) => {
    setAdding(false)
    setToken(fresh)
    again()
  }
  const revoked = () => {
    setRevoking(null)
    again()
  }
  return (
    <>
      <div class="admin-head">
        <h1>{t(w.title)}</h1>
        <Show when={!adding()}>
          <button type="button" class="button primary" onClick={() => setAdding(true)}>
            {t(w.add)}
          </button>
        </Show>
      </div>
      <p class="lead">{t(w.lead)}</p>
      <Show when={token()}>
        {(token) => (
          <p class="notice" role="status">
            {t(w.tokenOnce)} <code>{token()}</code>
          </p>
        )}
      </Show>
      <Show when={revoking()} keyed>
        {(one) => <RevokeForm one={one} onDone={revoked} />}
      </Show>
      <Answered found={found} what={w.title} rows={6}>
        {(page) => (
          <>
            <Show when={adding()}>
              <AddForm page={page()} onMade={made} onBack={() => setAdding(false)} />
            </Show>
            <List items={page().items} onRevoke={setRevoking} />
          </>
        )}
      </Answered>
    </>
  )
}

export default Machines
