// Is this Word or Excel file only text, tables and pictures, and no bigger inside than it looks? (ISO/IEC 29500-2)
import { inflateRawSync } from 'node:zlib'
import { type Text, text } from '../language/words.ts'
import { isPackagePart, partNameFault, partWordsFault } from './office-parts.ts'

export type Verdict = { type: string } | { fault: Text }

const mostParts = 4_000
const mostInflated = 100 * 1024 * 1024
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const broken = text(
  '压缩结构已损坏或无法检查',
  'Its compressed structure is broken or cannot be checked',
)
const bomb = text('解压后的内容过大', 'What is compressed in it is too large')
const locked = text(
  '文件已加密，请去掉密码后上传',
  'The file is encrypted; take the password off and upload it again',
)
const paths = text('压缩包内的路径不正常', 'Paths inside it lead elsewhere')
const archive = text(
  '不接受压缩包，请逐个上传其中的文件',
  'Archives are not accepted; upload the files in it one by one',
)

type Part = {
  name: string
  encrypted: boolean
  method: number
  packed: number
  size: number
  at: number
}

/** The media type of a Word or Excel file of at most so many bytes when it is unpacked, or why it is refused; other archives always are. */
export const officeVerdict = (bytes: Uint8Array, most = mostInflated): Verdict =>
  verdictOf(bytes, { most, depth: 0 })

/** Bytes that may come out of it, and in how many others it lies. */
type Bounds = { most: number; depth: number }

const verdictOf = (bytes: Uint8Array, bounds: Bounds): Verdict => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = partsOf(file)
  // Parts that lie in each other would have the same bytes unpacked again and again.
  if (parts === null || sumOf(parts, 'packed') > file.length) return { fault: broken }
  const kind = kindOf(parts)
  const fault = faultOf(parts, bounds) ?? (kind ? contentFault(file, parts, bounds) : archive)
  return fault || !kind ? { fault: fault ?? archive } : { type: kind }
}

const kindOf = (parts: Part[]): string | null => {
  const has = (name: string) => parts.some((part) => part.name === name)
  if (!has('[Content_Types].xml')) return null
  if (has('word/document.xml')) return word
  return has('xl/workbook.xml') ? excel : null
}

/** The central directory at the end of the archive; null when it makes no sense. */
const partsOf = (file: Buffer): Part[] | null => {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end < file.length - 65_557 || end + 22 > file.length) return null
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const parts: Part[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) return null
    const [name, extra, comment] = [
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ]
    parts.push({
      name: file.toString('utf8', at + 46, at + 46 + name),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return parts
}

const sumOf = (parts: Part[], what: 'packed' | 'size'): number =>
  parts.reduce((sum, part) => sum + part[what], 0)

/** What the directory alone tells. */
const faultOf = (parts: Part[], { most }: Bounds): Text | null => {
  if (parts.length > mostParts || sumOf(parts, 'size') > most) return bomb
  if (parts.some(({ encrypted }) => encrypted)) return locked
  const leads = /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-z]:|\\|\0/i
  return parts.some(({ name }) => leads.test(name)) ? paths : null
}

/** Every part is inflated as far as the directory says and no further: who lies is refused. */
const contentFault = (file: Buffer, parts: Part[], { most, depth }: Bounds): Text | null => {
  const packages = parts.filter(({ name }) => isPackagePart(name)).length
  const share = { most: (most - sumOf(parts, 'size')) / packages, depth: depth + 1 }
  for (const part of parts) {
    const foreign = partNameFault(part.name)
    if (foreign) return foreign
    const content = contentOf(file, part)
    if ('fault' in content) return content.fault
    const fault = isPackagePart(part.name)
      ? packageFault(content.bytes, share)
      : wordsFault(part.name, content.bytes)
    if (fault) return fault
  }
  return null
}

/** What lies in another one holds no third. */
const packageFault = (bytes: Buffer, bounds: Bounds): Text | null => {
  if (bounds.depth > 1) return archive
  const verdict = verdictOf(bytes, bounds)
  return 'fault' in verdict ? verdict.fault : null
}

const wordsFault = (name: string, bytes: Buffer): Text | null => {
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return null
  const words = wordsOf(bytes)
  if (words === null || /<!(?:DOCTYPE|ENTITY)/i.test(words)) return broken
  return partWordsFault(name, words)
}

/** The words of a part in UTF-8 or UTF-16, as its first bytes tell; in nothing else may it be written (ISO/IEC 29500-2), so anything else is null. */
const wordsOf = (bytes: Buffer): string | null => {
  const [first, second] = [bytes[0], bytes[1]]
  const little = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8'
  const words = decoded(bytes, encoding)
  if (words?.includes('\0')) return null
  const said = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)/i.exec(words ?? '')?.[1]
  const fits = encoding === 'utf-8' ? /^(?:utf-?8|us-ascii)$/i : /^utf-?16(?:le|be)?$/i
  return said === undefined || fits.test(said) ? words : null
}

const decoded = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const contentOf = (
  file: Buffer,
  { at, method, packed, size }: Part,
): { bytes: Buffer } | { fault: Text } => {
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50) return { fault: broken }
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const body = file.subarray(start, start + packed)
  if (method === 0) return body.length === size ? { bytes: body } : { fault: broken }
  if (method !== 8) return { fault: broken }
  try {
    return { bytes: inflateRawSync(body, { maxOutputLength: Math.max(size, 1) }) }
  } catch (error) {
    return { fault: (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb : broken }
  }
}
