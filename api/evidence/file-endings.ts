// Under which endings is a file accepted, before anybody looks into it?
import { extname } from 'node:path'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

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

export const endingOf = (name: string): string => extname(name).toLowerCase()

export const refusal = () =>
  new DomainError('file-type-refused', [
    text(
      '只接受 JPG、PNG、WebP、HEIC 图片，PDF，DOCX、XLSX，以及 TXT、CSV 文本',
      'Accepted are JPG, PNG, WebP and HEIC pictures, PDF, DOCX, XLSX, and TXT or CSV text',
    ),
  ])

/** Refuses by the name alone what no content could make acceptable, before any of it is sent. */
export const checkEnding = (name: string): void => {
  if (!hasEnding(name, Object.keys(accepted))) throw refusal()
}

/** Whether a file of one of these media types may have this name. */
export const hasEnding = (name: string, types: string[]): boolean =>
  types.some((type) => accepted[type]?.includes(endingOf(name)))
