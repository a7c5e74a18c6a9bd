// What was refused, and why?
import { For, Show } from 'solid-js'

/** The first says what, the others why. */
export const Mistakes = (props: { of: string[] }) => (
  <div role="alert">
    <Show when={props.of.length > 0}>
      <div class="mistake">
        <strong>{props.of[0]}</strong>
        <ul>
          <For each={props.of.slice(1)}>{(one) => <li>{one}</li>}</For>
        </ul>
      </div>
    </Show>
  </div>
)
