// Which alarms are one event of a unit, so that one warning tells of all of them, and is anything to be said now?
import { alarmWarningContent, type WarnedAlarm } from './alarm-warning.ts'
import { eventKindOf, eventKinds } from './event-kinds.ts'
import type { WarningContent } from './warning-content.ts'

/** An alarm as a warning sees it. `site`: the unit, or what stands alone. */
export type Detector = WarnedAlarm & { site: string; closed: boolean }

/** The last message of an incident. `byPerson`: a person wrote it. */
export type Chain = {
  incident: string
  place: number
  level: WarnedAlarm['level']
  sent: string
  byPerson: boolean
}

/** `sent` null: nothing so far. `joining`: in no message yet. */
export type UnitEvent = {
  incident: string
  sent: Chain | null
  members: Detector[]
  joining: Detector[]
}

/** `note`: what joins belongs to it, and a person has said what is to be said. */
export type Course = 'tell' | 'end' | 'note' | null

/** What lies further apart than a unit’s ground are two events: two lorries of one firm, two of its sites. */
const groundKm = 3
/** How soon a further detector of the same level is reported: a plant that fills with gas rings sixty in ten seconds. */
const joinedAfterMs = 60_000

/** Each new alarm joins the event of its unit that still stands, or begins one; the gravest first. */
export const gatherEvents = (known: UnitEvent[], fresh: Detector[]): UnitEvent[] => {
  const events = known.map((one) => ({ ...one, joining: [...one.joining] }))
  for (const one of [...fresh].sort(graver)) {
    const event = events.find((other) => belongs(one, other))
    if (event) event.joining.push(one)
    else events.push({ incident: one.id, sent: null, members: [], joining: [one] })
  }
  return events
}

const graver = (one: Detector, other: Detector): number =>
  one.level - other.level ||
  Date.parse(one.raisedAt) - Date.parse(other.raisedAt) ||
  (one.id < other.id ? -1 : 1)

const belongs = (one: Detector, { members, joining }: UnitEvent): boolean => {
  const all = [...members, ...joining]
  const sameUnit = all.some(
    (other) =>
      other.site === one.site && other.region === one.region && other.synthetic === one.synthetic,
  )
  const placed = all.flatMap((other) => placeOf(other) ?? [])
  const place = placeOf(one)
  return (
    sameUnit &&
    (place === null ||
      placed.length === 0 ||
      placed.some((other) => apartKm(place, other) <= groundKm))
  )
}

type Place = { lon: number; lat: number }

const placeOf = ({ lon, lat }: Detector): Place | null =>
  lon === null || lat === null ? null : { lon, lat }

const kmPerDegree = 111.2

/** Flat earth: right to a metre over some kilometres. */
const apartKm = (one: Place, other: Place): number => {
  const east = (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180)
  return Math.hypot(east, one.lat - other.lat) * kmPerDegree
}

const standingOf = ({ members, joining }: UnitEvent): Detector[] =>
  [...members, ...joining].filter(({ closed }) => !closed).sort(graver)

/** What a person has said stands until a person says otherwise, or until it gets graver; all clear only when all have ended. */
export const courseOf = (event: UnitEvent, now: Date): Course => {
  const { sent, joining } = event
  const [gravest] = standingOf(event)
  if (!gravest) return sent === null || sent.byPerson ? null : 'end'
  if (sent === null || gravest.level < sent.level) return 'tell'
  if (sent.byPerson) return joining.length > 0 ? 'note' : null
  const further = joining.length > 0 && now.getTime() - Date.parse(sent.sent) >= joinedAfterMs
  return gravest.level > sent.level || further ? 'tell' : null
}

const mostNamed = 10
const mostAreas = 20

/** One message for all: it speaks by the gravest that stands, names the others, and holds around each of them. */
export const eventWarningContent = (event: UnitEvent): WarningContent => {
  const all = [...event.members, ...event.joining].sort(graver)
  const standing = standingOf(event)
  const ended = standing.length === 0
  const [first, ...others] = ended ? all : standing
  if (!first) throw new RangeError('an event of no alarm')
  const level = ended ? (event.sent?.level ?? first.level) : first.level
  const content = alarmWarningContent(
    { ...first, level, raisedAt: all.map(({ raisedAt }) => raisedAt).sort()[0] ?? first.raisedAt },
    ended,
  )
  if (others.length === 0) return content
  const names = [...new Set(others.map(({ name }) => name))]
  const named = `${names.slice(0, mostNamed).join('、')}${names.length > mostNamed ? '等' : ''}`
  const more = ended
    ? `同一单位 ${all.length} 个测点的报警均已解除：`
    : `同一单位另有 ${others.length} 个测点报警：`
  return {
    ...content,
    description: `${content.description}。${more}${named}`,
    ...(ended ? {} : { also: alsoAround(first, others) }),
  }
}

const alsoAround = (first: Detector, others: Detector[]): NonNullable<WarningContent['also']> => {
  const taken = [placeOf(first)].filter((place) => place !== null)
  return others.flatMap((one) => {
    const place = placeOf(one)
    if (!place || taken.length > mostAreas || taken.some((other) => apartKm(place, other) < 0.01))
      return []
    taken.push(place)
    const { km } = eventKinds[eventKindOf(one)]
    return [{ ...place, km, place: `${one.name}周边${km}公里` }]
  })
}

/**
 * Once a person has spoken, all that he said holds until its own end: what to do, where, until when. The machine says only how grave it has become,
 * and adds what rings outside of his area.
 */
export const keepSaid = (
  content: WarningContent,
  said: WarningContent,
  now: Date,
): WarningContent => {
  if (said.expires !== null && Date.parse(said.expires) <= now.getTime()) return content
  const { level, headline, exercise } = content
  const description = `${content.description}。此前发布：${said.description}`
  const graver = { ...said, level, headline, exercise, description }
  if (said.unplaced) {
    const { around, polygon, place, unplaced, also } = content
    return { ...graver, around, polygon, place, unplaced, also }
  }
  const also = [...(said.also ?? []), ...ringingBeyond(content, said)].slice(0, mostAreas)
  return also.length > 0 ? { ...graver, also } : graver
}

const ringingBeyond = (
  { around, place, also = [] }: WarningContent,
  said: WarningContent,
): NonNullable<WarningContent['also']> => {
  const circle = said.around
  if (circle === null && !said.polygon) return []
  const held = [...(circle ? [circle] : []), ...(said.also ?? [])]
  const ringing = [...(around ? [{ ...around, place: place ?? '' }] : []), ...also]
  return ringing.filter((one) => !held.some((other) => apartKm(one, other) + one.km <= other.km))
}
