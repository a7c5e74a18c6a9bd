// Which words does a PDF say? As much of the format as the product's own printer uses: pages, their fonts, and what each font calls its glyphs.
import { inflateSync } from 'node:zlib'

/** The dictionary of an object as it is written, and what its stream holds. */
type Part = { head: string; body: Buffer }
type Parts = Map<string, Part>

const nothing = Buffer.alloc(0)

/** All words of all pages in the order in which they are drawn, without any white space. */
export const pdfText = (pdf: Buffer): string => {
  const parts = partsOf(pdf)
  return [...parts.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map((page) => textOf(parts, page))
    .join('')
    .replace(/\s/g, '')
}

const partsOf = (pdf: Buffer): Parts => {
  const latin = pdf.toString('latin1')
  const parts: Parts = new Map()
  for (const found of latin.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const part = partAt(pdf, latin, found.index + found[0].length)
    parts.set(found[1] ?? '', part)
    if (part.head.includes('/ObjStm'))
      for (const [id, head] of packed(part)) parts.set(id, { head, body: nothing })
  }
  return parts
}

const partAt = (pdf: Buffer, latin: string, from: number): Part => {
  const end = latin.indexOf('endobj', from)
  const start = /stream\r?\n/.exec(latin.slice(from, end))
  if (!start) return { head: latin.slice(from, end), body: nothing }
  const head = latin.slice(from, from + start.index)
  const begins = from + start.index + start[0].length
  const raw = pdf.subarray(begins, begins + Number(/\/Length (\d+)/.exec(head)?.[1]))
  return { head, body: head.includes('/FlateDecode') ? inflateSync(raw) : raw }
}

/** Objects without streams may lie together in one. */
const packed = ({ head, body }: Part): [string, string][] => {
  const first = Number(/\/First (\d+)/.exec(head)?.[1])
  const words = body.toString('latin1')
  const numbers = words.slice(0, first).trim().split(/\s+/)
  const at = (n: number) => first + Number(numbers[2 * n + 1])
  return Array.from({ length: numbers.length / 2 }, (_, n) => [
    numbers[2 * n] ?? '',
    words.slice(at(n), 2 * n + 3 < numbers.length ? at(n + 1) : undefined),
  ])
}

/** What stands under a name in a dictionary: there, or in the object that it refers to. */
const under = (parts: Parts, head: string, name: string): string => {
  const to = new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1]
  return to
    ? (parts.get(to)?.head ?? '')
    : head.slice(Math.max(0, head.search(new RegExp(`/${name}\\s*<<`))))
}

type Glyphs = Map<number, string>

const fontsOf = (parts: Parts, page: Part): Map<string, Glyphs> => {
  const fonts = under(parts, under(parts, page.head, 'Resources'), 'Font')
  const inside = /<<([^>]*)>>/.exec(fonts)?.[1] ?? ''
  return new Map(
    [...inside.matchAll(/(\/\S+?)\s+(\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.head ?? '')?.[1] ?? ''
      return [name, glyphsOf(parts.get(table)?.body.toString('latin1') ?? '')]
    }),
  )
}

const signs = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

const glyphsOf = (table: string): Glyphs => {
  const glyphs: Glyphs = new Map()
  for (const [, pairs = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of pairs.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(code, 16), signs(to))
  for (const [, ranges = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', , to = ''] of ranges.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(from, 16), signs(to))
  return glyphs
}

const textOf = (parts: Parts, page: Part): string => {
  const fonts = fontsOf(parts, page)
  const contents = /\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(page.head)?.[1] ?? ''
  const drawn = [...contents.matchAll(/(\d+) 0 R/g)]
    .map(([, id = '']) => parts.get(id)?.body.toString('latin1') ?? '')
    .join('\n')
  let glyphs: Glyphs = new Map()
  let name = ''
  let waiting: Buffer[] = []
  let texts = ''
  for (const token of tokens(drawn)) {
    if (token.startsWith('/')) name = token
    else if (/^[<(]/.test(token) && token !== '<<') waiting.push(bytesIn(token))
    else if (token === 'Tf') glyphs = fonts.get(name) ?? new Map()
    else if (/^T[jJ]$/.test(token)) texts += waiting.map((bytes) => spelled(bytes, glyphs)).join('')
    if (/^[A-Za-z'"*]+$/.test(token)) waiting = []
  }
  return texts
}

/** Strings in brackets may hold brackets, as long as they are balanced. */
const tokens = (drawn: string): string[] => {
  const plain = /\s+|<<|>>|[[\]]|<[\da-fA-F\s]*>|\/[^\s<>[\]()/]+|[^\s<>[\]()/]+/y
  const found: string[] = []
  for (let at = 0; at < drawn.length; ) {
    if (drawn[at] === '(') {
      const end = closing(drawn, at)
      found.push(drawn.slice(at, end))
      at = end
      continue
    }
    plain.lastIndex = at
    const token = plain.exec(drawn)?.[0] ?? drawn.charAt(at)
    if (token.trim() !== '') found.push(token)
    at += token.length
  }
  return found
}

const closing = (drawn: string, from: number): number => {
  let depth = 0
  for (let at = from; at < drawn.length; at += 1) {
    if (drawn[at] === '\\') at += 1
    else if (drawn[at] === '(') depth += 1
    else if (drawn[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return drawn.length
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const bytesIn = (token: string): Buffer =>
  token.startsWith('<')
    ? Buffer.from(token.slice(1, -1).replace(/\s/g, ''), 'hex')
    : Buffer.from(
        token.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) => {
          return /^[0-7]/.test(one)
            ? String.fromCharCode(Number.parseInt(one, 8))
            : (escapes[one] ?? one)
        }),
        'latin1',
      )

/** Two bytes a glyph. */
const spelled = (bytes: Buffer, glyphs: Glyphs): string =>
  Array.from(
    { length: bytes.length >> 1 },
    (_, at) => glyphs.get(bytes.readUInt16BE(2 * at)) ?? '',
  ).join('')
