// How does a page look that stands on the shelf of the registers and is none: what there is, and a new one?
import { type Accessor, For, type JSX, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { usePage } from '../screen/page.ts'
import { Empty } from '../screen/states.tsx'
import { showTime } from '../screen/time.ts'
import './shelf.css'

type ShelfRow = { href: string; name: string; tags: Text[]; summary: Text }
type Made = { region: { name: Text }; by: string; at: string }
type List<One, Form> = { items: One[]; form: Form | null }

const Row = (props: { row: ShelfRow; made: Made }) => (
  <li class="block shelf-row">
    <a href={props.row.href}>{props.row.name}</a>
    <For each={props.row.tags}>{(tag) => <span class="tag">{t(tag)}</span>}</For>
    <span>{t(props.row.summary)}</span>
    <span class="muted">
      {t(props.made.region.name)} · {props.made.by} · {showTime(props.made.at)}
    </span>
  </li>
)

/** `overview`: what stands before the list; `children`: the form of a new one, for who may make one. */
export const Shelf = <One extends Made, Form>(props: {
  words: { title: Text; lead: Text; none: Text }
  found: Parameters<typeof Answered<List<One, Form>>>[0]['found']
  rowOf: (one: One) => ShelfRow
  overview?: (items: One[]) => JSX.Element
  children: (form: Accessor<NonNullable<Form>>) => JSX.Element
}) => {
  usePage(() => t(props.words.title))
  return (
    <div class="page narrow">
      <h1>{t(props.words.title)}</h1>
      <p class="lead">{t(props.words.lead)}</p>
      <Answered found={props.found} what={props.words.title} rows={5}>
        {(list) => (
          <>
            {props.overview?.(list().items)}
            <Show when={list().items.length > 0} fallback={<Empty summary={props.words.none} />}>
              <ul class="shelf-list">
                <For each={list().items}>{(one) => <Row row={props.rowOf(one)} made={one} />}</For>
              </ul>
            </Show>
            <Show when={list().form}>{(form) => props.children(form)}</Show>
          </>
        )}
      </Answered>
    </div>
  )
}
