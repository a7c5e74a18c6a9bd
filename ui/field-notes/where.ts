// Where does this phone say that it is, as far as its owner lets it say so?
import { createSignal, onCleanup } from 'solid-js'
import type { NotedPlace } from '../../domain/field-notes/note.ts'
import { letSayPlace, maySayPlace } from '../photo/consent.ts'

/** An older place is that of the place before. */
const freshMs = 120_000

export type Where = ReturnType<typeof createWhere>

/** Followed while the page stands, so that no note waits for it. */
export const createWhere = (person: string) => {
  const [allowed, setAllowed] = createSignal(maySayPlace(person))
  const [last, setLast] = createSignal<(NotedPlace & { at: number }) | null>(null)
  const [silent, setSilent] = createSignal(false)
  let watch: number | undefined
  const stop = () => {
    if (watch !== undefined) navigator.geolocation.clearWatch(watch)
    watch = undefined
  }
  const follow = () => {
    stop()
    if (!('geolocation' in navigator)) return setSilent(true)
    watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude: lat, longitude: lon, accuracy } }) => {
        setSilent(false)
        setLast({ lat, lon, accuracy: Math.round(accuracy), at: Date.now() })
      },
      () => setSilent(true),
      { enableHighAccuracy: true, maximumAge: 60_000 },
    )
  }
  if (allowed()) follow()
  onCleanup(stop)
  return {
    allowed,
    /** Asked, and the phone does not say. */
    silent: () => allowed() && silent(),
    allow: (yes: boolean) => {
      letSayPlace(person, yes)
      setAllowed(yes)
      setLast(null)
      if (yes) follow()
      else stop()
    },
    now: (): NotedPlace | null => {
      const found = last()
      if (!allowed() || !found || Date.now() - found.at > freshMs) return null
      const { at: _, ...place } = found
      return place
    },
  }
}
