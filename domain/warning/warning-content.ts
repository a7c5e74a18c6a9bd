// What is said in a warning, before it is written down as CAP?

import { isRegion, regions } from '../organisation/regions.ts'
import type { Instant } from '../time/instant.ts'
import { type Area, around, district, ringOf } from './area.ts'
import type { certainties } from './cap-shape.ts'
import { districts, type Position } from './districts.ts'
import { type DrawnArea, squareKmOf } from './drawn-area.ts'
import { type EventKindName, eventKinds } from './event-kinds.ts'
import { identifierOf, type Office } from './identifier.ts'
import type { Warning } from './warning.ts'

export type Sender = Office & { sender: string; name: string }

export const allowedResponses = ['Monitor', 'Prepare', 'Shelter', 'Evacuate', 'Avoid'] as const

/** Neither `around` nor `polygon`: the whole of the region. */
export type WarningContent = DrawnArea & {
  level: Warning['level']
  kind: EventKindName
  event: string
  headline: string
  description: string
  instruction: string | null
  response: (typeof allowedResponses)[number]
  certainty: (typeof certainties)[number]
  onset: Instant | null
  expires: Instant | null
  /** GB/T 2260. */
  region: string
  /** Null: the name of the region, and how far around. */
  place: string | null
  /** Further places of the same event. */
  also?: { lon: number; lat: number; km: number; place: string }[] | undefined
  /** Nobody has registered where it is: `place` names it, and the region as a whole is not warned. */
  unplaced?: true | undefined
  /** Made up, by a simulator or for a drill. */
  exercise: boolean
}

const urgencies = { 1: 'Immediate', 2: 'Immediate', 3: 'Expected', 4: 'Future' } as const

type Letter = {
  from: Sender
  at: Date
  number: number
  course: Warning['course']
  incident: string
}

/** Only for those who take it, to act upon: what the public is told is not decided here. The number is the sender's own for that second. */
export const warningFrom = (
  content: WarningContent,
  { from, at, number, course, incident }: Letter,
): Warning => {
  const ended = course.type === 'Cancel'
  return {
    identifier: identifierOf(from, at, number),
    sender: from.sender,
    sent: at,
    course,
    incident,
    origin: content.exercise
      ? { synthetic: true, status: 'Exercise' }
      : { synthetic: false, status: 'Actual' },
    scope: { scope: 'Restricted', restriction: '仅供接收单位应急处置使用，不向社会公布' },
    level: content.level,
    category: eventKinds[content.kind].category,
    event: content.event,
    eventCode: null,
    responses: [ended ? 'AllClear' : content.response],
    urgency: ended ? 'Past' : urgencies[content.level],
    certainty: content.certainty,
    onset: dateOf(content.onset),
    expires: ended ? null : dateOf(content.expires),
    senderName: from.name,
    headline: content.headline,
    description: content.description,
    instruction: content.instruction,
    areas: areasOf(content),
    ...(content.unplaced && content.level === 1 ? { severity: 'Severe' as const } : {}),
  }
}

const dateOf = (at: Instant | null): Date | null => (at === null ? null : new Date(at))

export const regionNamed = (code: string): string =>
  districts.get(code)?.name ?? (isRegion(code) ? regions[code].name.zh : code)

const areasOf = (content: WarningContent): Area[] => [
  areaOf(content),
  ...(content.also ?? []).map(({ lon, lat, km, place }) =>
    around([lon, lat], km, place, content.region),
  ),
]

const areaOf = ({ region, around: circle, polygon, place, unplaced }: WarningContent): Area => {
  // The code of the region would warn all of it.
  if (unplaced)
    return { words: place ?? regionNamed(region), rings: [], circle: null, geocode: null }
  if (polygon) return polygonArea(polygon, place ?? drawnWords(region, polygon))
  if (circle === null) return district(region, place ?? regionNamed(region))
  const { lon, lat, km } = circle
  return around(
    [lon, lat],
    km,
    place ?? `${regionNamed(region)} ${lat},${lon}周边${km}公里`,
    region,
  )
}

/** The code of the region beside it would warn all of that (3.2.4 of CAP 1.2: an area is what its parts cover together). */
const polygonArea = (polygon: Position[], words: string): Area => ({
  words,
  rings: [ringOf(polygon)],
  circle: null,
  geocode: null,
})

const drawnWords = (region: string, polygon: Position[]): string =>
  `${regionNamed(region)} 划定范围（${squareKmOf(polygon)}平方公里）`
