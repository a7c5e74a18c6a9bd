// How do things stand in a table of the incident room, each with the button that gives an order?
import { For, type JSX } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'

/** `children` are its rows; `action` names the column of the buttons, which is not printed. */
export const OrderTable = (props: {
  class: string
  heads: readonly Text[]
  action: Text
  children: JSX.Element
}) => (
  <div class="scroll-x">
    <table class={props.class}>
      <thead>
        <tr>
          <For each={props.heads}>{(head) => <th scope="col">{t(head)}</th>}</For>
          <th scope="col" class="print-hidden">
            <span class="visually-hidden">{t(props.action)}</span>
          </th>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </div>
)
