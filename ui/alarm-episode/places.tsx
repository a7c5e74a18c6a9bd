// Where is seen what an alarm's case speaks of: the run of its point, and the cameras beside it?
import { lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { fill } from '../../domain/language/words.ts'
import { dutyApi } from '../client/duty.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { alarmWords as w } from './words.ts'

const CamerasNear = lazy(() => import('../cameras/near.tsx'))

/** A case and its alarm have one id. A case of the interface, that no device has told, has none: then nothing stands here. */
const Places = (props: { case: CaseView }) => {
  const me = useMe()
  const found = useQuery(() => ({
    queryKey: ['alarm-of-case', props.case.id],
    queryFn: () => dutyApi.alarm(props.case.id),
    retry: false,
    staleTime: 30_000,
  }))
  const alarm = () => (found.isSuccess ? found.data.alarm : null)
  const place = () => {
    const { lon, lat } = alarm() ?? { lon: null, lat: null }
    return lon !== null && lat !== null ? { lon, lat } : null
  }
  return (
    <Show when={alarm()}>
      {(one) => (
        <section class="block" aria-labelledby="alarm-places">
          <h2 id="alarm-places">{t(w.places)}</h2>
          <Show when={one().doubtful}>
            <p>
              <span class="tag dashed">{t(w.doubtful)}</span> {t(w.doubtfulText)}
            </p>
          </Show>
          <Show when={one().keeper}>
            {(keeper) => <p>{t(fill(w.keeper, { office: t(keeper()) }))}</p>}
          </Show>
          <p>
            <Show when={one().device}>
              {(device) => (
                <a class="button small" href={paths.device(device(), one().pointId)}>
                  {t(w.openTrend)}
                </a>
              )}
            </Show>{' '}
            <Show when={me().enterprise === null}>
              <a class="button small" href={paths.duty}>
                {t(w.openDesk)}
              </a>
            </Show>
          </p>
          <Show when={me().enterprise === null}>
            <Suspense>
              <CamerasNear place={place()} level={3} />
            </Suspense>
          </Show>
        </section>
      )}
    </Show>
  )
}

export default Places
