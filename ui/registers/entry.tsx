// How does one entry stand, and who has changed what in it since when?
import { useParams, useSearchParams } from '@solidjs/router'
import { For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { EntryView, RegisterView } from '../../contract/registers/registers.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { drawShelf } from '../draws/addresses.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { yearPlanShelf } from '../year-plans/addresses.ts'
import { ChangeCard } from './change-card.tsx'
import { registerQueries } from './reading.ts'
import { FieldValue } from './value.tsx'
import { registerWords as w } from './words.ts'
import '../form/fields.css'
import './registers.css'

/** Few registers have entries that are carried out as a case. */
const EntryCases = lazy(() => import('./cases.tsx'))

const Facts = (props: { one: EntryView }) => (
  <section class="block" aria-labelledby="facts-title">
    <h2 id="facts-title">{t(w.facts)}</h2>
    <p>
      <span class={`tag ${props.one.over ? 'dashed' : ''}`}>{t(props.one.words)}</span>{' '}
      <span class="muted">
        {t(fill(w.since, { date: props.one.since }))} ·{' '}
        {t(fill(w.version, { n: props.one.version }))}
      </span>
    </p>
    <dl class="summary">
      <div>
        <dt>{t(w.region)}</dt>
        <dd>{t(props.one.region)}</dd>
      </div>
      <Show when={props.one.owner}>
        {(owner) => (
          <div>
            <dt>{t(w.owner)}</dt>
            <dd>{owner()}</dd>
          </div>
        )}
      </Show>
      <Show when={props.one.dueFor}>
        {(label) => (
          <div>
            <dt>{t(w.nextDue)}</dt>
            <dd>{t(fill(w.dueFor, { date: props.one.due ?? '', label: t(label()) }))}</dd>
          </div>
        )}
      </Show>
      <For each={props.one.fields}>{(field) => <FieldValue field={field} />}</For>
    </dl>
  </section>
)

const Changes = (props: { register: string; one: EntryView }) => (
  <section class="block" aria-labelledby="history-title">
    <h2 id="history-title">{t(w.history)}</h2>
    <ul class="bare-list">
      <For each={props.one.changes}>
        {(change) => <ChangeCard register={props.register} one={change} />}
      </For>
    </ul>
  </section>
)

const Loaded = (props: { register: RegisterView | undefined; id: string; one: EntryView }) => {
  const [search] = useSearchParams()
  return (
    <>
      <p class="muted">{props.register ? t(props.register.entry) : ''}</p>
      <h1>
        {props.one.number} {props.one.name}
      </h1>
      <Show when={search.proposed}>
        <p class="notice" role="status">
          {t(w.proposed)}
        </p>
      </Show>
      <Facts one={props.one} />
      <p class="form-actions">
        <Show when={props.one.form.length > 0}>
          <a class="button primary" href={paths.changeRegisterEntry(props.id, props.one.id)}>
            {t(w.change)}
          </a>
        </Show>
        <button type="button" class="button quiet print-button" onClick={() => window.print()}>
          {t(w.print)}
        </button>
      </p>
      <Show when={props.one.run !== null || props.one.cases.length > 0}>
        <Suspense>
          <EntryCases register={props.id} one={props.one} />
        </Suspense>
      </Show>
      <Changes register={props.id} one={props.one} />
    </>
  )
}

const Draws = lazy(() => import('../draws/page.tsx'))
const YearPlans = lazy(() => import('../year-plans/page.tsx'))

const EntryPage = () => (
  <Switch fallback={<OfEntry />}>
    <Match when={useParams().register === drawShelf}>
      <Draws />
    </Match>
    <Match when={useParams().register === yearPlanShelf}>
      <YearPlans />
    </Match>
  </Switch>
)

const OfEntry = () => {
  const params = useParams<{ register: string; id: string }>()
  const register = useQuery(() => registerQueries.one(params.register))
  const found = useQuery(() => registerQueries.entry(params.register, params.id))
  usePage(() => (found.isSuccess ? `${found.data.number} ${found.data.name}` : t(w.registers)))
  const title = () => t(register.isSuccess ? register.data.title : w.registers)
  return (
    <div class="page narrow">
      <PrintHead />
      <p class="back">
        <a href={paths.register(params.register)}>{t(fill(w.backTo, { name: title() }))}</a>
      </p>
      <Answered found={found} what={w.loading} rows={6}>
        {(one) => (
          <Loaded
            register={register.isSuccess ? register.data : undefined}
            id={params.register}
            one={one()}
          />
        )}
      </Answered>
    </div>
  )
}

export default EntryPage
