// Would this PDF do more than be read? (ISO 32000-1: 7.5.7 object streams, 7.11.4 embedded files, 12.6 actions)
import { constants, inflateSync } from 'node:zlib'
import { type Text, text } from '../language/words.ts'

const printAgain = { zh: '请打印为 PDF 后重新上传', en: 'print it to PDF and upload that' }
const refusal = (zh: string, en: string): Text =>
  text(`${zh}，${printAgain.zh}`, `${en}; ${printAgain.en}`)

const script = refusal('PDF 中含有脚本', 'The PDF holds a script')
const launching = refusal(
  'PDF 打开时会启动程序、跳转或发送数据',
  'The PDF starts something, leads away or sends data when it is opened',
)
const attached = refusal('PDF 中嵌有其他文件或媒体', 'Other files or media are embedded in the PDF')
const locked = refusal(
  'PDF 已加密，无法检查和查看',
  'The PDF is encrypted and can be neither checked nor viewed',
)
const unreadable = refusal('PDF 的内部结构无法检查', 'The inside of the PDF cannot be checked')

/** A name ends where a sign follows that cannot stand in one. */
const named = (names: string) => new RegExp(`/(?:${names})(?=[\\s()<>[\\]{}/%])`)
const dangers: [RegExp, Text][] = [
  [named('JavaScript'), script],
  [/\/JS\s*(?:\(|<|\d+\s+\d+\s+R)/, script],
  [named('Launch|SubmitForm|ImportData|GoToE|GoToR|XFA'), launching],
  // What is done when a page or the file is opened, closed or printed (12.6.3); with its value, for in a photograph three bytes alone may say so.
  [
    /\/AA(?:\s{0,50}%[^\r\n]{0,200}[\r\n]){0,8}\s{0,50}(?:<<|\d{1,10}\s{1,50}\d{1,5}\s{1,50}R)/,
    launching,
  ],
  [named('EmbeddedFiles?|RichMedia|Rendition'), attached],
  [/\/Encrypt\s*(?:\d|<<)/, locked],
]

const mostInflated = 64 * 1024 * 1024

/** An honest PDF says where it opens once for each time that it was saved. */
const mostOpenings = 1_000

/** Why the PDF is refused, or null. What it shows is not looked at, only what it could do; no byte is read more than a few times, packed ones included. */
export const pdfFault = (bytes: Uint8Array): Text | null => {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const packs = packsIn(raw)
  if (packs === null) return unreadable
  const outside = plainWords(raw)
  const texts = [outside, ...packs.map((pack) => plainWords(pack.bytes))]
  const found = dangers.find(([pattern]) => texts.some((words) => pattern.test(words)))
  if (found) return found[1]
  return opensQuietly(texts.flatMap(openingsIn), outside, packs) ? null : launching
}

/** Names may be written with `#4A` for `J`, and a zero byte is a space (7.2.2). */
const plainWords = (bytes: Buffer): string => {
  const plain = Buffer.allocUnsafe(bytes.length)
  let to = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] || 0x20
    const code = byte === 0x23 ? hexAt(bytes, at + 1) : null
    plain[to] = code ?? byte
    to += 1
    if (code !== null) at += 2
  }
  return plain.toString('latin1', 0, to)
}

const hexAt = (bytes: Buffer, at: number): number | null => {
  const [high, low] = [digitOf(bytes[at]), digitOf(bytes[at + 1])]
  return high === null || low === null ? null : high * 16 + low
}

const digitOf = (byte = 0): number | null => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null
}

/** What an object stream holds unpacked: pairs of number and offset, and at `first` the objects (7.5.7). */
type Pack = { bytes: Buffer; first: number }

/** The object streams; null when they cannot be read, lie in each other, or unpack to too much. */
const packsIn = (raw: Buffer): Pack[] | null => {
  const found: Pack[] = []
  let [from, size, end] = [0, 0, 0]
  for (const { index } of raw.toString('latin1').matchAll(/(?<!end)stream\s/g)) {
    const before = raw.subarray(Math.max(from, index - 65_536), index)
    const head = plainWords(before.subarray(Math.max(0, before.lastIndexOf(' obj'))))
    from = index
    if (!isPacked(head)) continue
    const start = index + 6
    const pack = index < end ? null : packIn(raw.subarray(start), head, mostInflated - size)
    if (pack === null) return null
    size += pack.bytes.length
    end = start + pack.read
    found.push(pack)
  }
  return found
}

/** By its type, or by what only a stream of objects says: there are readers that ask for no type. */
const isPacked = (head: string): boolean =>
  /\/Type\s*\/ObjStm(?![A-Za-z])/.test(head) || (named('First').test(head) && named('N').test(head))

/** `read`: how many bytes of the body it was packed in; no more than `most` come of them. */
const packIn = (body: Buffer, head: string, most: number): (Pack & { read: number }) | null => {
  const filter = /\/Filter\s*(\[[^[\]]*\]|\/\w+)/.exec(head)?.[1]?.replace(/[[\]\s]/g, '')
  if (filter !== '/FlateDecode' && filter !== '/Fl') return null
  if (/\/Predictor\s*(?!1\b)\d/.test(head)) return null
  const first = Number(/\/First\s+(\d+)(?!\d*\s+\d+\s+R)/.exec(head)?.[1] ?? Number.NaN)
  const start = body.findIndex((byte) => byte > 0x20)
  try {
    const { bytes, read } = inflated(body.subarray(start), most)
    const pack = { bytes, first, read: start + read }
    return first <= bytes.length && areInOrder(pack) ? pack : null
  } catch {
    return null
  }
}

const inflated = (body: Buffer, most: number): { bytes: Buffer; read: number } => {
  const options = { maxOutputLength: Math.max(most, 1), finishFlush: constants.Z_SYNC_FLUSH }
  const { buffer, engine } = inflateSync(body, { ...options, info: true }) as unknown as {
    buffer: Buffer
    engine: { bytesWritten: number }
  }
  return { bytes: buffer, read: engine.bytesWritten }
}

/** Offsets shall increase (7.5.7): of objects that lie in each other nobody knows which a reader shows. */
const areInOrder = (pack: Pack): boolean => {
  let last = -1
  return everyPair(pack, (_, offset) => {
    const isNext = offset > last
    last = offset
    return isNext
  })
}

/** Tells `see` number and offset of one object after the other, for as long as it answers true. */
const everyPair = (pack: Pack, see: (number: number, offset: number) => boolean): boolean => {
  let number: number | null = null
  for (const value of numbersIn(pack)) {
    if (number !== null && !see(number, value)) return false
    number = number === null ? value : null
  }
  return true
}

function* numbersIn({ bytes, first }: Pack): Generator<number> {
  let value: number | null = null
  for (let at = 0; at <= first; at += 1) {
    const digit = at < first ? (bytes[at] ?? 0) - 0x30 : -1
    if (digit >= 0 && digit <= 9) value = (value ?? 0) * 10 + digit
    else if (value !== null) {
      yield value
      value = null
    }
  }
}

/** As much of a value as tells what it does. */
const enough = 400

const openingsIn = (words: string): string[] => {
  const found: string[] = []
  for (const { 0: name, index } of words.matchAll(/\/OpenAction(?=[\s()<>[\]{}/%])\s*/g)) {
    const at = index + name.length
    found.push(words.slice(at, at + enough))
    if (found.length > mostOpenings) break
  }
  return found
}

/** A PDF may open at a page of its own, and at nothing else. */
const opensQuietly = (openings: string[], outside: string, packs: Pack[]): boolean => {
  if (openings.length > mostOpenings) return false
  const referred = new Set<string>()
  for (const value of openings) {
    const [, number, generation] = /^(\d{1,9})\s+(\d{1,5})\s+R/.exec(value) ?? []
    if (number !== undefined) referred.add(`${Number(number)} ${Number(generation)}`)
    else if (!isOwnPage(value)) return false
  }
  if (referred.size === 0) return true
  const bodies = bodiesOf(referred, outside, packs)
  const known = new Set(bodies.map(({ reference }) => reference))
  return (
    bodies.length <= mostOpenings &&
    known.size === referred.size &&
    bodies.every(({ body }) => isOwnPage(body))
  )
}

type Body = { reference: string; body: string }

/** Where the objects of these references begin, the versions of each included; no more than are looked at. */
const bodiesOf = (referred: Set<string>, outside: string, packs: Pack[]): Body[] => {
  const found: Body[] = []
  const heads = outside.matchAll(/(?<!\d)(\d{1,9})\s+(\d{1,5})\s+obj\s*/g)
  for (const { 0: head, 1: number, 2: generation, index } of heads) {
    const reference = `${Number(number)} ${Number(generation)}`
    const at = index + head.length
    if (referred.has(reference)) found.push({ reference, body: outside.slice(at, at + enough) })
    if (found.length > mostOpenings) return found
  }
  const packed = new Set(
    [...referred].filter((one) => one.endsWith(' 0')).map((one) => Number.parseInt(one, 10)),
  )
  for (const pack of packs)
    everyPair(pack, (number, offset) => {
      const at = pack.first + offset
      const body = () => plainWords(pack.bytes.subarray(at, at + enough)).trimStart()
      if (packed.has(number)) found.push({ reference: `${number} 0`, body: body() })
      return found.length <= mostOpenings
    })
  return found
}

const isOwnPage = (value: string): boolean =>
  value.startsWith('[') || /^<<[^>]*\/S\s*\/GoTo(?![A-Za-z])/.test(value)
