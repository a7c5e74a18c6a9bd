// Whose alarms are these, how many wait, and is everything heard?
import { Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import type { Seconds } from '../screen/seconds.ts'
import { DutyPlaces } from './places.tsx'
import type { Insisting } from './sounding/insisting.ts'
import { soundState, toggleSound } from './sounding/sound.ts'
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

/** `elsewhere`: what waits for others' desks, and is not to be acted on here. */
export const DutyHead = (props: {
  staff: boolean
  waiting: number
  elsewhere: number
  seconds: Seconds
  insisting: Insisting
}) => (
  <>
    <Show when={props.staff}>
      <DutyPlaces />
    </Show>
    <header class="list-top">
      <h1 id="duty-title">{titleFor(props.staff)}</h1>
      <strong class={props.waiting > 0 ? 'bad-words' : 'muted'}>
        {t(fill(props.staff ? w.unacknowledged : w.ownUnacknowledged, { n: props.waiting }))}
      </strong>
      <Show when={props.staff && props.elsewhere}>
        {(n) => <span class="muted">{t(fill(w.othersUnacknowledged, { n: n() }))}</span>}
      </Show>
      <span class="muted duty-keys">{t(props.staff ? w.keys : w.ownKeys)}</span>
      <SoundButton />
      <Show when={soundState() === 'on' && props.insisting.sounding() !== null}>
        <button type="button" class="button small duty-silence" onClick={props.insisting.silence}>
          {t(w.silence)}
        </button>
      </Show>
    </header>
    <Show when={props.staff}>
      <HealthStrip seconds={props.seconds} />
    </Show>
  </>
)
