// How does a list of plain rows stand in a table that can be scrolled?
import { For, type JSX, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Scroll } from './scroll.tsx'

/** `children` are its rows; each begins with a `<th scope="row">` where it has a name. `captioned`: its name stands above it. */
export const PlainTable = (props: {
  name: Text
  heads: readonly Text[]
  captioned?: boolean
  children: JSX.Element
}) => (
  <Scroll name={props.name}>
    <table class="plain-table">
      <Show when={props.captioned}>
        <caption>{t(props.name)}</caption>
      </Show>
      <thead>
        <tr>
          <For each={props.heads}>{(head) => <th scope="col">{t(head)}</th>}</For>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </Scroll>
)
