// Is it quiet, or is nothing heard? (the health strip)

import { createEffect, createSignal, For, Show } from 'solid-js'
import type { FeedHealth, FeedHealthRow } from '../../contract/duty/desk.ts'
import { fill } from '../../domain/language/words.ts'
import { dutyApi } from '../client/duty.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Scroll } from '../screen/scroll.tsx'
import type { Seconds } from '../screen/seconds.ts'
import { showSeconds } from '../screen/seconds.ts'
import { showMoment } from '../screen/time.ts'
import { stripWords as w } from './words/strip-words.ts'
import { dutyWords } from './words/words.ts'

const heartbeatMs = 5_000
/** The devices process writes each second that it hears something, and renews its lines every five. */
const lostAfterSeconds = 30

export const useFeeds = () =>
  useQuery(() => ({
    queryKey: ['feeds'],
    queryFn: dutyApi.feeds,
    staleTime: 0,
    refetchInterval: heartbeatMs,
  }))

const stateWords = (row: FeedHealthRow) => {
  if (!row.enabled) return w.disabled
  if (row.paused) return w.paused
  return row.silent ? w.silent : w[row.state]
}

/** Why it stands so: who has paused it, or what the link that is down says of itself. */
const Why = (props: { row: FeedHealthRow }) => (
  <Show
    when={props.row.paused}
    fallback={
      <Show when={props.row.enabled && props.row.state === 'down' && props.row.detail}>
        {(field) => <p class="muted">{field()}</p>}
      </Show>
    }
  >
    {(paused) => (
      <p class="muted">
        {t(
          fill(w.pausedBy, {
            by: paused().by,
            reason: paused().reason,
            time: showMoment(paused().at),
          }),
        )}
      </p>
    )}
  </Show>
)

const isBad = (row: FeedHealthRow) =>
  row.enabled && row.paused === null && (row.silent || row.state === 'down')

const Feeds = (props: { feeds: FeedHealth; seconds: Seconds }) => {
  const ago = (at: string | null) =>
    at === null ? t(w.no) : t(fill(w.ago, { age: showSeconds(props.seconds.since(at)) }))
  const gaps = (row: FeedHealthRow) =>
    `${row.gaps}${row.gapSince ? t(fill(w.since, { time: showMoment(row.gapSince) })) : ''}`
  return (
    <Scroll name={w.feeds}>
      <table class="plain-table duty-feeds">
        <thead>
          <tr>
            <For each={[w.feed, w.state, w.devices, w.lastMessage, w.lag, w.gaps, w.bad, w.faults]}>
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.feeds.items}>
            {(row) => (
              <tr>
                <th scope="row">
                  {row.name}{' '}
                  <Show when={row.synthetic}>
                    {<span class="tag hatched">{t(dutyWords.exercise)}</span>}
                  </Show>
                </th>
                <td>
                  <span class={isBad(row) ? 'bad-words' : ''}>{t(stateWords(row))}</span>
                  <Why row={row} />
                </td>
                <td>{`${row.devices.reporting}/${row.devices.total}`}</td>
                <td>{ago(row.lastFrameAt)}</td>
                <td>{row.lagMs === null ? '–' : `${Math.round(row.lagMs / 100) / 10} s`}</td>
                <td>{gaps(row)}</td>
                <td>{row.badPoints}</td>
                <td>{row.faults}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}

/** One line while all is well; what is wrong stands in words, not in colour alone. */
export const HealthStrip = (props: { seconds: Seconds }) => {
  const feeds = useFeeds()
  const [open, setOpen] = createSignal(false)
  const read = () => (feeds.isPending ? null : (feeds.data ?? null))
  createEffect(() => {
    const one = read()
    if (one) props.seconds.learn(one.now)
  })
  const age = (one: FeedHealth) =>
    one.heartbeatAt === null ? null : props.seconds.since(one.heartbeatAt)
  return (
    <section class="duty-strip" aria-label={t(w.title)}>
      <Show when={read()}>
        {(one) => (
          <>
            <Signals feeds={one()} age={age(one())} />
            <span class={one().workflowDelaySeconds > 10 ? 'bad-words' : 'muted'}>
              {one().workflowDelaySeconds > 10
                ? t(
                    fill(w.delay, {
                      age: showSeconds(one().workflowDelaySeconds),
                      n: one().waiting,
                    }),
                  )
                : t(w.noDelay)}
            </span>
            <Show when={one().outOfService > 0}>
              <a class="duty-out" href={paths.dutyPermits}>
                {t(fill(w.out, { n: one().outOfService }))}
              </a>
            </Show>
            <button
              type="button"
              class="button small quiet"
              aria-expanded={open()}
              onClick={() => setOpen(!open())}
            >
              {t(open() ? w.hide : w.show)}
            </button>
            <Show when={open()}>
              <Feeds feeds={one()} seconds={props.seconds} />
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

const mostNamed = 3

/** The lines that are not well by their names, so that somebody can be called about them. */
const named = ({ items }: FeedHealth): string => {
  const bad = items.filter(isBad)
  const lines = bad
    .slice(0, mostNamed)
    .map((row) =>
      t(fill(w.lineText, { name: row.name, state: t(stateWords(row)).replace('▲ ', '') })),
    )
  return [
    ...lines,
    ...(bad.length > mostNamed ? [t(fill(w.moreLines, { n: bad.length - mostNamed }))] : []),
  ].join(t(w.comma))
}

const Signals = (props: { feeds: FeedHealth; age: number | null }) => {
  const lost = () => props.age === null || props.age > lostAfterSeconds
  const all = () => props.feeds.signals.good === props.feeds.signals.total
  /** What somebody has silenced is no good news. */
  const mark = () => (all() ? (props.feeds.signals.resting > 0 ? '‖ ' : '✓ ') : '▲ ')
  return (
    <strong class={lost() || !all() ? 'bad-words' : ''}>
      {lost()
        ? props.age === null
          ? t(w.never)
          : t(fill(w.lost, { age: showSeconds(props.age) }))
        : ''}
      <Show when={!lost()}>
        {mark()}
        <Show when={named(props.feeds)}>{(which) => t(fill(w.which, { which: which() }))}</Show>
        {t(fill(w.good, { ...props.feeds.signals, age: showSeconds(props.age ?? 0) }))}
        <Show when={props.feeds.signals.awaited > 0}>
          {t(fill(w.awaited, props.feeds.signals))}
        </Show>
        <Show when={props.feeds.signals.resting > 0}>
          {t(fill(w.resting, props.feeds.signals))}
        </Show>
      </Show>
    </strong>
  )
}
