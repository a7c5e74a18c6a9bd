// Which elements may a CAP 1.2 message have, in which order, and with which values?
import { categories } from '../duty/cap-categories.ts'
import { childrenOf, type Element, textOf } from '../xml.ts'

export const CAP = 'urn:oasis:names:tc:emergency:cap:1.2'

/** `text`: anything; `time`: with a numeric offset; a list: one of these; a name: an element that has parts itself. */
export type Kind =
  | 'text'
  | 'time'
  | 'number'
  | 'whole'
  | 'address'
  | 'language'
  | readonly string[]
  | { parts: string }
export type Part = { name: string; least: 0 | 1; many: boolean; kind: Kind }
export type Shape = Readonly<Record<string, readonly Part[]>>

const part =
  (least: 0 | 1, many: boolean) =>
  (name: string, kind: Kind = 'text'): Part => ({ name, least, many, kind })
const one = part(1, false)
const some = part(1, true)
const maybe = part(0, false)
const any = part(0, true)

export const statuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
export const messageTypes = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const
export const scopes = ['Public', 'Restricted', 'Private'] as const
export const responses = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const

const valued = [one('valueName'), one('value')]

/** The schema of OASIS CAP 1.2 as a table: order, how often, and what each may hold. */
export const capShape: Shape = {
  alert: [
    one('identifier'),
    one('sender'),
    one('sent', 'time'),
    one('status', statuses),
    one('msgType', messageTypes),
    maybe('source'),
    one('scope', scopes),
    maybe('restriction'),
    maybe('addresses'),
    any('code'),
    maybe('note'),
    maybe('references'),
    maybe('incidents'),
    any('info', { parts: 'info' }),
  ],
  info: [
    maybe('language', 'language'),
    some('category', categories),
    one('event'),
    any('responseType', responses),
    one('urgency', urgencies),
    one('severity', severities),
    one('certainty', certainties),
    maybe('audience'),
    any('eventCode', { parts: 'eventCode' }),
    maybe('effective', 'time'),
    maybe('onset', 'time'),
    maybe('expires', 'time'),
    maybe('senderName'),
    maybe('headline'),
    maybe('description'),
    maybe('instruction'),
    maybe('web', 'address'),
    maybe('contact'),
    any('parameter', { parts: 'parameter' }),
    any('resource', { parts: 'resource' }),
    any('area', { parts: 'area' }),
  ],
  eventCode: valued,
  parameter: valued,
  geocode: valued,
  resource: [
    one('resourceDesc'),
    one('mimeType'),
    maybe('size', 'whole'),
    maybe('uri', 'address'),
    maybe('derefUri'),
    maybe('digest'),
  ],
  area: [
    one('areaDesc'),
    any('polygon'),
    any('circle'),
    any('geocode', { parts: 'geocode' }),
    maybe('altitude', 'number'),
    maybe('ceiling', 'number'),
  ],
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/

/** What keeps a document from being a CAP 1.2 message; nothing: it is one. */
export const complaintsOf = (root: Element, shape: Shape = capShape): string[] => {
  const [prefix = '', name] = root.name.includes(':') ? root.name.split(':') : ['', root.name]
  const space = root.attributes[prefix ? `xmlns:${prefix}` : 'xmlns']
  if (name !== 'alert' || space !== CAP)
    return [`the root is {${space ?? ''}}${name}, not {${CAP}}alert`]
  return inOrder(root, 'alert', shape, prefix ? `${prefix}:` : '')
}

const inOrder = (parent: Element, called: string, shape: Shape, prefix: string): string[] => {
  const parts = shape[called] ?? []
  const complaints: string[] = []
  let next = 0
  let seen = 0
  for (const child of childrenOf(parent)) {
    const name = nameBehind(prefix, child)
    const found = parts.findIndex((one, index) => index >= next && one.name === name)
    if (found < 0) {
      complaints.push(`${called}: ${name} is unknown or out of order`)
      continue
    }
    complaints.push(...missing(parts.slice(seen === 0 ? next : next + 1, found), called))
    seen = found === next ? seen + 1 : 1
    next = found
    const part = parts[found]!
    if (seen > 1 && !part.many) complaints.push(`${called}: ${name} stands ${seen} times`)
    complaints.push(...holds(child, part, called, shape, prefix))
  }
  return [...complaints, ...missing(parts.slice(seen === 0 ? next : next + 1), called)]
}

const nameBehind = (prefix: string, { name }: Element): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : name

const missing = (parts: readonly Part[], called: string): string[] =>
  parts.filter(({ least }) => least === 1).map(({ name }) => `${called}: ${name} is missing`)

const holds = (
  child: Element,
  { name, kind }: Part,
  called: string,
  shape: Shape,
  prefix: string,
): string[] => {
  if (typeof kind === 'object' && 'parts' in kind) {
    const loose = textOf(child).trim() === '' ? [] : [`${name}: text between elements`]
    return [...loose, ...inOrder(child, kind.parts, shape, prefix)]
  }
  if (childrenOf(child).length > 0) return [`${called}: ${name} holds elements`]
  const text = textOf(child)
  return fits(text, kind) ? [] : [`${called}: ${name} may not be "${text.slice(0, 80)}"`]
}

const fits = (text: string, kind: Exclude<Kind, { parts: string }>): boolean => {
  if (typeof kind !== 'string') return kind.includes(text)
  if (kind === 'time') return TIME.test(text) && !Number.isNaN(Date.parse(text))
  if (kind === 'number') return /^\s*[-+]?(\d+(\.\d*)?|\.\d+)\s*$/.test(text)
  if (kind === 'whole') return /^\s*[-+]?\d+\s*$/.test(text)
  if (kind === 'language') return /^\s*[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\s*$/.test(text)
  return true
}
