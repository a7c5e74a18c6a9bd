// What is in an uploaded file, whatever its name says, and would it harm whoever opens it?
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { officeVerdict } from '../../domain/evidence/office.ts'
import { pdfFault } from '../../domain/evidence/pdf.ts'
import { disguiseFault, pictureFault } from '../../domain/evidence/picture.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'

const office = 'application/vnd.openxmlformats-officedocument'

/** What is accepted, and under which endings. Nothing that a browser would run: no HTML, no SVG, no script. */
const accepted: Record<string, string[]> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heic', '.heif'],
  'application/pdf': ['.pdf'],
  [`${office}.wordprocessingml.document`]: ['.docx'],
  [`${office}.spreadsheetml.sheet`]: ['.xlsx'],
  'text/plain': ['.txt'],
  'text/csv': ['.csv'],
}

const texts: Record<string, string> = { '.txt': 'text/plain', '.csv': 'text/csv' }

const endingOf = (name: string): string => extname(name).toLowerCase()

const refusal = () =>
  new DomainError('file-type-refused', [
    text(
      '只接受 JPG、PNG、WebP、HEIC 图片，PDF，DOCX、XLSX，以及 TXT、CSV 文本',
      'Accepted are JPG, PNG, WebP and HEIC pictures, PDF, DOCX, XLSX, and TXT or CSV text',
    ),
  ])

/** Refuses by the name alone what no content could make acceptable, before any of it is sent. */
export const checkEnding = (name: string): void => {
  const ending = endingOf(name)
  if (!Object.values(accepted).some((endings) => endings.includes(ending))) throw refusal()
}

/** The media type by content; name and content must agree and the content be harmless, or the file is refused. */
export const kindOf = async (path: string, name: string): Promise<string> => {
  const bytes = await readFile(path)
  const archive = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))
  const type = archive ? officeKind(bytes, name) : await plainKind(bytes, name)
  if (!accepted[type]?.includes(endingOf(name))) throw refusal()
  const fault = faultOf(bytes, type)
  if (fault) throw new DomainError('file-unsafe', [fault])
  return type
}

const officeKind = (bytes: Buffer, name: string): string => {
  if (!['.docx', '.xlsx'].includes(endingOf(name))) throw refusal()
  const verdict = officeVerdict(bytes)
  if ('fault' in verdict) throw new DomainError('file-unsafe', [verdict.fault])
  return verdict.type
}

const plainKind = async (bytes: Buffer, name: string): Promise<string> => {
  const found = await fileTypeFromBuffer(bytes)
  const type = found ? found.mime : texts[endingOf(name)]
  if (type === undefined || (!found && !isPlainText(bytes))) throw refusal()
  return type
}

const faultOf = (bytes: Buffer, type: string): Text | null => {
  if (type.startsWith('image/')) return pictureFault(bytes, type)
  return type === 'application/pdf' ? (disguiseFault(bytes) ?? pdfFault(bytes)) : null
}

const sample = 64 * 1024

/** Readable as UTF-8 or GB18030, without control characters, and not markup or a script in disguise. */
const isPlainText = (bytes: Buffer): boolean => {
  const words = decode(bytes.subarray(0, sample))
  if (words === null) return false
  const first = words.replace(/^[\uFEFF\s]+/, '')
  return (
    !hasControls(words) &&
    !/^(<|#!|%!|MZ)/.test(first) &&
    !/<\s*(script|svg|html|iframe|!doctype)/i.test(words)
  )
}

const decode = (bytes: Buffer): string | null => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    } catch {
      // not this one
    }
  }
  return null
}

const hasControls = (words: string): boolean =>
  [...words].some((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign))
