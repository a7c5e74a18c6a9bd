// Which entries wait, one below the other?
import { For, Show } from 'solid-js'
import { paths } from '../client/paths.ts'
import type { OutboxEntry } from './entry.ts'
import WaitingBody from './waiting.tsx'

/** `about`: each names its case. */
export const WaitingList = (props: { entries: OutboxEntry[]; about?: boolean }) => (
  <ol class="outbox-list">
    <For each={props.entries}>
      {(entry) => (
        <li>
          <Show when={props.about}>
            <p>
              <a href={paths.case(entry.caseId)}>{entry.about}</a>
            </p>
          </Show>
          <WaitingBody entry={entry} />
        </li>
      )}
    </For>
  </ol>
)
