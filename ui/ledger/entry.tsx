// What does one entry of the ledger say, what did it say before, and which case came of it?
import { For, Show } from 'solid-js'
import type { LedgerRow, SelfCheck } from '../../contract/self-check/self-checks.ts'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { processes } from '../processes.ts'
import { Files } from '../record/files.tsx'
import { useMe } from '../screen/me.ts'
import { showDate, showStamp } from '../screen/time.ts'
import { ledgerWords as w } from './words.ts'

const Body = (props: { entry: SelfCheck }) => (
  <>
    <dl class="summary">
      <div>
        <dt>{t(w.checked)}</dt>
        <dd class="lines">{props.entry.checked}</dd>
      </div>
      <div>
        <dt>{t(w.found)}</dt>
        <dd>
          <Show
            when={props.entry.found.length > 0}
            fallback={<span class="muted">{t(w.nothing)}</span>}
          >
            <ol class="found">
              <For each={props.entry.found}>{(item) => <li>{item}</li>}</For>
            </ol>
          </Show>
        </dd>
      </div>
      <Show when={props.entry.note}>
        {(note) => (
          <div>
            <dt>{t(w.note)}</dt>
            <dd class="lines">{note()}</dd>
          </div>
        )}
      </Show>
      <Show when={props.entry.photos.length > 0}>
        <div>
          <dt>{t(w.photos)}</dt>
          <dd>
            <Files files={props.entry.photos} />
          </dd>
        </div>
      </Show>
    </dl>
    <p class="muted">{t(fill(w.by, { name: props.entry.by, time: showStamp(props.entry.at) }))}</p>
  </>
)

const Cases = (props: { row: LedgerRow }) => (
  <Show when={props.row.cases.length > 0}>
    <p>
      {t(w.reported)}{' '}
      <For each={props.row.cases}>
        {({ id, number }) => (
          <a class="linked" href={paths.case(id)}>
            {number}
          </a>
        )}
      </For>
    </p>
  </Show>
)

/** `onCorrect` is there for the enterprise's own people only. */
export const Entry = (props: { row: LedgerRow; onCorrect: (() => void) | null }) => {
  const me = useMe()
  return (
    <li class="entry block">
      <header class="entry-head">
        <h2>
          <time datetime={props.row.day}>{showDate(props.row.day)}</time> · {props.row.place}
        </h2>
        <span class={`tag ${props.row.found.length > 0 ? '' : 'dashed'}`}>
          {t(props.row.found.length > 0 ? fill(w.count, { n: props.row.found.length }) : w.nothing)}
        </span>
      </header>
      <Show when={!me().enterprise}>
        <p class="entry-enterprise">{props.row.enterprise.name}</p>
      </Show>
      <Body entry={props.row} />
      <Cases row={props.row} />
      <Show when={props.onCorrect}>
        {(correct) => (
          <p class="entry-acts print-hidden">
            <Show when={props.row.found.length > 0}>
              <For each={me().starts.filter((id) => processes[id]?.fromLedger)}>
                {(id) => (
                  <a class="button small" href={paths.report(id, props.row.id)}>
                    {t(w.report)}
                  </a>
                )}
              </For>
            </Show>
            <button type="button" class="button small quiet" onClick={() => correct()()}>
              {t(w.correct)}
            </button>
          </p>
        )}
      </Show>
      <Show when={props.row.earlier.length > 0}>
        <details>
          <summary>{t(fill(w.earlier, { n: props.row.earlier.length }))}</summary>
          <For each={props.row.earlier}>
            {(entry) => (
              <div class="entry-before">
                <p>
                  <strong>{showDate(entry.day)}</strong> · {entry.place}
                </p>
                <Body entry={entry} />
              </div>
            )}
          </For>
        </details>
      </Show>
    </li>
  )
}
