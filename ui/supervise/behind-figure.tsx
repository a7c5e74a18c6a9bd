// How do the cases behind a figure stand in a list that is read page by page and shut again?
import { For, type JSX } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Paged, type PagesRead } from '../reading/paged.tsx'
import { Scroll } from '../screen/scroll.tsx'
import { Empty } from '../screen/states.tsx'
import { recomputeWords as w } from './recompute-words.ts'

/** So many are asked for at once. */
export const behindAtOnce = 50

/** `id` names the section and its style; `children` are the rows, `tools` the buttons above them. */
export const BehindFigure = (props: {
  id: string
  heading: string
  tools: JSX.Element
  pages: PagesRead & { total: () => number }
  what: Text
  name: Text
  columns: readonly Text[]
  empty: Text
  children: JSX.Element
}) => {
  const left = () => props.pages.total() - props.pages.items().length
  return (
    <section class={`block ${props.id}`} aria-labelledby={props.id}>
      <h2 id={props.id} tabindex="-1">
        {props.heading}
      </h2>
      {props.tools}
      <Paged
        pages={props.pages}
        what={props.what}
        rows={4}
        more={fill(w.more, { n: Math.min(behindAtOnce, left()) })}
        empty={<Empty summary={props.empty} />}
      >
        <Scroll name={props.name}>
          <table class="plain-table">
            <caption class="visually-hidden">{props.heading}</caption>
            <thead>
              <tr>
                <For each={props.columns}>{(words) => <th scope="col">{t(words)}</th>}</For>
              </tr>
            </thead>
            <tbody>{props.children}</tbody>
          </table>
        </Scroll>
      </Paged>
    </section>
  )
}
