// Which entries does a register hold, and what waits to be confirmed in it?
import { useParams, useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { EntryRow, RegisterView } from '../../contract/registers/registers.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { type EntriesSought, registersApi } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { usePages } from '../reading/pages.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintedFilter } from '../screen/printed-filter.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { Filters } from './filters.tsx'
import { everyEntry, registerQueries } from './reading.ts'
import { Waiting } from './waiting.tsx'
import { registerWords as w } from './words.ts'
import '../form/fields.css'
import './registers.css'

const Row = (props: { register: RegisterView; row: EntryRow }) => {
  const columnText = (name: string) => props.row.columns.find((one) => one.name === name)?.value
  return (
    <tr>
      <th scope="row">
        <a href={paths.registerEntry(props.register.id, props.row.id)}>{props.row.number}</a>
        <span class="register-line">{props.row.name}</span>
      </th>
      <td data-label={t(w.region)}>
        {t(props.row.region)}
        <Show when={props.row.owner}>
          {(owner) => <span class="muted register-line">{owner()}</span>}
        </Show>
      </td>
      <For each={props.register.columns}>
        {(column) => (
          <td data-label={t(column.label)}>
            {columnText(column.name) ? t(columnText(column.name)!) : ''}
          </td>
        )}
      </For>
      <Show when={props.register.due}>
        {(due) => <td data-label={t(due())}>{props.row.due}</td>}
      </Show>
      <td data-label={t(w.standing)}>
        <span class={`tag ${props.row.over ? 'dashed' : ''}`}>{t(props.row.words)}</span>
      </td>
    </tr>
  )
}

const Table = (props: { register: RegisterView; rows: EntryRow[] }) => {
  const heads = (): Text[] => {
    const { columns, due } = props.register
    return [
      w.number,
      w.region,
      ...columns.map(({ label }) => label),
      ...(due ? [due] : []),
      w.standing,
    ]
  }
  return (
    <table class="register-table">
      <thead>
        <tr>
          <For each={heads()}>{(head) => <th scope="col">{t(head)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>{(row) => <Row register={props.register} row={row} />}</For>
      </tbody>
    </table>
  )
}

const filterTexts = (
  { standings, regions, due }: RegisterView,
  sought: EntriesSought,
): string[] => {
  const standing = standings.find(({ name }) => name === sought.standing)
  const region = regions.find(({ code }) => code === sought.region)
  return [
    sought.q,
    standing ? t(standing.words) : '',
    region ? t(region.name) : '',
    due && sought.within ? `${t(due)} ${t(fill(w.months, { n: sought.within }))}` : '',
  ]
}

const Entries = (props: { register: RegisterView }) => {
  const [sought, setSought] = createSignal(everyEntry)
  const pages = usePages<EntryRow>(() => ({
    key: ['register', props.register.id, 'entries', sought()],
    read: async (cursor) => ({
      ...(await registersApi.entries(props.register.id, sought(), cursor)),
      revision: 0,
    }),
  }))
  const filtered = () => JSON.stringify(sought()) !== JSON.stringify(everyEntry)
  return (
    <>
      <PrintedFilter
        summary={filterTexts(props.register, sought())}
        rows={{ rowCount: pages.items().length, total: pages.total() }}
      />
      <Filters register={props.register} sought={sought()} onSeek={setSought} />
      <div class="register-bar">
        <span class="muted" role="status">
          {t(fill(w.count, { n: pages.total() }))}
        </span>
        <button type="button" class="button quiet print-button" onClick={() => window.print()}>
          {t(w.print)}
        </button>
      </div>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={pages.first.isError && !pages.first.data}>
          <Failure
            error={pages.first.error}
            what={w.loading}
            onRetry={() => void pages.first.refetch()}
          />
        </Match>
        <Match when={pages.first.isSuccess && pages.items().length === 0}>
          <Empty summary={filtered() ? w.empty : w.none}>
            <Show when={filtered()}>
              <button type="button" class="button" onClick={() => setSought(everyEntry)}>
                {t(w.clear)}
              </button>
            </Show>
          </Empty>
        </Match>
        <Match when={pages.items().length > 0}>
          <Table register={props.register} rows={pages.items()} />
          <Show when={pages.items().length < pages.total()}>
            <button type="button" class="button" onClick={pages.more}>
              {t(w.more)}
            </button>
          </Show>
        </Match>
      </Switch>
    </>
  )
}

const OfRegister = (props: { id: string }) => {
  const [search] = useSearchParams()
  const found = useQuery(() => registerQueries.one(props.id))
  usePage(() => t(found.isSuccess ? found.data.title : w.registers))
  return (
    <div class="page">
      <p class="back">
        <a href={paths.registers}>{t(w.back)}</a>
      </p>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={found.isError && !found.data}>
          <Failure
            error={found.error}
            what={w.loadingRegister}
            onRetry={() => void found.refetch()}
          />
        </Match>
        <Match when={found.isSuccess && found.data}>
          {(register) => (
            <>
              <h1>{t(register().title)}</h1>
              <p class="lead">{t(register().summary)}</p>
              <p class="muted">{t(fill(w.basis, { basis: register().basis }))}</p>
              <Show when={search.proposed}>
                <p class="notice" role="status">
                  {t(w.proposed)}
                </p>
              </Show>
              <Show when={register().form.length > 0}>
                <p>
                  <a class="button primary" href={paths.newRegisterEntry(register().id)}>
                    {t(w.propose)}
                  </a>
                </p>
              </Show>
              <Waiting register={register().id} />
              <Entries register={register()} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** Each register has a page of its own: a filter of one means nothing in another. */
const RegisterPage = () => (
  <Show when={useParams().register} keyed>
    {(id) => <OfRegister id={id} />}
  </Show>
)

export default RegisterPage
