// How did each item of an order stand when somebody looked, with what photos?
import { For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { FileView, ItemView } from '../../domain/views/answers/fact-views.ts'
import { t } from '../client/words.ts'
import { formWords as w } from '../screen/form-words.ts'
import { Files } from './files.tsx'
import './item-outcomes.css'

const Side = (props: { title: Text; files: FileView[] }) => (
  <Show when={props.files.length > 0}>
    <div>
      <p class="muted">{t(props.title)}</p>
      <Files files={props.files} />
    </div>
  </Show>
)

const ItemOutcomes = (props: { items: ItemView[] }) => (
  <ol class="item-outcomes">
    <For each={props.items}>
      {(one) => (
        <li class={one.passed ? 'passed' : 'failed'}>
          <span class="item-words">{one.item}</span>{' '}
          <b class="item-result">{`${one.passed ? '✓' : '✗'} ${t(one.words)}`}</b>
          <Show when={one.note}>{(note) => <p class="item-said">{note()}</p>}</Show>
          <Show when={one.before.length + one.after.length > 0}>
            <div class="item-sides">
              <Side title={w.before} files={one.before} />
              <Side title={one.attached ?? w.after} files={one.after} />
            </div>
          </Show>
        </li>
      )}
    </For>
  </ol>
)

export default ItemOutcomes
