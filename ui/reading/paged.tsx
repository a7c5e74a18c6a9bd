// What stands in the place of a long list until its first page has come, when that failed, when there is none, and below it?
import { type JSX, Match, Show, Switch } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import type { usePages } from './pages.ts'

/** What of a list read page by page does not ask what its rows are. */
export type PagesRead = Pick<ReturnType<typeof usePages<unknown>>, 'items' | 'next' | 'more'> & {
  first: { isSuccess: boolean; isError: boolean; error: unknown; refetch: () => unknown }
}

/** `rows`: how tall the list will be, roughly; `class` is that of the grey lines. `more` is called so where there is another page. */
export const Paged = (props: {
  pages: PagesRead
  what: Text
  rows: number
  class?: string
  more: Text
  empty: JSX.Element
  children: JSX.Element
}) => (
  <Switch fallback={<Skeleton rows={props.rows} class={props.class ?? ''} />}>
    <Match when={props.pages.first.isError && props.pages.items().length === 0}>
      <Failure
        error={props.pages.first.error}
        what={props.what}
        onRetry={() => void props.pages.first.refetch()}
      />
    </Match>
    <Match when={props.pages.items().length > 0}>
      {props.children}
      <Show when={props.pages.next()}>
        <button type="button" class="button" onClick={props.pages.more}>
          {t(props.more)}
        </button>
      </Show>
    </Match>
    <Match when={props.pages.first.isSuccess}>{props.empty}</Match>
  </Switch>
)

/** There is none at all, or none that fits what is sought, which can be taken back. */
export const NoneFound = (props: {
  filtered: boolean
  words: Record<'none' | 'empty' | 'clear', Text>
  onClear: () => void
}) => (
  <Empty summary={props.filtered ? props.words.empty : props.words.none}>
    <Show when={props.filtered}>
      <button type="button" class="button" onClick={() => props.onClear()}>
        {t(props.words.clear)}
      </button>
    </Show>
  </Empty>
)
