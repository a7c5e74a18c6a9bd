// In which pieces is the wording of a document put together?

import type { Text } from '../language/words.ts'
import { writeRemedies } from '../law/remedies.ts'
import type {
  Block,
  DocumentDefinition,
  DocumentSource,
  Row,
  SignatureLine,
} from '../model/document.ts'
import { dayOf, inChinese } from './document-source.ts'

export const paragraph = (words: string): Block => ({ kind: 'text', text: words })
/** An answer as a part of a sentence that goes on or ends behind it: its own full stop would be the second. */
export const clause = (words: string): string => words.trim().replace(/[。．.；;，,、]+$/u, '')
export const list = (items: string[]): Block => ({ kind: 'list', items })
/** One table of rows and groups of rows; rows without an answer are left out. */
export const table = (...rows: (Row | Row[])[]): Block => ({
  kind: 'rows',
  rows: rows.flatMap((one) => (isRow(one) ? [one] : one)).filter(([, value]) => value !== ''),
})
const isRow = (one: Row | Row[]): one is Row => typeof one[0] === 'string'

/** The line of those who have signed the act, by name and with their handwriting. */
export const signedBy = (
  label: string,
  { signers: signatureLines, handwriting }: Pick<DocumentSource, 'signers' | 'handwriting'>,
): SignatureLine => ({
  label,
  names: signatureLines,
  ...(handwriting.length > 0 ? { pictures: handwriting } : {}),
})

export const today = ({ act }: Pick<DocumentSource, 'act'>): string => inChinese(dayOf(act))
export const openedOn = ({ record }: Pick<DocumentSource, 'record'>): string =>
  inChinese(dayOf({ at: record.openedAt }))
export const remedies = (source: DocumentSource, document: string): Block =>
  paragraph(source.value('remedies') || writeRemedies(source.period, document, source.government))

/** A notice or decision to the enterprise of the case, made by the act of its id. */
export const letter = (
  id: string,
  words: Text,
  word: string,
  wording: DocumentDefinition['wording'],
  more: Partial<DocumentDefinition> = {},
): DocumentDefinition => ({
  id,
  words,
  on: [id],
  form: 'letter',
  by: 'bureau',
  series: { word },
  audience: 'party',
  wording,
  ...more,
})

/** A paper that the enterprise itself writes: neither numbered nor sealed by an office. */
export const ofTheParty = (
  id: string,
  words: Text,
  on: string[],
  wording: DocumentDefinition['wording'],
): DocumentDefinition => ({
  id,
  words,
  on,
  form: 'table',
  by: 'party',
  series: null,
  audience: 'party',
  wording,
})
