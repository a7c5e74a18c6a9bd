// What has happened in an incident, by the time at which it happened, whoever wrote it down whenever?
import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { outboxOfCase } from '../outbox/entries.ts'
import { isOfLog, type OutboxEntry } from '../outbox/entry.ts'
import { LinkedValue } from '../record/linked-value.tsx'
import { showMoment } from '../screen/time.ts'
import { inOrder } from './entry-order.ts'
import { incidentWords as w } from './words.ts'

/** Loaded for whoever has written without a connection. */
const WaitingBody = lazy(() => import('../outbox/waiting.tsx'))

const PAGE = 60
type Wanted = 'every' | 'acted' | 'clocks' | 'notices'
const chips: [Wanted, Text][] = [
  ['acted', w.acted],
  ['clocks', w.clocks],
  ['notices', w.notices],
  ['every', w.every],
]

const passes = ({ kind }: TimelineItem, wanted: Wanted): boolean =>
  wanted === 'every' ||
  (wanted === 'acted' && (kind === 'event' || kind === 'correction')) ||
  (wanted === 'clocks' && kind === 'clock') ||
  (wanted === 'notices' && kind === 'notice')

const isLater = ({ occurredAt, recordedAt }: TimelineItem): boolean =>
  Date.parse(recordedAt) - Date.parse(occurredAt) > 60_000

const Entry = (props: { item: TimelineItem }) => (
  <li>
    <time datetime={props.item.occurredAt}>{showMoment(props.item.occurredAt)}</time>
    <div>
      <p>
        <strong>{t(props.item.title)}</strong>{' '}
        <Show when={props.item.who}>{(who) => <span class="muted">{t(who())}</span>}</Show>
        <Show when={isLater(props.item)}>
          {' '}
          <span class="tag dashed">
            {t(fill(w.written, { at: showMoment(props.item.recordedAt) }))}
          </span>
        </Show>
      </p>
      <Show when={props.item.fields.length > 0}>
        <p class="incident-said">
          <For each={props.item.fields}>
            {(field, nth) => (
              <>
                {nth() > 0 ? ' · ' : ''}
                <span class="muted">{t(field.label)}</span> <LinkedValue fact={field} />
              </>
            )}
          </For>
        </p>
      </Show>
    </div>
  </li>
)

/** One's own words that have not arrived, at the place that they will have. */
const Waiting = (props: { entry: OutboxEntry }) => (
  <li class="incident-waiting">
    <time datetime={momentOf(props.entry)}>{showMoment(momentOf(props.entry))}</time>
    <Suspense>
      <WaitingBody entry={props.entry} />
    </Suspense>
  </li>
)

const momentOf = ({ happenedAt, writtenAt }: OutboxEntry) => happenedAt ?? writtenAt

type Row = { at: string; item: TimelineItem | null; waits: OutboxEntry | null }

/** By the time of the event; of the same moment what has not arrived stands later. */
const rowsOf = (items: readonly TimelineItem[], waiting: readonly OutboxEntry[]): Row[] =>
  [
    ...waiting.map((waits) => ({ at: momentOf(waits), item: null, waits })),
    ...inOrder(items).map((item) => ({ at: item.occurredAt, item, waits: null })),
  ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))

const IncidentLog = (props: { caseId: string; items: readonly TimelineItem[] }) => {
  const [wanted, setWanted] = createSignal<Wanted>('acted')
  const [shown, setShown] = createSignal(PAGE)
  /** Neither a limit nor a notice ever waits. */
  const waiting = () =>
    ['every', 'acted'].includes(wanted()) ? outboxOfCase(props.caseId).filter(isOfLog) : []
  const listed = createMemo(() =>
    rowsOf(
      props.items.filter((one) => passes(one, wanted())),
      waiting(),
    ),
  )
  return (
    <section class="block incident-log" aria-labelledby="incident-log">
      <div class="items-head">
        <h2 id="incident-log">{t(w.log)}</h2>
        <fieldset class="items-filter" aria-label={t(w.filter)}>
          <For each={chips}>
            {([chip, words]) => (
              <button
                type="button"
                class="chip"
                aria-pressed={wanted() === chip}
                onClick={() => setWanted(chip)}
              >
                {t(words)}
              </button>
            )}
          </For>
        </fieldset>
      </div>
      <Show when={listed().length > 0} fallback={<p class="empty">{t(w.logEmpty)}</p>}>
        <ol class="incident-entries">
          <For each={listed().slice(0, shown())}>
            {({ item, waits }) => (item ? <Entry item={item} /> : <Waiting entry={waits!} />)}
          </For>
        </ol>
        <Show when={listed().length > shown()}>
          <button type="button" class="button" onClick={() => setShown(shown() + PAGE)}>
            {t(fill(w.more, { count: listed().length - shown() }))}
          </button>
        </Show>
      </Show>
    </section>
  )
}

export default IncidentLog
