// Through which cameras can what happens at a place be seen, the nearest first?

import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { camerasApi, type Place } from '../client/devices/cameras.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import './cameras.css'
import { LookButton } from './look.tsx'
import { cameraWords as w } from './words.ts'

const distances = [0.5, 1, 3, 10]

const Found = (props: { place: Place }) => {
  const [km, setKm] = createSignal(1)
  const select = createUniqueId()
  const found = useQuery(() => ({
    queryKey: ['cameras-near', props.place.lon, props.place.lat, km()],
    queryFn: () => camerasApi.near(props.place, km()),
    staleTime: 60_000,
  }))
  return (
    <>
      <p class="camera-within">
        <label for={select}>{t(w.within)}</label>{' '}
        <select
          id={select}
          value={String(km())}
          onChange={(event) => setKm(Number(event.currentTarget.value))}
        >
          <For each={distances}>
            {(n) => <option value={String(n)}>{t(fill(w.km, { n }))}</option>}
          </For>
        </select>
      </p>
      <Show when={found.isSuccess && found.data}>
        {(list) => (
          <ul class="camera-near">
            <For
              each={list().items}
              fallback={<li class="muted">{t(fill(w.nearNone, { km: km() }))}</li>}
            >
              {(one) => (
                <li>
                  {one.name}{' '}
                  <span class="muted">{t(fill(w.metres, { n: Math.round(one.metres ?? 0) }))}</span>{' '}
                  <Show when={one.synthetic}>
                    {<span class="tag hatched">{t(w.exercise)}</span>}
                  </Show>{' '}
                  <LookButton camera={one} />
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </>
  )
}

/** `place` null: it is not known where that is. */
const CamerasNear = (props: { place: Place | null; level: 2 | 3 }) => (
  <>
    <Show when={props.level === 2} fallback={<h3>{t(w.near)}</h3>}>
      <h2>{t(w.near)}</h2>
    </Show>
    <Show when={props.place} fallback={<p class="muted">{t(w.nearUnknown)}</p>}>
      {(place) => <Found place={place()} />}
    </Show>
  </>
)

export default CamerasNear
