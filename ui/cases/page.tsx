// Which cases lie in this person's scope, and how is one found?
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { CaseRow } from '../../contract/case/lists.ts'
import { fill } from '../../domain/language/words.ts'
import { caseApi } from '../client/case/cases.ts'

import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import type { QuickFilter } from '../list/additions.ts'
import { CaseList, ListHead, type ListRow } from '../list/case-list.tsx'
import { leaveFor, placeAmong, useListKeys } from '../list/list-keys.ts'
import { listWords as w } from '../list/list-words.ts'
import { placeWords } from '../places/place-words.ts'
import { firstProcess, screensOf } from '../processes.ts'
import { usePages } from '../reading/pages.ts'
import { pageSize, queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintedFilter } from '../screen/printed-filter.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'

/** Few take the list along: what that needs comes when the list stands. */
const ExportMenu = lazy(() => import('../list/export-menu.tsx'))
const SavedFilters = lazy(() => import('../list/saved-filters.tsx'))

const asRow = (row: CaseRow): ListRow => ({
  key: row.id,
  caseId: row.id,
  number: row.number,
  title: row.title,
  enterprise: row.enterprise,
  place: t(row.region),
  step: row.state,
  level: row.level,
  due: row.status === 'open' ? row.due : null,
  unread: false,
})

const useCases = (search: () => { q: string | undefined; process: string | undefined }) =>
  usePages<CaseRow>(() => ({
    key: ['cases', search().q ?? '', search().process ?? ''],
    read: (cursor) => caseApi.cases({ ...search(), limit: pageSize, cursor }),
  }))

/** Chips that the chosen process adds; with one process known, it is the chosen one. */
const useChips = (process: () => string | undefined) => {
  const known = useQuery(() => ({
    queryKey: ['list', process()],
    queryFn: async () => (await screensOf(process()))?.list ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return () => (known.isSuccess ? (known.data?.quickFilters ?? []) : [])
}

type SearchProps = {
  q: string
  process: string
  onSearch: (q: string) => void
  onProcess: (id: string) => void
}

const Search = (props: SearchProps) => {
  const list = useQuery(queries.processes)
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (value: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => props.onSearch(value.trim()), 300)
  }
  return (
    <>
      <input
        data-search
        type="search"
        class="search"
        aria-label={t(w.searchLabel)}
        placeholder={t(w.searchHint)}
        value={props.q}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Show when={list.isSuccess && list.data.items.length > 1 && list.data.items}>
        {(items) => (
          <select
            aria-label={t(w.processLabel)}
            onChange={(event) => props.onProcess(event.currentTarget.value)}
          >
            <option value="">{t(w.allProcesses)}</option>
            <For each={items()}>
              {(one) => (
                <option value={one.id} selected={props.process === one.id}>
                  {t(one.title)}
                </option>
              )}
            </For>
          </select>
        )}
      </Show>
    </>
  )
}

const Chips = (props: {
  chips: QuickFilter[]
  chosen: string | null
  items: CaseRow[]
  onChoose: (id: string | null) => void
}) => (
  <fieldset class="chips">
    <legend class="visually-hidden">{t(w.levelLabel)}</legend>
    <For each={props.chips}>
      {(chip) => (
        <button
          type="button"
          class="chip"
          aria-pressed={props.chosen === chip.id}
          onClick={() => props.onChoose(props.chosen === chip.id ? null : chip.id)}
        >
          {t(chip.words)} <span class="count">{props.items.filter(chip.passes).length}</span>
        </button>
      )}
    </For>
  </fieldset>
)

const text = (value: string | string[] | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined

/** What is sought, which chip is pressed, and the rows that remain. */
const useSearch = () => {
  const [search, setSearch] = useSearchParams()
  const sought = createMemo(() => ({ q: text(search.q), process: text(search.process) }))
  const cases = useCases(sought)
  const chips = useChips(() => sought().process ?? firstProcess)
  const [chip, setChip] = createSignal<string | null>(null)
  const rows = createMemo(() => {
    const chosen = chips().find((one) => one.id === chip())
    return cases
      .items()
      .filter((row) => !chosen || chosen.passes(row))
      .map(asRow)
  })
  const clear = () => {
    setChip(null)
    setSearch({ q: null, process: null })
  }
  const filtered = () =>
    chip() !== null || sought().q !== undefined || sought().process !== undefined
  const seek = (part: { q?: string | null; process?: string | null }) => setSearch(part)
  const query = () =>
    Object.fromEntries(
      Object.entries(sought()).filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
  const list = useQuery(queries.processes)
  const summary = () => {
    const title = list.isSuccess && list.data.items.find(({ id }) => id === sought().process)?.title
    const pressed = chips().find((one) => one.id === chip())
    return [sought().q, title ? t(title) : null, pressed ? t(pressed.words) : null]
  }
  return { sought, query, summary, seek, cases, chips, chip, setChip, rows, clear, filtered }
}

const Cases = () => {
  const navigate = useNavigate()
  const { sought, query, summary, seek, cases, chips, chip, setChip, rows, clear, filtered } =
    useSearch()
  const [picked, setPicked] = createSignal<string | null>(null)
  const current = createMemo(
    () => rows().find((row) => row.key === picked()) ?? placeAmong(rows()) ?? null,
  )
  const open = (row: ListRow) => {
    leaveFor(row, rows())
    navigate(paths.case(row.caseId))
  }
  const pick = (key: string) => {
    const row = rows().find((one) => one.key === key)
    if (row) open(row)
  }
  const onKey = useListKeys({
    rows,
    current,
    chosen: () => new Set<string>(),
    setCurrent: setPicked,
    setChosen: () => undefined,
    open,
  })
  usePage(() => t(placeWords.cases))
  return (
    <div class="inbox">
      <section class="inbox-list" aria-labelledby="cases-title">
        <header class="list-top">
          <h1 id="cases-title">{t(placeWords.cases)}</h1>
          <span class="muted">
            {cases.first.isSuccess ? t(fill(w.total, { n: cases.total() })) : ''}
          </span>
        </header>
        <div class="toolbar">
          <Search
            q={sought().q ?? ''}
            process={sought().process ?? ''}
            onSearch={(q) => seek({ q: q || null })}
            onProcess={(id) => seek({ process: id || null })}
          />
          <Chips chips={chips()} chosen={chip()} items={cases.items()} onChoose={setChip} />
          <Suspense>
            <SavedFilters
              list="cases"
              query={query()}
              onUse={(kept) => seek({ q: null, process: null, ...kept })}
            />
            <ExportMenu list="cases" sought={sought()} chips={chip() !== null} />
          </Suspense>
        </div>
        <PrintedFilter
          summary={summary()}
          rows={{ rowCount: rows().length, total: chip() ? rows().length : cases.total() }}
        />
        <Switch fallback={<Skeleton rows={9} class="list-skeleton" />}>
          <Match when={cases.first.isError && cases.items().length === 0}>
            <Failure
              error={cases.first.error}
              what={placeWords.cases}
              onRetry={() => void cases.first.refetch()}
            />
          </Match>
          <Match when={cases.first.isSuccess && rows().length === 0}>
            <Empty summary={filtered() ? w.noMatch : w.emptyCases}>
              <Show when={filtered()}>
                <button type="button" class="button" onClick={clear}>
                  {t(w.clearFilters)}
                </button>
              </Show>
            </Empty>
          </Match>
          <Match when={rows().length > 0}>
            <ListHead />
            <CaseList
              rows={rows()}
              total={chip() ? rows().length : cases.total()}
              label={t(placeWords.cases)}
              current={current()?.key ?? null}
              chosen={new Set<string>()}
              onCurrent={pick}
              onOpen={open}
              onMore={cases.more}
              onKey={onKey}
            />
          </Match>
        </Switch>
      </section>
    </div>
  )
}

export default Cases
