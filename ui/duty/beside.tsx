// What helps beside an alarm: what others have been notified of it, and what can be seen of it?
import { Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import CamerasNear from '../cameras/near.tsx'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import { warningPaths } from '../warnings/paths.ts'
import { warnsIn } from '../warnings/posts.ts'
import { warningWords } from '../warnings/words.ts'

const placeOf = ({ lon, lat }: AlarmRow) => (lon !== null && lat !== null ? { lon, lat } : null)

const Beside = (props: { row: AlarmRow }) => {
  const me = useMe()
  return (
    <>
      <p class="duty-links">
        <a class="button small" href={warningPaths.about(props.row.id)}>
          {t(warningWords.ofAlarm)}
        </a>
        <Show when={warnsIn(me(), props.row.regionCode)}>
          <a class="button small" href={warningPaths.of(props.row.id)}>
            {t(warningWords.give)}
          </a>
        </Show>
      </p>
      <CamerasNear place={placeOf(props.row)} level={3} />
    </>
  )
}

export default Beside
