// What must everybody in the room see of a response, from five metres, without touching anything?
import { onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import type { CaseView } from '../../../contract/case/cases.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { isExercise, unmarkedTitle } from '../../../domain/model/exercises/exercise.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { LevelMark } from '../../clock/badges.tsx'
import { itemsOf } from '../../items/asking.ts'
import { lastMessageAt, noSending, staleFor } from '../../reading/live.ts'
import { isUnanswered, useQuery } from '../../reading/query.ts'
import { storyOf } from '../../reading/story.ts'
import { countdown, createSeconds } from '../../screen/seconds.ts'
import { cityTime, showMoment, showTime } from '../../screen/time.ts'
import { followCase } from '../following.ts'
import { Standing } from '../standing.tsx'
import { DutyPanel } from './duty-panel.tsx'
import { commanderIn, waitingIn } from './matters.ts'
import { LogPanel, OrdersPanel, WaitingPanel } from './panels.tsx'
import { PlaceMap } from './place-map.tsx'
import { wallWords as w } from './wall-words.ts'
import './wall.css'

/** What surrounds the pages of a person has no place on a wall. */
const useWholeScreen = () => {
  onMount(() => {
    document.documentElement.dataset.wall = ''
  })
  onCleanup(() => {
    delete document.documentElement.dataset.wall
  })
}

/** Nobody who looks at a wall sees by himself that it has stood still. */
const Age = () => (
  <Show when={noSending() !== null || isUnanswered()}>
    <p class="wall-old" role="alert">
      ▲{' '}
      {t(
        fill(w.old, {
          time: showTime(new Date(lastMessageAt()).toISOString()),
          minutes: Math.max(1, Math.round(staleFor() / 60_000)),
        }),
      )}
    </p>
  </Show>
)

const Head = (props: { case: CaseView; now: number }) => (
  <header class="wall-head">
    <h1>
      <Show when={isExercise(props.case)}>
        <strong class="wall-exercise">{t(w.exercise)}</strong>{' '}
      </Show>
      {unmarkedTitle(props.case.title)}
    </h1>
    <p class="wall-level">
      <LevelMark level={props.case.level} word /> <strong>{t(props.case.state)}</strong>
    </p>
    <p class="wall-elapsed" aria-hidden="true">
      {t(props.case.status === 'open' ? w.elapsed : w.ended)}{' '}
      <Show when={props.case.status === 'open'}>
        <strong>{countdown((props.now - Date.parse(props.case.openedAt)) / 1_000)}</strong>
      </Show>
    </p>
    <p class="wall-under">
      {[props.case.number, t(props.case.region.name), props.case.site ?? ''].join(' · ')}
    </p>
    <p class="wall-now">
      <a href={paths.incident(props.case.id)}>{t(w.back)}</a>{' '}
      <span aria-hidden="true">{showMoment(new Date(props.now).toISOString())}</span>
    </p>
  </header>
)

/** Nothing read is not nothing there. */
const NotRead = (props: { of: Text }) => (
  <section class="wall-panel">
    <h2>{t(props.of)}</h2>
    <p class="wall-note" role="status">
      {t(w.notRead)}
    </p>
  </section>
)

/** What waits to be read; a meeting that goes on waits for nobody. */
const unreadKinds = new Set(['message'])

const Frame = (props: ParentProps<{ exercise: boolean }>) => (
  <div class={props.exercise ? 'wall exercise' : 'wall'}>{props.children}</div>
)

const IncidentWall = (props: { case: CaseView }) => {
  const seconds = createSeconds()
  const now = () => cityTime(seconds.now())
  const items = useQuery(() => itemsOf(props.case.id))
  const timeline = useQuery(() => storyOf(props.case.id))
  useWholeScreen()
  followCase(() => props.case)
  const known = () => (items.isSuccess ? items.data.items : [])
  const story = () => (timeline.isSuccess ? timeline.data.items : [])
  const orders = () => known().filter(({ kind }) => kind === props.case.itemKinds[0])
  const waiting = () =>
    waitingIn(known(), { clocks: props.case.clocks, unread: unreadKinds }, t, t(w.and))
  const opens = () =>
    (items.isSuccess && items.data.kinds.find(({ calls }) => calls)?.opens) || null
  return (
    <Frame exercise={isExercise(props.case)}>
      <Age />
      <Head case={props.case} now={now()} />
      <div class="wall-columns">
        <div>
          <Show when={items.isSuccess} fallback={<NotRead of={w.orders} />}>
            <OrdersPanel items={orders()} now={now()} />
          </Show>
        </div>
        <div>
          <div class="wall-panel wall-limits">
            <Standing case={props.case} />
          </div>
          <DutyPanel case={props.case} commander={commanderIn(story())} />
          <Show when={items.isSuccess} fallback={<NotRead of={w.calls} />}>
            <WaitingPanel waiting={waiting()} />
          </Show>
        </div>
        <div>
          <Show when={timeline.isSuccess} fallback={<NotRead of={w.log} />}>
            <LogPanel items={story()} />
          </Show>
          <PlaceMap case={props.case} opens={opens()} />
        </div>
      </div>
    </Frame>
  )
}

export default IncidentWall
