// What about a note from the place should a reader not take on trust: its time, its place, its photographs?
import type { Taken } from '../evidence/photo.ts'
import type { Coordinates } from '../organisation/coordinates.ts'
import type { Instant } from '../time/instant.ts'
import type { NotedPlace } from './note.ts'

/**
 * `clock-off`: the phone's clock was wrong, and its time was put right. `ahead`: even so it lies after the note arrived. `before-case`: or before
 * the case. `photo-time`: the camera took the picture at another time. `photo-untimed`: nobody says when: one that
 * was chosen, not taken. `no-place`, `coarse-place`, `far-place`: of note and photographs.
 */
export const noteMarks = [
  'clock-off',
  'ahead',
  'before-case',
  'photo-time',
  'photo-untimed',
  'no-place',
  'coarse-place',
  'far-place',
] as const
export type NoteMark = (typeof noteMarks)[number]

type Noted = {
  phoneAt: Instant | null
  offset: number | null
  recordedAt: Instant
  openedAt: Instant
  place: NotedPlace | null
  photos: readonly (Taken | null)[]
  /** Where the case lies, where that is known. */
  site: Coordinates | null
}

const minuteMs = 60_000
const clockToleranceMs = 5 * minuteMs
const photoToleranceMs = 30 * minuteMs
const coarseFromM = 500
const farFromM = 2_000
const mPerDegree = 111_195

/** On the plane that touches the earth there: right within a city. */
export const metresBetween = (one: Coordinates, other: Coordinates): number => {
  const narrow = Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180)
  return Math.hypot((one.lat - other.lat) * mPerDegree, (one.lon - other.lon) * mPerDegree * narrow)
}

const timeMarks = ({ phoneAt, offset, recordedAt, openedAt }: Noted): NoteMark[] => {
  if (phoneAt === null) return []
  const meant = Date.parse(phoneAt) + (offset ?? 0)
  return [
    ...(Math.abs(offset ?? 0) > clockToleranceMs ? ['clock-off' as const] : []),
    ...(meant > Date.parse(recordedAt) + clockToleranceMs ? ['ahead' as const] : []),
    ...(meant < Date.parse(openedAt) - clockToleranceMs ? ['before-case' as const] : []),
  ]
}

/** Both by the same phone: how wrong its clock was makes no difference. */
const photoMarks = ({ phoneAt, photos }: Noted): NoteMark[] => {
  const isOfAnother = (at: Instant) =>
    phoneAt !== null && Math.abs(Date.parse(at) - Date.parse(phoneAt)) > photoToleranceMs
  return [
    ...(photos.some((one) => one?.at != null && isOfAnother(one.at))
      ? ['photo-time' as const]
      : []),
    ...(photos.some((one) => one?.at == null) ? ['photo-untimed' as const] : []),
  ]
}

const placesIn = ({ place, photos }: Noted): (NotedPlace | null)[] =>
  photos.length === 0
    ? [place]
    : photos.map((one) =>
        one?.lat != null && one.lon != null
          ? { lat: one.lat, lon: one.lon, accuracy: one.accuracy ?? 0 }
          : place,
      )

const placeMarks = (noted: Noted): NoteMark[] => {
  const { site } = noted
  const [places, known] = [placesIn(noted), placesIn(noted).flatMap((one) => one ?? [])]
  const isFar = (one: NotedPlace) =>
    site !== null && metresBetween(site, one) - one.accuracy > farFromM
  return [
    ...(places.includes(null) ? ['no-place' as const] : []),
    ...(known.some(({ accuracy }) => accuracy > coarseFromM) ? ['coarse-place' as const] : []),
    ...(known.some(isFar) ? ['far-place' as const] : []),
  ]
}

/** In the order of `noteMarks`; empty: nothing stands out. */
export const marksOf = (noted: Noted): NoteMark[] => [
  ...timeMarks(noted),
  ...photoMarks(noted),
  ...placeMarks(noted),
]
