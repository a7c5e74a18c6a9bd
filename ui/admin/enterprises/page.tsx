// Which enterprises are registered, and how is one added?
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { isCreditCode } from '../../../domain/organisation/credit-code.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import { enterprisesApi } from '../../client/organisation/enterprises.ts'
import { t } from '../../client/words.ts'
import type { Mistake } from '../../form/error-summary.tsx'
import { Answered } from '../../reading/answered.tsx'
import { client } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { Empty } from '../../screen/states.tsx'
import { Labelled, Line } from '../field.tsx'
import { adminPaths } from '../paths.ts'
import { GroundForm, missing, useGround } from '../people/ground.tsx'
import { enterpriseQueries } from './client.ts'
import { enterpriseWords as w } from './words.ts'
import '../../form/fields.css'
import '../../case/case.css'
import '../admin.css'

const lines = ['name', 'code', 'industry', 'address', 'principal'] as const
const blank = { name: '', code: '', region: '', industry: '', address: '', principal: '' }
const counties = Object.keys(regions)
  .filter(isRegion)
  .filter((region) => regions[region].level === 'county')

const AddForm = (props: { onDone: (id: string) => void; onBack: () => void }) => {
  const groundForm = useGround()
  const [one, setOne] = createSignal(blank)
  const set = (part: Partial<typeof blank>) => setOne({ ...one(), ...part })
  const code = () => one().code.trim().toUpperCase()
  const mistakes = (): Mistake[] => [
    ...([...lines, 'region'] as const)
      .filter((field) => one()[field].trim() === '')
      .map((field) => ({ field, words: missing(w[field]) })),
    ...(code() === '' || isCreditCode(code()) ? [] : [{ field: 'code', words: w.codeWrong }]),
    ...groundForm.mistakes(),
  ]
  const submit = () => {
    const body = { ...one(), code: code(), reason: groundForm.reason().trim() }
    void groundForm.sending.send(mistakes(), async (keyOf) =>
      props.onDone((await enterprisesApi.add(body, keyOf(body))).id),
    )
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
      <For each={lines}>
        {(name) => (
          <Line
            name={name}
            label={w[name]}
            {...(name === 'code' ? { hint: w.codeHint } : {})}
            value={one()[name]}
            onInput={(value) => set({ [name]: value })}
          />
        )}
      </For>
      <Labelled name="region" label={w.region}>
        {(attributes) => (
          <select {...attributes} onChange={(event) => set({ region: event.currentTarget.value })}>
            <option value="">{t(w.choose)}</option>
            <For each={counties}>
              {(region) => <option value={region}>{t(regions[region].name)}</option>}
            </For>
          </select>
        )}
      </Labelled>
    </GroundForm>
  )
}

const Enterprises = () => {
  usePage(() => t(w.title))
  const navigate = useNavigate()
  const [query, setQuery] = useSearchParams<{ q?: string }>()
  const [adding, setAdding] = createSignal(false)
  const found = useQuery(() => enterpriseQueries.list(query.q ?? ''))
  const done = (id: string) => {
    void client.invalidateQueries({ queryKey: ['enterprises'] })
    navigate(adminPaths.enterprise(id))
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
      <Show when={adding()}>
        <AddForm onDone={done} onBack={() => setAdding(false)} />
      </Show>
      <search class="admin-filters">
        <label class="inline-field">
          {t(w.seekLabel)}
          <input
            type="search"
            placeholder={t(w.seek)}
            value={query.q ?? ''}
            onInput={(event) => setQuery({ q: event.currentTarget.value }, { replace: true })}
          />
        </label>
      </search>
      <Answered found={found} what={w.title} rows={8}>
        {(page) => (
          <Show when={page().items.length > 0} fallback={<Empty summary={w.nothing} />}>
            <PlainTable name={w.title} heads={[w.name, w.code, w.region, w.industry, w.accounts]}>
              <For each={page().items}>
                {(one) => (
                  <tr>
                    <th scope="row">
                      <a href={adminPaths.enterprise(one.id)}>{one.name}</a>
                    </th>
                    <td>{one.code}</td>
                    <td>{t(one.region)}</td>
                    <td>{one.industry}</td>
                    <td>{one.accounts}</td>
                  </tr>
                )}
              </For>
            </PlainTable>
          </Show>
        )}
      </Answered>
    </>
  )
}

export default Enterprises
