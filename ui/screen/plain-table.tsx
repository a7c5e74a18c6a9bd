// How does a list of plain rows stand in a table that can be scrolled?
import { For, type JSX } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Scroll } from './scroll.tsx'

/** `children` are its rows; each begins with a `<th scope="row">` where it has a name. */
export const PlainTable = (props: {
  name: Text
  heads: readonly Text[]
  children: JSX.Element
}) => (
  <Scroll name={props.name}>
    <table class="plain-table">
      <thead>
        <tr>
          <For each={props.heads}>{(head) => <th scope="col">{t(head)}</th>}</For>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </Scroll>
)
