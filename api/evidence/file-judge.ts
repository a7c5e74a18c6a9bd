// What does the process say that looks into an uploaded file?
import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { officeVerdict } from '../../domain/evidence/office.ts'
import { pdfFault } from '../../domain/evidence/pdf.ts'
import { disguiseFault, pictureFault } from '../../domain/evidence/picture.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Text } from '../../domain/language/words.ts'
import { answerAsked } from '../http/answering.ts'
import { endingOf, hasEnding, refusal } from './file-endings.ts'

/** A file under `path` that was sent as `name`. */
export type Judged = { path: string; name: string }

const texts: Record<string, string> = { '.txt': 'text/plain', '.csv': 'text/csv' }

const kindOf = async ({ path, name }: Judged): Promise<string> => {
  const bytes = await readFile(path)
  const archive = bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))
  const type = archive ? officeKind(bytes, name) : await plainKind(bytes, name)
  if (!hasEnding(name, [type])) throw refusal()
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

answerAsked(kindOf)
