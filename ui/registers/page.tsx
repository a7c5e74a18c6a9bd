// Which entries does a register hold, and what waits to be confirmed in it?
import { useParams, useSearchParams } from '@solidjs/router'
import { createSignal, For, lazy, Match, Show, Switch } from 'solid-js'
import type { EntryRow, RegisterView } from '../../contract/registers/registers.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { paths } from '../client/paths.ts'
import { type EntriesSought, registersApi } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { drawShelf } from '../draws/addresses.ts'
import { paymentShelf } from '../payments/addresses.ts'
import { Answered } from '../reading/answered.tsx'
import { NoneFound, Paged } from '../reading/paged.tsx'
import { usePages } from '../reading/pages.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { PrintedFilter } from '../screen/printed-filter.tsx'
import { yearPlanShelf } from '../year-plans/addresses.ts'
import { Filters } from './filters.tsx'
import { everyEntry, registerQueries } from './reading.ts'
import { Waiting } from './waiting.tsx'
import { registerWords as w } from './words.ts'
import '../form/fields.css'
import './registers.css'

const Row = (props: { register: RegisterView; row: EntryRow }) => {
  const me = useMe()
  const isLate = () =>
    props.row.due !== null && !props.row.over && props.row.due < civilDate(me().now)
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
        {(due) => (
          <td data-label={t(due())}>
            {props.row.due}
            <Show when={props.row.dueFor}>
              {(label) => <span class="muted register-line">{t(label())}</span>}
            </Show>
            <Show when={isLate()}>
              <strong class="register-late register-line">▲ {t(w.late)}</strong>
            </Show>
          </td>
        )}
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
      <Paged
        pages={pages}
        what={w.loading}
        rows={8}
        more={w.more}
        empty={<NoneFound filtered={filtered()} words={w} onClear={() => setSought(everyEntry)} />}
      >
        <Table register={props.register} rows={pages.items()} />
      </Paged>
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
      <Answered found={found} what={w.loadingRegister} rows={8}>
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
      </Answered>
    </div>
  )
}

/** Draws by lot, yearly plans and what differs of the money stand on the same shelf and are no registers. */
const Draws = lazy(() => import('../draws/page.tsx'))
const YearPlans = lazy(() => import('../year-plans/page.tsx'))
const Payments = lazy(() => import('../payments/page.tsx'))

/** Each register has a page of its own: a filter of one means nothing in another. */
const RegisterPage = () => (
  <Show when={useParams().register} keyed>
    {(id) => (
      <Switch fallback={<OfRegister id={id} />}>
        <Match when={id === drawShelf}>
          <Draws />
        </Match>
        <Match when={id === yearPlanShelf}>
          <YearPlans />
        </Match>
        <Match when={id === paymentShelf}>
          <Payments />
        </Match>
      </Switch>
    )}
  </Show>
)

export default RegisterPage
