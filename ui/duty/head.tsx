// Whose alarms are these, how many wait, and is everything heard?
import { Show } from 'solid-js'
import type { AlarmList } from '../../contract/duty/alarms.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import type { Seconds } from '../screen/seconds.ts'
import { DutyPlaces } from './places.tsx'
import { soundState, toggleSound } from './sound.ts'
import { HealthStrip } from './strip.tsx'
import { dutyWords as w } from './words/words.ts'

const SoundButton = () => (
  <button
    type="button"
    class="button small duty-sound"
    data-sound={soundState()}
    onClick={() => void toggleSound()}
  >
    {t({ blocked: w.soundBlocked, on: w.soundOn, muted: w.soundOff }[soundState()])}
  </button>
)

/** An enterprise looks on: the desk, its log and its lines are the authorities’ own. */
export const useStaff = (): (() => boolean) => {
  const me = useMe()
  return () => me().enterprise === null
}

export const titleFor = (staff: boolean): string => t(staff ? w.title : w.ownTitle)

/** Own ones are to be acted on; of others’ desks it is only said that they wait. */
const Waiting = (props: { staff: boolean; read: AlarmList | null }) => {
  const own = () => props.read?.unacknowledged ?? 0
  const others = () => props.read?.unacknowledgedElsewhere ?? 0
  return (
    <>
      <Show when={props.staff}>
        <strong class={own() > 0 ? 'bad-words' : 'muted'}>
          {t(fill(w.unacknowledged, { n: own() }))}
        </strong>
      </Show>
      <Show when={!props.staff || others() > 0}>
        <span class="muted duty-others">
          {t(fill(props.staff ? w.othersUnacknowledged : w.ownUnacknowledged, { n: others() }))}
        </span>
      </Show>
    </>
  )
}

export const DutyHead = (props: { staff: boolean; read: AlarmList | null; seconds: Seconds }) => (
  <>
    <Show when={props.staff}>
      <DutyPlaces />
    </Show>
    <header class="list-top">
      <h1 id="duty-title">{titleFor(props.staff)}</h1>
      <Waiting staff={props.staff} read={props.read} />
      <span class="muted duty-keys">{t(props.staff ? w.keys : w.ownKeys)}</span>
      <SoundButton />
    </header>
    <Show when={props.staff}>
      <HealthStrip seconds={props.seconds} />
    </Show>
  </>
)
