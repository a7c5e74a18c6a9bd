// How is a warning written as CAP 1.2 with the Chinese profile (GB/T 35965.1-2018)?
import { type Element, writeXml } from '../xml.ts'
import type { Area, Ring } from './area.ts'
import { CAP } from './cap-shape.ts'
import { beijingTime } from './identifier.ts'
import { colours, type Reference, type Warning } from './warning.ts'

type Child = Element | null | Child[]

const of = (name: string, ...children: Child[]): Element => ({
  name,
  attributes: {},
  children: children.flat(9).filter((child) => child !== null) as Element[],
})
const leaf = (name: string, text: string): Element => ({ name, attributes: {}, children: [text] })
const maybe = (name: string, text: string | null): Element | null =>
  text === null || text === '' ? null : leaf(name, text)
const valued = (name: string, valueName: string, value: string): Element =>
  of(name, leaf('valueName', valueName), leaf('value', value))

/** Neither may hold what would make a reference read as another (3.2.1 of CAP 1.2). */
const named = (text: string): string => {
  if (text === '' || /[\s,<&]/.test(text))
    throw new RangeError(`a sender or an identifier may not be "${text}"`)
  return text
}

/**
 * The document, with its declaration; order and values are those of the schema. Throws RangeError for a sender, an identifier or an area that
 * CAP cannot say, and TypeError for what a simulator made and claims to be Actual, whatever types have said before.
 */
export const writeCap = (warning: Warning): string => {
  const { origin, identifier, sender, sent, scope, course, incident } = warning
  if (origin.synthetic !== false && (origin.status as string) === 'Actual')
    throw new TypeError('an exercise may not leave as Actual')
  const alert = of(
    'alert',
    ...[
      leaf('identifier', named(identifier)),
      leaf('sender', named(sender)),
      leaf('sent', beijingTime(sent)),
    ],
    ...[leaf('status', origin.status), leaf('msgType', course.type), leaf('scope', scope.scope)],
    scope.scope === 'Restricted' ? leaf('restriction', scope.restriction) : null,
    scope.scope === 'Private' ? leaf('addresses', scope.addresses.map(address).join(' ')) : null,
    maybe('note', origin.synthetic ? '演练，不是真实预警。Exercise: not a real warning.' : null),
    course.type === 'Alert'
      ? null
      : leaf('references', course.references.map(referenceOf).join(' ')),
    maybe('incidents', incident),
    infoOf(warning),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml({ ...alert, attributes: { xmlns: CAP } })}\n`
}

const address = (text: string): string => (/\s/.test(text) ? `"${text.replaceAll('"', '')}"` : text)

/** `sender,identifier,sent`, as the earlier message said them. */
export const referenceOf = ({ sender, identifier, sent }: Reference): string =>
  [named(sender), named(identifier), beijingTime(sent)].join(',')

const infoOf = (warning: Warning): Element => {
  const {
    level,
    category,
    event,
    eventCode,
    responses,
    urgency,
    certainty,
    sent,
    onset,
    expires,
    origin,
  } = warning
  const { colour, severity } = {
    ...colours[level],
    ...(warning.severity && { severity: warning.severity }),
  }
  const mark = origin.synthetic ? '【演练】' : ''
  return of(
    'info',
    ...[leaf('language', 'zh-CN'), leaf('category', category), leaf('event', event)],
    responses.map((response) => leaf('responseType', response)),
    ...[leaf('urgency', urgency), leaf('severity', severity), leaf('certainty', certainty)],
    eventCode && valued('eventCode', eventCode.valueName, eventCode.value),
    leaf('effective', beijingTime(sent)),
    onset && leaf('onset', beijingTime(onset)),
    expires && leaf('expires', beijingTime(expires)),
    ...[maybe('senderName', warning.senderName), maybe('headline', `${mark}${warning.headline}`)],
    ...[
      maybe('description', `${mark}${warning.description}`),
      maybe('instruction', warning.instruction),
    ],
    valued('parameter', 'Severity', colour),
    warning.areas.map(areaOf),
  )
}

const areaOf = ({ words, rings, circle, geocode }: Area): Element =>
  of(
    'area',
    leaf('areaDesc', words),
    rings.map((ring) => leaf('polygon', polygonOf(ring))),
    circle && leaf('circle', `${circle.at[1]},${circle.at[0]} ${circle.km}`),
    geocode === null ? null : valued('geocode', 'GB/T 2260', geocode),
  )

/** Latitude before longitude, the first again at the end. */
const polygonOf = (ring: Ring): string => {
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || !first || first[0] !== last?.[0] || first[1] !== last[1])
    throw new RangeError('a polygon is not closed')
  return ring.map(([lon, lat]) => `${lat},${lon}`).join(' ')
}

/** What a receiver answers with: the message it has taken (Ack), or could not take (Error), and why. */
export const writeAnswer = (answer: {
  type: 'Ack' | 'Error'
  identifier: string
  sender: string
  sent: Date
  status: Warning['origin']['status']
  note: string
  to: Reference
}): string => {
  const { type, identifier, sender, sent, status, note, to } = answer
  const alert = of(
    'alert',
    ...[
      leaf('identifier', named(identifier)),
      leaf('sender', named(sender)),
      leaf('sent', beijingTime(sent)),
    ],
    ...[
      leaf('status', status),
      leaf('msgType', type),
      leaf('scope', 'Private'),
      leaf('addresses', address(to.sender)),
    ],
    ...[maybe('note', note), leaf('references', referenceOf(to))],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml({ ...alert, attributes: { xmlns: CAP } })}\n`
}
