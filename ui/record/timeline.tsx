// What has happened in the case, newest first?
import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { showDay, showMoment, showStamp, showTime } from '../screen/time.ts'
import { FactValue } from './facts.tsx'
import { timelineWords as w } from './timeline-words.ts'
import './timeline.css'

const kindWords = {
  event: w.kindEvent,
  task: w.kindDesk,
  clock: w.kindClock,
  notice: w.kindNotice,
  correction: w.kindCorrection,
} as const
const audienceWords = {
  internal: w.audienceInternal,
  party: w.audienceParty,
  public: w.audiencePublic,
} as const

/** Few acts are signed by hand. */
const Handwriting = lazy(() => import('./handwriting.tsx'))

const late = (item: TimelineItem) =>
  Date.parse(item.recordedAt) - Date.parse(item.occurredAt) > 60_000

/** What the reader may do about an item of the record; absent: nothing. */
export type ItemActs = (item: TimelineItem) => { href: string; words: Text }[]
type Acting = { actsOn?: ItemActs | undefined }

const Item = (props: { item: TimelineItem; plain: boolean } & Acting) => (
  <li class={`moment kind-${props.item.kind}`} id={`f${props.item.seq}`}>
    <time
      class="moment-time"
      datetime={props.item.occurredAt}
      title={showStamp(props.item.occurredAt)}
    >
      {showTime(props.item.occurredAt)}
    </time>
    <div class="moment-body">
      <p class="moment-title">
        <strong>{t(props.item.title)}</strong>
        <Show when={props.item.who}>{(who) => <span class="moment-who">{t(who())}</span>}</Show>
        <Show when={props.item.state}>
          {(state) => <span class="state-word small">{t(state())}</span>}
        </Show>
      </p>
      <Show when={props.item.fields.length > 0}>
        <dl class="summary compact">
          <For each={props.item.fields}>
            {(field) => (
              <div>
                <dt>{t(field.label)}</dt>
                <dd>
                  <FactValue fact={field} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <Show when={props.item.pictures}>
        {(pictures) => (
          <Suspense>
            <Handwriting pictures={pictures()} />
          </Suspense>
        )}
      </Show>
      <Show when={!props.plain}>
        <p class="moment-foot muted">
          <a href={`#f${props.item.seq}`} title={t(w.permalink)}>
            #{props.item.seq}
          </a>
          <span>{t(kindWords[props.item.kind])}</span>
          <span>{t(audienceWords[props.item.audience])}</span>
          <Show when={late(props.item)}>
            <span>{t(fill(w.recordedLater, { time: showMoment(props.item.recordedAt) }))}</span>
          </Show>
          <code title={t(w.fingerprint)}>{props.item.hash.slice(0, 10)}</code>
          <For each={props.actsOn?.(props.item)}>
            {({ href, words }) => (
              <a class="print-hidden" href={href}>
                {t(words)}
              </a>
            )}
          </For>
        </p>
      </Show>
    </div>
  </li>
)

type Day = { day: string; items: TimelineItem[] }

const byDay = (items: TimelineItem[]): Day[] => {
  const days: Day[] = []
  for (const item of items) {
    const day = showDay(item.occurredAt)
    const last = days[days.length - 1]
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}

/** `plain` leaves out kind, audience and hash: what a party needs is the sentence. */
export const Timeline = (
  props: { items: TimelineItem[]; limit?: number; plain?: boolean } & Acting,
) => {
  const days = createMemo(() =>
    byDay(
      [...props.items].sort((a, b) => b.seq - a.seq).slice(0, props.limit ?? props.items.length),
    ),
  )
  return (
    <div class="timeline">
      <For each={days()}>
        {(day) => (
          <section class="day">
            <p class="day-title">{day.day}</p>
            <ol>
              <For each={day.items}>
                {(item) => (
                  <Item
                    item={item}
                    plain={props.plain ?? props.limit !== undefined}
                    actsOn={props.actsOn}
                  />
                )}
              </For>
            </ol>
          </section>
        )}
      </For>
    </div>
  )
}
