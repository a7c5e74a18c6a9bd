// Which cases are late, on a phone?
import { createSignal, For, Show } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { fill } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { DueCell } from '../clock/due.tsx'
import { showDateShort } from '../screen/time.ts'
import { ActButton } from './acting.tsx'
import { nextInWords } from './next-level.ts'
import { SilentFrom, SilentMark } from './unreachable.tsx'
import { superviseWords as w } from './words.ts'

const step = 25

const Card = (props: { lane: WallLane }) => (
  <li>
    <a class="late-card" href={paths.case(props.lane.caseId)}>
      <span class="wall-title">
        <LevelMark level={props.lane.level} />
        <b>{props.lane.title}</b>
      </span>
      <span class="wall-sub">{`${props.lane.enterprise ?? t(props.lane.region)} · ${t(props.lane.state)}`}</span>
      <DueCell due={props.lane.due} />
      <span class="wall-next">{nextInWords(props.lane, (at) => showDateShort(civilDate(at)))}</span>
      <SilentMark lane={props.lane} />
    </a>
    <ActButton lane={props.lane} />
  </li>
)

/** A few at a time: a phone draws what its reader asks for. */
export const LateList = (props: { lanes: WallLane[]; total: number; onMore: () => void }) => {
  const [most, setMost] = createSignal(step)
  const more = () => {
    setMost(most() + step)
    if (most() > props.lanes.length) props.onMore()
  }
  const left = () => props.total - Math.min(most(), props.lanes.length)
  return (
    <SilentFrom>
      <ul class="late-list">
        <For each={props.lanes.slice(0, most())}>{(lane) => <Card lane={lane} />}</For>
      </ul>
      <Show when={left() > 0}>
        <button type="button" class="button late-more" onClick={more}>
          {t(fill(w.more, { n: Math.min(step, left()) }))}
        </button>
      </Show>
    </SilentFrom>
  )
}
