// What does the chart say, state by state, to somebody who does not see the drawing?
import { createMemo, For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Standout } from '../../domain/views/chart/chart-difference.ts'
import {
  type OutlinedState,
  outlineOf,
  type Region,
  standingIn,
  type Way,
} from '../../domain/views/chart/chart-outline.ts'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { usePrinting } from '../screen/printing.ts'
import { changeWords, processWords as w } from './words.ts'

type Standing = { state: string; n: number }[]

const list = (texts: Text[]) => texts.map(t).join(t({ zh: '、', en: ', ' }))

const sender = (way: Way): string => {
  if (way.by === 'clock') return t(w.byClock)
  if (way.by === 'machine') return t(w.byMachine)
  if (way.by === 'link') return t(w.byLink)
  if (way.event.startsWith('xstate.')) return t(w.byChart)
  return way.posts.length > 0 ? t(fill(w.byPosts, { posts: list(way.posts) })) : ''
}

const WayLine = (props: { way: Way }) => (
  <li>
    <span>{t(props.way.words)}</span>
    <span class="way-to">
      {props.way.to.length > 0 ? ` → ${list(props.way.to)}` : ` · ${t(w.stays)}`}
    </span>
    <For
      each={[
        sender(props.way),
        props.way.document ? t(fill(w.document, { words: t(props.way.document) })) : '',
        props.way.article ?? '',
      ]}
    >
      {(more) => <Show when={more}>{<span class="way-more">{more}</span>}</Show>}
    </For>
  </li>
)

const Who = (props: { outlined: OutlinedState }) => (
  <dd>
    <Show when={props.outlined.state.taskWords} fallback={<span class="muted">{t(w.nobody)}</span>}>
      {(task) => (
        <>
          {t(task())}
          <For each={props.outlined.state.who}>
            {(post) => <span class="way-more">{t(post)}</span>}
          </For>
          <span class="way-more outline-mode">
            {t(props.outlined.state.mode?.words ?? w.oneSigner)}
          </span>
        </>
      )}
    </Show>
  </dd>
)

const Limits = (props: { outlined: OutlinedState }) => (
  <Show when={props.outlined.clocks.length > 0}>
    <div class="outline-limits">
      <dt>{t(w.limits)}</dt>
      <dd>
        <ul>
          <For each={props.outlined.clocks}>
            {(clock) => (
              <li>
                {t(clock.words)}
                <span class="way-more">
                  {clock.periods.length > 0
                    ? `${t(clock.periods.at(-1)?.length ?? clock.words)} · `
                    : ''}
                  {clock.article ||
                    (clock.periods.at(-1) ? t(clock.periods.at(-1)?.article ?? clock.words) : '')}
                </span>
              </li>
            )}
          </For>
        </ul>
      </dd>
    </div>
  </Show>
)

const State = (props: {
  outlined: OutlinedState
  standing: Standing | undefined
  stands: Standout[string] | undefined
}) => {
  const state = () => props.outlined.state
  const n = () => (props.standing ? standingIn(props.standing, state().id) : 0)
  return (
    <li class="outline-state" classList={{ deeper: props.outlined.depth > 0 }}>
      <h4>
        {t(state().words)}
        <Show when={props.stands}>
          {(what) => <span class="outline-mark">{t(changeWords[what()])}</span>}
        </Show>
        <Show when={props.outlined.begins}>
          <span class="outline-mark">{t(w.begins)}</span>
        </Show>
        <Show when={state().final}>
          <span class="outline-mark">{t(w.ends)}</span>
        </Show>
        <Show when={n() > 0}>
          <span class="outline-n">{t(fill(w.standingIn, { n: n() }))}</span>
        </Show>
      </h4>
      <p class="muted">
        {state().party.zh === ''
          ? t(w.partyReadsNothing)
          : t(fill(w.partyReads, { words: t(state().party) }))}
      </p>
      <Show when={!state().final}>
        <dl>
          <div>
            <dt>{t(w.who)}</dt>
            <Show
              when={!props.outlined.inner || state().taskWords}
              fallback={<dd class="muted">{t(w.holds)}</dd>}
            >
              <Who outlined={props.outlined} />
            </Show>
          </div>
          <Show when={props.outlined.ways.length > 0}>
            <div>
              <dt>{t(w.acts)}</dt>
              <dd>
                <ul>
                  <For each={props.outlined.ways}>{(way) => <WayLine way={way} />}</For>
                </ul>
              </dd>
            </div>
          </Show>
          <Limits outlined={props.outlined} />
        </dl>
      </Show>
    </li>
  )
}

type Props = { process: ProcessView; standing: Standing | undefined; standout: Standout }

/** Region by region, in the order of the chart; the first is open, paper has them all. */
export const Outline = (props: Props) => {
  const regions = createMemo(() => outlineOf(props.process))
  const printing = usePrinting()
  const n = (region: Region) => (props.standing ? standingIn(props.standing, region.id) : 0)
  return (
    <section class="block outline" aria-labelledby="p-outline">
      <h2 id="p-outline">{t(w.outline)}</h2>
      <p class="muted">{t(w.outlineLead)}</p>
      <For each={regions()}>
        {(region, index) => (
          <details class="outline-region" open={index() === 0 || printing()}>
            <summary>
              <h3>{t(region.words ?? props.process.title)}</h3>
              <span class="muted">{t(fill(w.statesIn, { n: region.states.length }))}</span>
              <Show when={props.standout[region.id]}>
                {(what) => <span class="outline-mark">{t(changeWords[what()])}</span>}
              </Show>
              <Show when={region.id !== '' && n(region) > 0}>
                <span class="outline-n">{t(fill(w.standingIn, { n: n(region) }))}</span>
              </Show>
            </summary>
            <Show when={region.ways.length > 0}>
              <h4>{t(w.always)}</h4>
              <ul>
                <For each={region.ways}>{(way) => <WayLine way={way} />}</For>
              </ul>
            </Show>
            <ol class="outline-states">
              <For each={region.states}>
                {(outlined) => (
                  <State
                    outlined={outlined}
                    standing={props.standing}
                    stands={props.standout[outlined.state.id]}
                  />
                )}
              </For>
            </ol>
          </details>
        )}
      </For>
    </section>
  )
}
