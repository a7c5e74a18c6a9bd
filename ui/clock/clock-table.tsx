// What do the clock lanes say in words and numbers?
import { For, Show } from 'solid-js'
import { channelWords, standingWords } from '../../domain/calls/channels.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { ClockView, EscalationLevelView, Recipient } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { showDate, showMoment } from '../screen/time.ts'
import { statusWord, clockWords as w } from './clock-words.ts'
import { dueWords } from './due-words.ts'

const channelOf = ({ how }: Recipient): Text =>
  how === 'inbox' ? w.byInbox : how === 'mail' ? w.byMail : channelWords[how]

const outcomeOf = ({ call, delivered }: Recipient): Text =>
  call ? standingWords[call] : delivered ? w.delivered : w.notDelivered

const Recipients = (props: { escalationLevel: EscalationLevelView }) => (
  <ul class="bare-list">
    <For each={props.escalationLevel.recipients}>
      {(one) => (
        <li>
          {one.name} · {t(channelOf(one))} · {showMoment(one.at)} · {t(outcomeOf(one))}
        </li>
      )}
    </For>
  </ul>
)

const EscalationLevels = (props: { escalationLevels: EscalationLevelView[] }) => (
  <Scroll name={w.escalationLevels}>
    <table class="plain-table">
      <caption>{t(w.escalationLevels)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(w.escalationLevel)}</th>
          <th scope="col">{t(w.status)}</th>
          <th scope="col">{t(w.planned)}</th>
          <th scope="col">{t(w.fired)}</th>
          <th scope="col">{t(w.acknowledged)}</th>
          <th scope="col">{t(w.notified)}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.escalationLevels}>
          {(escalationLevel) => (
            <tr>
              <th scope="row">{t(escalationLevel.words)}</th>
              <td>{t(statusWord(escalationLevel.status))}</td>
              <td>{showMoment(escalationLevel.plannedAt)}</td>
              <td>{escalationLevel.firedAt ? showMoment(escalationLevel.firedAt) : '–'}</td>
              <td>
                {escalationLevel.acknowledgedAt
                  ? `${escalationLevel.acknowledgedBy ?? ''} ${showMoment(escalationLevel.acknowledgedAt)}`
                  : '–'}
              </td>
              <td>
                <Show when={escalationLevel.recipients.length > 0} fallback="–">
                  <Recipients escalationLevel={escalationLevel} />
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

const Row = (props: { label: string; value: string }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.value}</dd>
  </div>
)

const pausesOf = (clock: ClockView) =>
  clock.pauses.map((pause) =>
    t(
      fill(w.pause, {
        from: showDate(pause.from),
        to: pause.to ? showDate(pause.to) : t(w.open),
        reason: [pause.reason, pause.article].filter(Boolean).join(t({ zh: '，', en: ', ' })),
      }),
    ),
  )
const extensionsOf = (clock: ClockView) =>
  clock.extensions.map((one) =>
    t(fill(w.extension, { at: showDate(one.at), by: one.by, reason: one.reason })),
  )

/** An act after which nobody owes it any more is named. */
const statusText = ({ status, endedBy }: ClockView): string =>
  t(endedBy ? fill(w.endedBy, { act: t(endedBy) }) : statusWord(status))

export const ClockTable = (props: { clocks: ClockView[] }) => (
  <For each={props.clocks}>
    {(clock) => (
      <section class="clock-facts">
        <h3>{t(clock.words)}</h3>
        <dl class="summary compact">
          <Row label={t(w.status)} value={statusText(clock)} />
          <Row label={t(w.article)} value={clock.article} />
          <Row label={t(w.started)} value={showMoment(clock.startedAt)} />
          <Row
            label={t(w.due)}
            value={`${clock.now?.toTheMinute ? showMoment(clock.dueAt) : showDate(clock.due)}${clock.provisional ? ` · ${t(dueWords.provisional)}` : ''}`}
          />
          <Show when={clock.nominal !== clock.due}>
            <Row label={t(w.nominal)} value={showDate(clock.nominal)} />
          </Show>
          <Row
            label={t(w.pauses)}
            value={pausesOf(clock).join(t({ zh: '；', en: '; ' })) || t(w.none)}
          />
          <Row
            label={t(w.extensions)}
            value={extensionsOf(clock).join(t({ zh: '；', en: '; ' })) || t(w.none)}
          />
        </dl>
        <Show when={clock.escalationLevels.length > 0}>
          <EscalationLevels escalationLevels={clock.escalationLevels} />
        </Show>
      </section>
    )}
  </For>
)
