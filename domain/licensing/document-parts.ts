// What do all documents of a licence say alike?
import { letter, openedOn, paragraph, remedies } from '../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource, Row } from '../model/document.ts'
import { licensingDocumentWords } from './words.ts'

/** What differs from one kind of licence to the other. */
export type Licensing = {
  /** What is applied for: 危险化学品经营许可证. */
  matter: string
  /** The same with what it is about, where one case holds several applications; absent: `matter`. */
  subject?: (texts: DocumentSource) => string
  /** In front of each type word: the register of one kind of licence is its own. */
  word: string
  law: string
  /** Fields of the application that tell it apart. */
  application: readonly string[]
  start: string
  /** The events by which one applies, where a case holds several applications; absent: `start`. */
  applies?: string[]
  /** What is applied for and what is granted, as a sentence has it: 变更申请, 变更. Absent: 申请, 取得. */
  phrase?: (texts: DocumentSource) => { request: string; granted: string }
  /** What was applied for and when, where the case holds several applications; absent: the one that opened it. */
  applied?: (texts: DocumentSource) => string
  /** The clock within which it is decided, by the case. */
  review: (texts: DocumentSource) => string
  /** What that clock leaves out, as the notice of acceptance names it. */
  notCounted: (texts: DocumentSource) => string
  /** The papers that the application in hand needs and that came without a file. */
  missing: (record: DocumentSource['record']) => string[]
}

export const applicant = ({ party }: DocumentSource): Row[] => [
  ['申请人', party.name],
  ['统一社会信用代码', party.code],
]

/** What came as a file, and what the application needs beside it. */
export const paperRows = (texts: DocumentSource, missing: string[]): Row[] => {
  const row = (label: string, names: string[]): Row[] =>
    names.length > 0 ? [[label, names.join('；')]] : []
  return [...row('收到的电子材料', texts.papers()), ...row('未随申请上传的材料', missing)]
}

export const licenceSubject = (texts: DocumentSource, { subject, matter }: Licensing): string =>
  subject?.(texts) ?? matter

export const licencePhrase = (texts: DocumentSource, phrase: Licensing['phrase']) =>
  phrase?.(texts) ?? { request: '申请', granted: '取得' }

export const licenceOpened = (
  texts: DocumentSource,
  { matter, phrase, applied }: Licensing,
): string =>
  applied?.(texts) ??
  `你单位于${openedOn(texts)}提出的${matter}${licencePhrase(texts, phrase).request}（受理编号：${texts.record.number}）`

type Sheet = Pick<DocumentDefinition, 'id' | 'words' | 'on' | 'form' | 'audience' | 'wording'> & {
  word: string
}

/** A form of the bureau that is filled in, under a number of its own. */
export const sheet = ({ word, ...rest }: Sheet): DocumentDefinition => ({
  ...rest,
  by: 'bureau',
  series: { word },
})

/** A decision against somebody: what, why, and what may be done about it. */
export const reasoned = (
  texts: DocumentSource,
  decided: string,
  reason = 'reason',
  ...more: Block[]
): Block[] => [
  paragraph(decided),
  paragraph(`理由：${texts.value(reason)}`),
  ...more,
  remedies(texts, '决定书'),
]

/** A letter of an act that every application may go through, in the register of this kind of licence. */
export const licenceLetter = (
  id: keyof typeof licensingDocumentWords,
  word: string,
  wording: DocumentDefinition['wording'],
  more: Partial<DocumentDefinition> = {},
): DocumentDefinition => letter(id, licensingDocumentWords[id], word, wording, more)
