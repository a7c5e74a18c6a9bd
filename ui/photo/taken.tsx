// When and where was this photograph taken, and who says so?
import { Show } from 'solid-js'
import type { TakenInput } from '../../domain/evidence/photo-input.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { showStamp } from '../screen/time.ts'
import { photoWords as w } from './photo-words.ts'

type PartialTaken = { [Key in keyof TakenInput]?: TakenInput[Key] | null }

const degrees = (value: number) => value.toFixed(5)

const TakenLine = (props: { taken: PartialTaken | null }) => (
  <>
    <Show when={props.taken?.at}>
      {(at) => (
        <small class="taken">
          {t(fill(w.takenAt, { time: showStamp(at()) }))}
          {t(props.taken?.source === 'exif' ? w.byCamera : w.byDevice)}
        </small>
      )}
    </Show>
    <Show when={typeof props.taken?.lat === 'number' && props.taken}>
      {(place) => (
        <small class="taken">
          {t(
            fill(w.takenPlace, {
              place: `${degrees(place().lat!)}, ${degrees(place().lon!)}`,
              m: Math.round(place().accuracy ?? 0),
            }),
          )}
        </small>
      )}
    </Show>
  </>
)

export default TakenLine
