// What waits in the office, and which of it is to be given to somebody else?
import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { TeamRow, TeamView } from '../../contract/supervision/team.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { CaseList, ListHead, type ListRow } from '../list/case-list.tsx'
import { useListKeys } from '../list/list-keys.ts'
import { listWords } from '../list/list-words.ts'
import { rememberOrder } from '../reading/list-order.ts'
import { useKeys } from '../screen/keys.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import type { BulkVerb } from './errand.ts'
import {
  asListRow,
  holderOfPool,
  keyOf,
  readAgain,
  type TeamFilter,
  type useTeam,
} from './reading.ts'
import { teamWords as w } from './words.ts'

/** The dialogue loads when somebody asks for it. */
const Bulk = lazy(() => import('./bulk.tsx'))

type Reading = ReturnType<typeof useTeam>
type Props = {
  reading: Reading
  filter: TeamFilter
  phone: boolean
  onHolder: (holder: string) => void
}

/** The row the reader stands on, and the rows marked with `x` or the mark. */
const usePlace = (rows: () => ListRow[], phone: () => boolean) => {
  const navigate = useNavigate()
  const [picked, setPicked] = createSignal<string | null>(null)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const current = createMemo(() => rows().find(({ key }) => key === picked()) ?? null)
  const open = (row: ListRow) => {
    rememberOrder(rows().map(({ caseId }) => caseId))
    navigate(paths.case(row.caseId))
  }
  const pick = (key: string) => {
    const row = rows().find((one) => one.key === key)
    setPicked(key)
    if (phone() && row) open(row)
  }
  const toggle = (key: string) => {
    const next = new Set(chosen())
    if (!next.delete(key)) next.add(key)
    setPicked(key)
    setChosen(next)
  }
  return {
    current,
    chosen,
    setChosen,
    setPicked,
    open,
    pick,
    toggle,
    clear: () => setChosen(new Set<string>()),
  }
}

/** The person or post that the queue is narrowed to, if it is. */
const nameOf = (view: TeamView | null, holder: string): string | null => {
  const pool = view?.pools.find(({ group }) => holderOfPool(group) === holder)
  if (pool) return t(fill(w.unclaimedAt, { post: t(pool.words) }))
  return view?.people.find(({ id }) => id === holder)?.name ?? null
}

const Chips = (props: {
  filter: TeamFilter
  view: TeamView | null
  onHolder: (holder: string) => void
}) => {
  const named = () => nameOf(props.view, props.filter.holder)
  const chips = () => [
    { holder: '', label: t(w.everybody) },
    { holder: 'none', label: t(w.pool) },
    { holder: 'stray', label: t(w.left) },
    ...(named() ? [{ holder: props.filter.holder, label: named() ?? '' }] : []),
  ]
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{t(w.filter)}</legend>
      <For each={chips()}>
        {(chip) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.filter.holder === chip.holder}
            onClick={() => props.onHolder(props.filter.holder === chip.holder ? '' : chip.holder)}
          >
            {chip.label}
          </button>
        )}
      </For>
    </fieldset>
  )
}

const Selection = (props: {
  n: number
  onReassign: () => void
  onUrge: () => void
  onClear: () => void
}) => (
  <Show when={props.n > 0}>
    <div class="selection-bar" role="status">
      <strong>{t(fill(listWords.chosen, { n: props.n }))}</strong>
      <button type="button" class="button small" onClick={() => props.onReassign()}>
        {t(w.reassign)}
      </button>
      <button type="button" class="button small" onClick={() => props.onUrge()}>
        {t(w.urge)}
      </button>
      <button type="button" class="button small quiet" onClick={() => props.onClear()}>
        {t(listWords.clear)}
      </button>
    </div>
  </Show>
)

const Rows = (
  props: Props & {
    rows: ListRow[]
    place: ReturnType<typeof usePlace>
    onKey: (event: KeyboardEvent) => void
  },
) => (
  <Switch fallback={<Skeleton rows={6} class="list-skeleton" />}>
    <Match when={props.reading.first.isError && props.rows.length === 0}>
      <Failure
        error={props.reading.first.error}
        what={w.title}
        onRetry={() => void props.reading.first.refetch()}
      />
    </Match>
    <Match when={props.reading.first.isSuccess && props.rows.length === 0}>
      <Empty summary={props.filter.holder ? listWords.noMatch : w.empty}>
        <Show when={props.filter.holder}>
          <button type="button" class="button" onClick={() => props.onHolder('')}>
            {t(listWords.clearFilters)}
          </button>
        </Show>
      </Empty>
    </Match>
    <Match when={props.rows.length > 0}>
      <ListHead />
      <CaseList
        rows={props.rows}
        total={props.reading.total()}
        label={t(w.queue)}
        current={props.place.current()?.key ?? null}
        chosen={props.place.chosen()}
        onCurrent={props.place.pick}
        onOpen={props.place.open}
        onMore={props.reading.more}
        onToggle={props.phone ? undefined : props.place.toggle}
        onKey={props.onKey}
      />
    </Match>
  </Switch>
)

/** Marks and verbs only where there is room to look before acting: a phone reads. */
const useBulk = (props: Props, place: ReturnType<typeof usePlace>) => {
  const [verb, setVerb] = createSignal<BulkVerb | null>(null)
  const chosen = createMemo((): TeamRow[] =>
    props.reading.items().filter((row) => place.chosen().has(keyOf(row))),
  )
  const begin = (wanted: BulkVerb) => {
    const current = place.current()
    if (place.chosen().size === 0 && current) place.setChosen(new Set([current.key]))
    if (place.chosen().size > 0 && !props.phone) setVerb(wanted)
  }
  useKeys({ t: () => begin('reassignments') })
  const close = (hasActed: boolean) => {
    setVerb(null)
    if (!hasActed) return
    place.clear()
    readAgain()
  }
  return { verb, chosen, begin, close }
}

export const Queue = (props: Props) => {
  const rows = createMemo(() => props.reading.items().map(asListRow))
  const place = usePlace(rows, () => props.phone)
  const bulk = useBulk(props, place)
  const { current, chosen, setPicked: setCurrent, setChosen, open } = place
  const keys = useListKeys({
    rows,
    current,
    chosen,
    setCurrent,
    setChosen: (next) => !props.phone && setChosen(next),
    open,
  })
  return (
    <section class="block team-queue" aria-labelledby="queue-title">
      <div class="team-queue-top">
        <h2 id="queue-title">{t(w.queue)}</h2>
        <span class="muted">{t(fill(listWords.total, { n: props.reading.total() }))}</span>
        <Chips filter={props.filter} view={props.reading.view()} onHolder={props.onHolder} />
        <Show when={!props.phone}>
          <span class="muted team-keys">{t(w.keys)}</span>
        </Show>
      </div>
      <Show when={props.reading.orderChanged()}>
        <button type="button" class="pill" aria-live="polite" onClick={readAgain}>
          {`${t(w.changed)} · ${t(words.refresh)}`}
        </button>
      </Show>
      <Show when={!props.phone}>
        <Selection
          n={place.chosen().size}
          onReassign={() => bulk.begin('reassignments')}
          onUrge={() => bulk.begin('urges')}
          onClear={place.clear}
        />
      </Show>
      <Rows {...props} rows={rows()} place={place} onKey={keys} />
      <Show when={bulk.verb()} keyed>
        {(verb) => (
          <Suspense>
            <Bulk
              verb={verb}
              rows={bulk.chosen()}
              people={props.reading.view()?.people ?? []}
              onClose={bulk.close}
            />
          </Suspense>
        )}
      </Show>
    </section>
  )
}
