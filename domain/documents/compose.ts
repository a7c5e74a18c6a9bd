// Which documents does an act make, under which numbers, and what is printed on them?

import type { AskedBy } from '../law/calculations/ask.ts'
import type {
  DocumentContent,
  DocumentDefinition,
  DocumentSource,
  Party,
} from '../model/document.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { regions } from '../organisation/regions.ts'
import { civilDate, type Instant } from '../time/instant.ts'
import { documentSourceOf, type Opening } from './document-source.ts'
import { documentNumber, type Issuer, issuerOf, licenceNumber } from './offices.ts'

export type Case = {
  process: ProcessDefinition
  record: CaseRecord
  act: DocumentSource['act']
  party: Party
  /** Of an item: the form that opened it, with what is confidential; only a confidential paper quotes it. */
  opening?: Opening
  /** The books in force at the act; absent: the committed ones. */
  law?: AskedBy | undefined
}
/** A document to be made, before it has its number. */
export type Wanted = { declared: DocumentDefinition; issuer: Issuer; source: DocumentSource }
/** A register that numbers without gaps: one row per office, type word and year. */
export type Register = { office: string; word: string; year: number; text: (n: number) => string }
/** `at`: when it is made, which for a later version is not when the act was. */
export type DocumentIdentity = {
  number: string | null
  code: string
  verify: string
  at?: Instant
  /** Where the reader of a paper that bears a code of its own comes in. */
  entrance?: string
}

/** The documents that an act makes, in the order of their declaration. */
export const wantedBy = (documentCase: Case): Wanted[] =>
  (documentCase.process.documents ?? [])
    .filter(({ on }) => on.includes(documentCase.act.type))
    .map((declared) => wanted(declared, documentCase))
    .filter(({ declared, source }) => declared.when?.(source) !== false)

export const wanted = (declared: DocumentDefinition, documentCase: Case): Wanted => {
  const level = declared.level?.(documentCase) ?? regions[documentCase.record.region].level
  const issuer = issuerOf(
    declared.by === 'committee' ? 'committee' : 'bureau',
    documentCase.record.region,
    level,
  )
  const { opening, ...about } = documentCase
  const quoted = declared.confidential && opening ? { opening } : {}
  return { declared, issuer, source: documentSourceOf({ ...about, ...quoted, issuer }) }
}

/** The field in which an act keeps the number of what it makes. */
export const numberField = ({ series }: DocumentDefinition): 'document' | 'licenceNumber' =>
  series !== null && typeof series === 'object' && 'licence' in series
    ? 'licenceNumber'
    : 'document'

/** Where the next number is taken from; null where the document takes none. */
export const registerOf = (
  { declared: { series }, issuer }: Wanted,
  at: Instant,
): Register | null => {
  const year = Number(civilDate(at).slice(0, 4))
  if (series === null || series === 'case' || 'as' in series) return null
  return 'word' in series
    ? {
        office: issuer.key,
        word: series.word,
        year,
        text: (n) => documentNumber(issuer, series.word, year, n),
      }
    : {
        office: issuer.key,
        word: series.licence,
        year,
        text: (n) => licenceNumber(issuer, series.licence, year, n),
      }
}

/** What is printed: a pure function of case, act and number. */
export const compose = (
  { declared, issuer, source }: Wanted,
  { number, code, verify, at = source.act.at, entrance }: DocumentIdentity,
): DocumentContent => {
  const {
    blocks,
    title = declared.words.zh,
    to = source.party.name,
    signatureLines = [],
    copies = '',
    mark = '',
  } = declared.wording(source)
  const own = declared.by === 'party'
  const office = own ? source.party.name : issuer.name
  return {
    form: declared.form,
    title,
    office,
    number,
    to: declared.form === 'letter' ? to : null,
    blocks,
    signatureLines,
    copies,
    mark,
    day: civilDate(at),
    seal: own ? null : office,
    code,
    verify,
    ...(declared.access && entrance
      ? { access: { number: source.record.number, address: entrance } }
      : {}),
  }
}
