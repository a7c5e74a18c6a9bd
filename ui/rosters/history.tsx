// Which versions has a month had, and what did each change?
import { For, Show } from 'solid-js'
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { showMoment } from '../screen/time.ts'
import { shiftText } from './days.ts'
import { decisionWords, rosterWords as w } from './words.ts'

type Version = RosterMonthView['history'][number]

const Changes = (props: { of: Version['changes'] }) => (
  <Show when={props.of.length > 0}>
    <details>
      <summary>{t(fill(w.changes, { n: props.of.length }))}</summary>
      <ul>
        <For each={props.of}>
          {(one) => (
            <li>
              {t(
                fill(w.changeLine, {
                  shift: shiftText(one),
                  before: one.before || t(w.nobody),
                  after: one.after || t(w.nobody),
                }),
              )}
            </li>
          )}
        </For>
      </ul>
    </details>
  </Show>
)

export const History = (props: { versions: Version[] }) => (
  <ol class="roster-history">
    <For each={props.versions}>
      {(one) => (
        <li>
          <strong>{t(fill(w.version, { n: one.version }))}</strong>{' '}
          <span>{t(fill(w.by, { name: one.enteredBy, time: showMoment(one.enteredAt) }))}</span>{' '}
          <Show when={one.decision}>
            {(decision) => (
              <span>
                {`${t(decisionWords[decision()])}: ${t(
                  fill(w.by, { name: one.decidedBy ?? '', time: showMoment(one.decidedAt ?? '') }),
                )}`}
              </span>
            )}
          </Show>
          <Show when={one.reason || one.decisionReason}>
            <p class="muted">{[one.reason, one.decisionReason].filter(Boolean).join(' · ')}</p>
          </Show>
          <Changes of={one.changes} />
        </li>
      )}
    </For>
  </ol>
)
