// How does one entry stand, and who has changed what in it since when?
import { useParams, useSearchParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { EntryView, RegisterView } from '../../contract/registers/registers.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'
import { ChangeCard } from './change-card.tsx'
import { registerQueries } from './reading.ts'
import { FieldValue } from './value.tsx'
import { registerWords as w } from './words.ts'
import '../form/fields.css'
import './registers.css'

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
      <Changes register={props.id} one={props.one} />
    </>
  )
}

const EntryPage = () => {
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
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={found.isError && !found.data}>
          <Failure error={found.error} what={w.loading} onRetry={() => void found.refetch()} />
        </Match>
        <Match when={found.isSuccess && found.data}>
          {(one) => (
            <Loaded
              register={register.isSuccess ? register.data : undefined}
              id={params.register}
              one={one()}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default EntryPage
