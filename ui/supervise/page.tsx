// Who will be late, and who has been notified? (S10)
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { fill } from '../../domain/language/words.ts'
import '../list/case-list.css'
import { paths } from '../client/paths.ts'
import type { WallFilters } from '../client/supervision.ts'
import { t } from '../client/words.ts'
import { useListKeys } from '../list/list-keys.ts'
import { listWords } from '../list/list-words.ts'
import { choiceOf } from '../reading/choice.ts'
import { rememberOrder } from '../reading/list-order.ts'
import { useKeys } from '../screen/keys.ts'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { tableWords } from '../screen/table-words.ts'
import { useMedia } from '../screen/width.ts'
import { ActingFrom, useActing } from './acting.tsx'
import { Filters } from './filters.tsx'
import { useWall } from './reading.ts'
import { SuperviseTabs } from './tabs.tsx'
import { UnreachableLine } from './unreachable.tsx'
import { Wall } from './wall.tsx'
import './wall.css'
import './marks.css'
import { superviseWords as w } from './words.ts'

const WallTable = lazy(async () => ({ default: (await import('./table.tsx')).WallTable }))
/** Only phones show it. */
const LateList = lazy(async () => ({ default: (await import('./late-list.tsx')).LateList }))

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
const nothing: WallFilters = { process: '', region: '', level: '', late: '' }

/** The filters stand in the address; a phone lists only what is late. */
const useFilters = () => {
  const [search, setSearch] = useSearchParams()
  const phone = useMedia('(max-width: 800px)')
  const filters = createMemo<WallFilters>(
    () => ({
      process: text(search.process),
      region: text(search.region),
      level: choiceOf(['1', '2', '3', '4'], search.level) ?? '',
      late: phone() || search.late === '1' ? '1' : '',
    }),
    nothing,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const filtered = () =>
    JSON.stringify(filters()) !== JSON.stringify({ ...nothing, late: phone() ? '1' : '' })
  return {
    filters,
    phone,
    filtered,
    set: (part: Partial<WallFilters>) => setSearch(part),
    clear: () => setSearch(nothing),
  }
}

/** The lane the reader stands on, moved by `j` and `k`, opened by Enter. */
const usePlace = (lanes: () => WallLane[]) => {
  const navigate = useNavigate()
  const [picked, setPicked] = createSignal<string | null>(null)
  const open = ({ caseId }: { caseId: string }) => {
    rememberOrder(lanes().map((lane) => lane.caseId))
    navigate(paths.case(caseId, 'clocks'))
  }
  const rows = createMemo(() =>
    lanes().map(({ caseId, number, title, enterprise, region, state, level, due }) => ({
      key: caseId,
      caseId,
      number,
      title,
      enterprise,
      level,
      due,
      place: t(region),
      step: state,
      unread: false,
    })),
  )
  const current = createMemo(() => rows().find(({ key }) => key === picked()) ?? null)
  const chosen = () => new Set<string>()
  const onKey = useListKeys({
    rows,
    current,
    chosen,
    setCurrent: setPicked,
    setChosen: () => undefined,
    open,
  })
  const act = useActing()
  const here = () => lanes().find(({ caseId }) => caseId === current()?.key)
  useKeys({ a: () => here() && act(here()!) })
  return { current: () => current()?.key ?? null, open, onKey }
}

const Resort = (props: { orderChanged: boolean; onResort: () => void }) => (
  <Show when={props.orderChanged}>
    <button type="button" class="pill" aria-live="polite" onClick={() => props.onResort()}>
      {`${t(w.orderChanged)} · ${t(w.resort)}`}
    </button>
  </Show>
)

const Nothing = (props: { late: boolean; filtered: boolean; onClear: () => void }) => (
  <Empty summary={props.filtered ? listWords.noMatch : props.late ? w.noneLate : w.empty}>
    <Show when={props.filtered}>
      <button type="button" class="button" onClick={() => props.onClear()}>
        {t(listWords.clearFilters)}
      </button>
    </Show>
  </Empty>
)

type Reading = { wall: ReturnType<typeof useWall>; phone: boolean; table: boolean }

const WallSheet = (props: Reading) => {
  const place = usePlace(props.wall.lanes)
  return (
    <Switch
      fallback={
        <Wall
          lanes={props.wall.lanes()}
          total={props.wall.total()}
          current={place.current()}
          gone={props.wall.gone}
          onOpen={place.open}
          onMore={props.wall.more}
          onKey={place.onKey}
        />
      }
    >
      <Match when={props.phone}>
        <Suspense>
          <LateList
            lanes={props.wall.lanes()}
            total={props.wall.total()}
            onMore={props.wall.more}
          />
        </Suspense>
      </Match>
      <Match when={props.table}>
        <Suspense>
          <WallTable lanes={props.wall.lanes()} />
        </Suspense>
      </Match>
    </Switch>
  )
}

const Top = (props: { total: number; phone: boolean; table: boolean; onTable: () => void }) => (
  <header class="list-top">
    <h1 id="wall-title">{t(w.title)}</h1>
    <span class="muted">{t(fill(w.total, { n: props.total }))}</span>
    <span class="muted sorted">{t(w.sorted)}</span>
    <Show when={!props.phone}>
      <span class="muted wall-keys">{t(w.keys)}</span>
      <button type="button" class="button small wall-twin" onClick={() => props.onTable()}>
        {t(props.table ? tableWords.asPicture : tableWords.asTable)}
      </button>
    </Show>
  </header>
)

const Clocks = () => {
  const { filters, phone, filtered, set, clear } = useFilters()
  const wall = useWall(filters)
  const [table, setTable] = createSignal(false)
  usePage(() => t(w.title))
  return (
    <section class="supervise" aria-labelledby="wall-title">
      <SuperviseTabs here={paths.clocks} />
      <Top
        total={wall.total()}
        phone={phone()}
        table={table()}
        onTable={() => setTable(!table())}
      />
      <PrintHead />
      <Filters filters={filters()} phone={phone()} onChange={set} />
      <UnreachableLine />
      <Resort orderChanged={wall.orderChanged()} onResort={wall.resort} />
      <Switch fallback={<Skeleton rows={9} class="list-skeleton" />}>
        <Match when={wall.query.isError && wall.lanes().length === 0}>
          <Failure
            error={wall.query.error}
            what={w.title}
            onRetry={() => void wall.query.refetch()}
          />
        </Match>
        <Match when={wall.query.isSuccess && wall.total() === 0}>
          <Nothing late={filters().late === '1'} filtered={filtered()} onClear={clear} />
        </Match>
        <Match when={wall.lanes().length > 0}>
          <ActingFrom onDone={() => void wall.query.refetch()}>
            <WallSheet wall={wall} phone={phone()} table={table()} />
          </ActingFrom>
        </Match>
      </Switch>
    </section>
  )
}

export default Clocks
