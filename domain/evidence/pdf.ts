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
  [named('Launch|SubmitForm|ImportData|GoToE|XFA'), launching],
  [named('EmbeddedFiles?|RichMedia|Rendition'), attached],
  [/\/Encrypt\s*(?:\d|<<)/, locked],
]

/** Why the PDF is refused, or null. What it shows is not looked at, only what it could do. */
export const pdfFault = (bytes: Uint8Array): Text | null => {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const outside = raw.toString('latin1')
  const packed = packedObjects(raw, outside)
  if (packed === null) return unreadable
  const words = `${unescaped(outside)}\n${unescaped(packed)}`
  const found = dangers.find(([pattern]) => pattern.test(words))
  if (found) return found[1]
  return opensQuietly(words) ? null : launching
}

/** Names may be written with `#4A` for `J`. */
const unescaped = (words: string): string =>
  words.includes('#')
    ? words.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : words

const mostInflated = 64 * 1024 * 1024

/** The objects that lie compressed in object streams, each as `<number> 0 obj …`; null when they cannot be read. */
const packedObjects = (raw: Buffer, outside: string): string | null => {
  const found: string[] = []
  let [from, size] = [0, 0]
  for (const { index } of outside.matchAll(/(?<!end)stream\s/g)) {
    const before = outside.slice(Math.max(from, index - 65_536), index)
    const head = unescaped(before.slice(Math.max(0, before.lastIndexOf(' obj'))))
    from = index
    if (!/\/Type\s*\/ObjStm(?![A-Za-z])/.test(head)) continue
    const objects = objectsIn(raw.subarray(index + 6), head, mostInflated - size)
    if (objects === null) return null
    size += objects.length
    found.push(objects)
  }
  return found.join('\n')
}

const objectsIn = (body: Buffer, head: string, most: number): string | null => {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(head)?.[1]?.replace(/[[\]\s]/g, '')
  if (filter !== '/FlateDecode' && filter !== '/Fl') return null
  if (/\/Predictor\s*(?!1\b)\d/.test(head)) return null
  const start = body.findIndex((byte) => byte > 0x20)
  try {
    const options = { maxOutputLength: Math.max(most, 1), finishFlush: constants.Z_SYNC_FLUSH }
    const whole = inflateSync(body.subarray(start), options).toString('latin1')
    const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? Number.NaN)
    return Number.isInteger(first) ? withHeads(whole, first) : null
  } catch {
    return null
  }
}

/** `first`: where the objects begin; before them stand pairs of number and offset. */
const withHeads = (whole: string, first: number): string => {
  const pairs = whole.slice(0, first).trim().split(/\s+/).map(Number)
  const at = Array.from(
    { length: pairs.length >> 1 },
    (_, index) => [pairs[2 * index] ?? 0, pairs[2 * index + 1] ?? 0] as const,
  )
  return at
    .map(
      ([number, offset], index) =>
        `${number} 0 obj ${whole.slice(first + offset, first + (at[index + 1]?.[1] ?? whole.length))}`,
    )
    .join('\n')
}

/** A PDF may open at a page of its own, and at nothing else. */
const opensQuietly = (words: string): boolean =>
  [...words.matchAll(/\/OpenAction\s*([\s\S]{0,400})/g)].every(([, value = '']) => {
    const [, number, generation] = /^(\d{1,9})\s+(\d{1,5})\s+R/.exec(value) ?? []
    if (number === undefined) return isOwnPage(value)
    const target = new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\s*([\\s\\S]{0,400})`, 'g')
    const bodies = [...words.matchAll(target)]
    return bodies.length > 0 && bodies.every(([, body = '']) => isOwnPage(body))
  })

const isOwnPage = (value: string): boolean =>
  value.startsWith('[') || /^<<[^>]*\/S\s*\/GoTo(?![A-Za-z])/.test(value)
