// What has happened in an incident, by the time at which it happened, whoever wrote it down whenever?
import { createMemo, createSignal, For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { FactValue } from '../record/facts.tsx'
import { showMoment } from '../screen/time.ts'
import { incidentWords as w } from './words.ts'

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

/** By the event's own time; of the same moment the one written later stands later. */
export const inOrder = (items: readonly TimelineItem[]): TimelineItem[] =>
  [...items].sort((one, other) =>
    one.occurredAt === other.occurredAt
      ? other.seq - one.seq
      : one.occurredAt < other.occurredAt
        ? 1
        : -1,
  )

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
                <span class="muted">{t(field.label)}</span> <FactValue fact={field} />
              </>
            )}
          </For>
        </p>
      </Show>
    </div>
  </li>
)

export const IncidentLog = (props: { items: readonly TimelineItem[] }) => {
  const [wanted, setWanted] = createSignal<Wanted>('acted')
  const [shown, setShown] = createSignal(PAGE)
  const listed = createMemo(() => inOrder(props.items.filter((one) => passes(one, wanted()))))
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
          <For each={listed().slice(0, shown())}>{(item) => <Entry item={item} />}</For>
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
