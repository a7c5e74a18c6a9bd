// What in the product holds these words?
import { useSearchParams } from '@solidjs/router'
import { createMemo, For, Match, onCleanup, Show, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { askSearch } from '../client/search.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintedFilter } from '../screen/printed-filter.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { type Group, groupsOf } from './choices.ts'
import { Marked } from './marked.tsx'
import './search.css'
import { searchWords as w } from './words.ts'

const most = 50
const pauseMs = 300

const Found = (props: { group: Group }) => (
  <section class="block">
    <h2>
      {t(props.group.title)} <span class="muted">{props.group.choices.length}</span>
    </h2>
    <ul class="found">
      <For each={props.group.choices}>
        {(choice) => (
          <li>
            <a href={choice.href} rel={choice.outside ? 'external' : undefined}>
              <Marked parts={choice.label} />
            </a>
            <small>{choice.detail}</small>
            <Show when={choice.line}>
              {(line) => (
                <small>
                  {t(w.inText)}
                  <Marked parts={line()} />
                </small>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
    <Show when={props.group.choices.length >= most}>
      <p class="muted">{t(fill(w.more, { n: most }))}</p>
    </Show>
  </section>
)

const Search = () => {
  const [search, setSearch] = useSearchParams()
  const q = () => (typeof search.q === 'string' ? search.q.trim().slice(0, 100) : '')
  const query = useQuery(() => ({
    queryKey: ['search', q(), most],
    queryFn: () => askSearch(q(), most),
    enabled: q() !== '',
  }))
  const groups = createMemo(() =>
    query.isSuccess ? groupsOf(query.data).filter(({ choices }) => choices.length > 0) : [],
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const type = (value: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => setSearch({ q: value.trim() || null }, { replace: true }), pauseMs)
  }
  onCleanup(() => clearTimeout(timer))
  usePage(() => t(w.title))
  return (
    <div class="page narrow search-page">
      <h1>{t(w.title)}</h1>
      <PrintedFilter summary={[q()]} />
      <p>
        <input
          data-search
          type="search"
          class="search"
          maxLength={100}
          aria-label={t(w.label)}
          placeholder={t(w.hint)}
          value={q()}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </p>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={q() === ''}>
          <Empty summary={w.ask} />
        </Match>
        <Match when={query.isError}>
          <Failure error={query.error} what={w.results} onRetry={() => void query.refetch()} />
        </Match>
        <Match when={query.isSuccess && groups().length === 0}>
          <Empty summary={w.nothing} />
        </Match>
        <Match when={groups().length > 0}>
          <For each={groups()}>{(group) => <Found group={group} />}</For>
        </Match>
      </Switch>
    </div>
  )
}

export default Search
