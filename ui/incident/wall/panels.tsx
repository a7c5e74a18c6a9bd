// Which orders, calls and entries of the log stand on the wall, and how many do not?
import { For, Show } from 'solid-js'
import type { ItemView } from '../../../contract/case/items.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { t } from '../../client/words.ts'
import { FactValue } from '../../record/facts.tsx'
import { countdown } from '../../screen/seconds.ts'
import { showMoment, showTime } from '../../screen/time.ts'
import { countOrders, latestOf, ordersByWeight, taskOf, type Waiting } from './matters.ts'
import { wallWords as w } from './wall-words.ts'

const [mostOrders, mostEntries, mostWaiting] = [11, 6, 3]

const Count = (props: { label: Text; value: number; bad?: boolean }) => (
  <div class={props.bad && props.value > 0 ? 'wall-count bad' : 'wall-count'}>
    <dt>{t(props.label)}</dt>
    <dd>{props.value}</dd>
  </div>
)

const Order = (props: { item: ItemView; now: number }) => {
  const over = () => (props.item.dueAt ? (props.now - Date.parse(props.item.dueAt)) / 1_000 : -1)
  return (
    <li classList={{ late: over() >= 0 }}>
      <span class="wall-main">{t(taskOf(props.item))}</span>
      <span class="wall-side">{props.item.recipients.map(t).join(t(w.and))}</span>
      <span class="wall-side">{t(props.item.stateWords)}</span>
      <strong class="wall-end">
        {props.item.dueAt === null
          ? t(w.noLimit)
          : over() >= 0
            ? t(fill(w.lateSince, { time: countdown(over()) }))
            : t(fill(w.until, { time: showTime(props.item.dueAt) }))}
      </strong>
    </li>
  )
}

export const OrdersPanel = (props: { items: ItemView[]; now: number }) => {
  const counts = () => countOrders(props.items, props.now)
  const rows = () => ordersByWeight(props.items)
  return (
    <section class="wall-panel wall-orders" aria-labelledby="wall-orders">
      <h2 id="wall-orders">{t(w.orders)}</h2>
      <dl class="wall-counts">
        <Count label={w.late} value={counts().late} bad />
        <Count label={w.open} value={counts().open} />
        <Count label={w.unread} value={counts().unread} />
        <Count label={w.done} value={counts().ended} />
      </dl>
      <Show when={rows().length > 0} fallback={<p class="wall-note">{t(w.noOrders)}</p>}>
        <ol class="wall-rows">
          <For each={rows().slice(0, mostOrders)}>
            {(item) => <Order item={item} now={props.now} />}
          </For>
        </ol>
      </Show>
      <Show when={rows().length > mostOrders}>
        <p class="wall-note">{t(fill(w.furtherOrders, { count: rows().length - mostOrders }))}</p>
      </Show>
    </section>
  )
}

const whyWords: Record<Waiting['why'], Text> = {
  help: w.help,
  limit: w.notAcknowledged,
  unread: w.unreadMessage,
}

export const WaitingPanel = (props: { waiting: Waiting[] }) => (
  <section class="wall-panel wall-waiting" aria-labelledby="wall-waiting">
    <h2 id="wall-waiting">{t(w.calls)}</h2>
    <Show when={props.waiting.length > 0} fallback={<p class="wall-note">{t(w.noCalls)}</p>}>
      <ol class="wall-rows">
        <For each={props.waiting.slice(0, mostWaiting)}>
          {(one) => (
            <li class="late">
              <span class="wall-main">
                {t(whyWords[one.why])} {t(one.about)}
              </span>
              <span class="wall-side">{one.who}</span>
              <strong class="wall-end">{showTime(one.since)}</strong>
            </li>
          )}
        </For>
      </ol>
    </Show>
    <Show when={props.waiting.length > mostWaiting}>
      <p class="wall-note">
        {t(fill(w.furtherCalls, { count: props.waiting.length - mostWaiting }))}
      </p>
    </Show>
  </section>
)

export const LogPanel = (props: { items: readonly TimelineItem[] }) => (
  <section class="wall-panel wall-log" aria-labelledby="wall-log">
    <h2 id="wall-log">
      {t(w.log)}{' '}
      <span class="wall-count-of">{t(fill(w.logCount, { count: props.items.length }))}</span>
    </h2>
    <Show when={props.items.length > 0} fallback={<p class="wall-note">{t(w.logEmpty)}</p>}>
      <ol class="wall-entries">
        <For each={latestOf(props.items, mostEntries)}>
          {(item) => (
            <li>
              <time datetime={item.occurredAt}>{showMoment(item.occurredAt)}</time>
              <p>
                <strong>{t(item.title)}</strong>{' '}
                <For each={item.fields}>
                  {(field, nth) => (
                    <>
                      {nth() > 0 ? ' · ' : ''}
                      <FactValue fact={field} />
                    </>
                  )}
                </For>
              </p>
            </li>
          )}
        </For>
      </ol>
    </Show>
  </section>
)
