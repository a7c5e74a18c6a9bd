// What is in an uploaded file, whatever its name says?

import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { DomainError } from '../domain/case/errors.ts'
import { text } from '../domain/case/words.ts'

/** What is accepted, and under which endings. Nothing that a browser would run: no HTML, no SVG, no script. */
const accepted: Record<string, string[]> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heic', '.heif'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt'],
  'text/csv': ['.csv'],
}

const texts: Record<string, string> = { '.txt': 'text/plain', '.csv': 'text/csv' }

const refusal = () =>
  new DomainError('file-type-refused', [
    text(
      '只接受 JPG、PNG、WebP、HEIC 图片，PDF，以及 TXT、CSV 文本',
      'Accepted are JPG, PNG, WebP and HEIC pictures, PDF, and TXT or CSV text',
    ),
  ])

/** The media type by content; name and content must agree, or the file is refused. */
export const kindOf = async (path: string, name: string): Promise<string> => {
  const ending = extname(name).toLowerCase()
  const found = await fileTypeFromFile(path)
  const type = found ? found.mime : texts[ending] && (await isPlainText(path)) ? texts[ending] : undefined
  if (!type || !accepted[type]?.includes(ending)) throw refusal()
  return type
}

const sample = 64 * 1024

/** Readable as UTF-8 or GB18030, without control characters, and not markup or a script in disguise. */
const isPlainText = async (path: string): Promise<boolean> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(sample), position: 0 })
    const words = decode(buffer.subarray(0, bytesRead))
    if (words === null) return false
    const first = words.replace(/^[\uFEFF\s]+/, '')
    return !hasControls(words) && !/^(<|#!|%!|MZ)/.test(first) && !/<\s*(script|svg|html|iframe|!doctype)/i.test(words)
  } finally {
    await file.close()
  }
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

const hasControls = (words: string): boolean => [...words].some((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign))
