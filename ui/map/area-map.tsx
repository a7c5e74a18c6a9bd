// Which map is shown: the moving one where the browser can draw it, else the plain picture?
import { createSignal, ErrorBoundary, For, lazy, Show, Suspense } from 'solid-js'
import { areasApi } from '../client/areas.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Skeleton } from '../screen/states.tsx'
import { canDrawMap } from './able.ts'
import type { MapProps } from './map-props.ts'
import { markKinds } from './marks.ts'
import Picture, { MarkShape } from './picture.tsx'
import { markWords, mapWords as w } from './words.ts'
import './map.css'

const Live = lazy(() => import('./live-map.tsx'))

const Legend = () => (
  <p class="area-legend">
    <For each={markKinds}>
      {(kind) => (
        <span>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <MarkShape kind={kind} />
          </svg>{' '}
          {t(markWords[kind])}
        </span>
      )}
    </For>
  </p>
)

/** Whatever goes wrong with the moving map, the picture stands in for it. */
export const AreaMap = (props: MapProps) => {
  const [moving, setMoving] = createSignal(canDrawMap())
  const settings = useQuery(() => ({
    queryKey: ['area-map'],
    queryFn: areasApi.map,
    enabled: moving(),
    staleTime: Number.POSITIVE_INFINITY,
  }))
  const plain = () => (
    <>
      <Picture {...props} />
      <p class="muted">{t(w.simple)}</p>
    </>
  )
  return (
    <div class="area-map">
      <Show when={moving()} fallback={plain()}>
        <ErrorBoundary fallback={plain}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Show when={settings.isSuccess || settings.isError} fallback={<Skeleton rows={8} />}>
              <Live
                {...props}
                tiles={settings.isSuccess ? settings.data.tiles : null}
                onFailure={() => setMoving(false)}
              />
            </Show>
          </Suspense>
        </ErrorBoundary>
      </Show>
      <Show when={props.onCorners}>
        <p class="muted">{t(moving() ? w.drawing : w.marking)}</p>
      </Show>
      <Legend />
    </div>
  )
}
