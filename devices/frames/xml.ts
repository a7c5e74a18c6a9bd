// What does a small XML document say, read so that nothing in it can do harm?
import { type Element, NO_CHARACTER } from '../../domain/xml.ts'
import type { Fault } from './protocol.ts'
import { both } from './words.ts'

/** `head` and `tail`: what stands before and behind the root, as it was. */
export type Xml = { head: string; root: Element; tail: string }

export type ReadXml = { ok: true; xml: Xml } | { ok: false; fault: Fault }

/** Bytes of a document, and how deep its elements may lie. */
export const MOST_BYTES = 65_536
const DEEPEST = 20

class Wrong extends Error {
  readonly fault: Fault
  constructor(reason: string, at: number, zh: string, en: string) {
    super(reason)
    this.fault = { reason, at, words: both(zh, en) }
  }
}

type Place = { text: string; at: number }

/**
 * One root element. Refused: document type declarations, entities other than the five and numbers, processing instructions, attributes given
 * twice, more than 20 levels, more than 64 KB, characters that XML does not have. Never throws.
 */
export const readXml = (text: string): ReadXml => {
  try {
    if (Buffer.byteLength(text) > MOST_BYTES)
      throw new Wrong('oversize', MOST_BYTES, '超过64KB', 'longer than 64 KB')
    const strange = text.search(NO_CHARACTER)
    if (strange >= 0)
      throw new Wrong(
        'character',
        strange,
        '含有XML不允许的字符',
        'a character that XML does not have',
      )
    const place: Place = { text, at: 0 }
    const head = outside(place, true)
    if (place.at >= text.length)
      throw new Wrong('no-root', place.at, '没有根元素', 'there is no element')
    const root = element(place, 1)
    const tail = outside(place, false)
    if (place.at < text.length)
      throw new Wrong(
        'after-root',
        place.at,
        '根元素之后还有内容',
        'something follows the root element',
      )
    return { ok: true, xml: { head, root, tail } }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, fault: error.fault }
    throw error
  }
}

const NAME = /[A-Za-z_\u4e00-\u9fff][\w.\-\u4e00-\u9fff]*(?::[A-Za-z_][\w.-]*)?/y

const startsWith = ({ text, at }: Place, what: string): boolean => text.startsWith(what, at)

/** White space and comments; before the root also the declaration. */
const outside = (place: Place, before: boolean): string => {
  const from = place.at
  if (before && startsWith(place, '\ufeff')) place.at += 1
  if (before && /^<\?xml\s/.test(place.text.slice(place.at, place.at + 6))) skipTo(place, '?>')
  for (;;) {
    white(place)
    if (!startsWith(place, '<!--')) break
    skipTo(place, '-->')
  }
  if (startsWith(place, '<!'))
    throw new Wrong(
      'doctype',
      place.at,
      '不接受DTD与实体声明',
      'document type declarations are refused',
    )
  if (startsWith(place, '<?'))
    throw new Wrong(
      'instruction',
      place.at,
      '不接受处理指令',
      'processing instructions are refused',
    )
  return place.text.slice(from, place.at)
}

const white = (place: Place): void => {
  const { text } = place
  while (place.at < text.length && ' \t\r\n'.includes(text[place.at] ?? '')) place.at += 1
}

const skipTo = (place: Place, end: string): void => {
  const found = place.text.indexOf(end, place.at)
  if (found < 0) throw new Wrong('truncated', place.text.length, '内容不完整', 'it has no end')
  place.at = found + end.length
}

const named = (place: Place): string => {
  NAME.lastIndex = place.at
  const [name] = NAME.exec(place.text) ?? []
  if (name === undefined)
    throw new Wrong(
      place.at < place.text.length ? 'name' : 'truncated',
      place.at,
      '此处应为名称',
      'a name should stand here',
    )
  place.at += name.length
  return name
}

const expected = (place: Place, what: string): void => {
  if (!startsWith(place, what)) {
    const ended = place.at >= place.text.length
    throw new Wrong(
      ended ? 'truncated' : 'markup',
      place.at,
      `此处应为 ${what}`,
      `${what} should stand here`,
    )
  }
  place.at += what.length
}

const element = (place: Place, depth: number): Element => {
  if (depth > DEEPEST)
    throw new Wrong('depth', place.at, '嵌套超过20层', 'more than 20 levels deep')
  expected(place, '<')
  const name = named(place)
  const attributes = attributesOf(place)
  if (startsWith(place, '/>')) {
    place.at += 2
    return { name, attributes, children: [] }
  }
  expected(place, '>')
  const children = content(place, depth)
  expected(place, '</')
  const closing = place.at
  if (named(place) !== name)
    throw new Wrong(
      place.at < place.text.length ? 'markup' : 'truncated',
      closing,
      `${name}没有结束`,
      `${name} is not closed`,
    )
  white(place)
  expected(place, '>')
  return { name, attributes, children }
}

const attributesOf = (place: Place): Record<string, string> => {
  const found = new Map<string, string>()
  for (;;) {
    const before = place.at
    white(place)
    if (startsWith(place, '>') || startsWith(place, '/>')) return Object.fromEntries(found)
    if (place.at === before)
      throw new Wrong(
        'markup',
        place.at,
        '属性之间应有空白',
        'white space should stand before an attribute',
      )
    const at = place.at
    const name = named(place)
    if (found.has(name))
      throw new Wrong(
        'attribute-twice',
        at,
        `属性${name}重复`,
        `the attribute ${name} stands twice`,
      )
    white(place)
    expected(place, '=')
    white(place)
    found.set(name, quoted(place))
  }
}

const quoted = (place: Place): string => {
  const quote = place.text[place.at] === "'" ? "'" : '"'
  expected(place, quote)
  const end = place.text.indexOf(quote, place.at)
  if (end < 0) throw new Wrong('truncated', place.text.length, '内容不完整', 'it has no end')
  const raw = place.text.slice(place.at, end)
  if (raw.includes('<'))
    throw new Wrong('markup', place.at + raw.indexOf('<'), '属性值中有 <', '< inside an attribute')
  const value = resolved(raw, place.at)
  place.at = end + 1
  return value
}

const content = (place: Place, depth: number): Element['children'] => {
  const children: Element['children'] = []
  const add = (text: string): void => {
    if (text === '') return
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else children.push(text)
  }
  for (;;) {
    const next = place.text.indexOf('<', place.at)
    if (next < 0) throw new Wrong('truncated', place.text.length, '内容不完整', 'it has no end')
    add(resolved(place.text.slice(place.at, next), place.at))
    place.at = next
    if (startsWith(place, '</')) return children
    if (startsWith(place, '<!--')) skipTo(place, '-->')
    else if (startsWith(place, '<![CDATA[')) {
      const from = place.at + 9
      skipTo(place, ']]>')
      add(place.text.slice(from, place.at - 3))
    } else if (startsWith(place, '<!'))
      throw new Wrong(
        'doctype',
        place.at,
        '不接受DTD与实体声明',
        'document type declarations are refused',
      )
    else if (startsWith(place, '<?'))
      throw new Wrong(
        'instruction',
        place.at,
        '不接受处理指令',
        'processing instructions are refused',
      )
    else children.push(element(place, depth + 1))
  }
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
)

const resolved = (raw: string, from: number): string =>
  raw.replaceAll(/&([^;&\s]{0,12};)?/g, (whole, body: string | undefined, at: number) => {
    const name = body?.slice(0, -1) ?? ''
    const known = entities.get(name)
    if (known !== undefined) return known
    const [, hex, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name) ?? []
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 'x')
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ''
    if (character === '' || NO_CHARACTER.test(character))
      throw new Wrong('entity', from + at, `不接受的实体${whole}`, `the entity ${whole} is refused`)
    return character
  })
