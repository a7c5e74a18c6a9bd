// What do all documents of a licence say alike?
import { letter, openedOn, remedies, say } from '../documents/wording.ts'
import type { Block, DocumentDefinition, Row, Said } from '../model/document.ts'
import { licensingDocumentWords } from './words.ts'

/** What differs from one kind of licence to the other. */
export type Licensing = {
  /** What is applied for: 危险化学品经营许可证. */
  matter: string
  /** The same with what it is about, where one case holds several applications; absent: `matter`. */
  subject?: (said: Said) => string
  /** In front of each type word: the register of one kind of licence is its own. */
  word: string
  law: string
  /** Fields of the application that tell it apart. */
  application: readonly string[]
  start: string
  /** The events by which one applies, where a case holds several applications; absent: `start`. */
  applies?: string[]
  /** What is applied for and what is granted, as a sentence has it: 变更申请, 变更. Absent: 申请, 取得. */
  phrase?: (said: Said) => { asked: string; granted: string }
  /** What was applied for and when, where the case holds several applications; absent: the one that opened it. */
  applied?: (said: Said) => string
  /** The clock within which it is decided, by the case. */
  review: (said: Said) => string
  /** What that clock leaves out, as the notice of acceptance names it. */
  notCounted: (said: Said) => string
  /** The papers that the application in hand needs and that came without a file. */
  missing: (record: Said['record']) => string[]
}

export const applicant = ({ party }: Said): Row[] => [
  ['申请人', party.name],
  ['统一社会信用代码', party.code],
]

/** What came as a file, and what the application needs beside it. */
export const paperRows = (said: Said, missing: string[]): Row[] => {
  const row = (label: string, names: string[]): Row[] =>
    names.length > 0 ? [[label, names.join('；')]] : []
  return [...row('收到的电子材料', said.papers()), ...row('未随申请上传的材料', missing)]
}

export const licenceSubject = (said: Said, { subject, matter }: Licensing): string =>
  subject?.(said) ?? matter

export const licencePhrase = (said: Said, phrase: Licensing['phrase']) =>
  phrase?.(said) ?? { asked: '申请', granted: '取得' }

export const licenceOpened = (said: Said, { matter, phrase, applied }: Licensing): string =>
  applied?.(said) ??
  `你单位于${openedOn(said)}提出的${matter}${licencePhrase(said, phrase).asked}（受理编号：${said.record.number}）`

type Sheet = Pick<DocumentDefinition, 'id' | 'words' | 'on' | 'form' | 'audience' | 'says'> & {
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
  said: Said,
  decided: string,
  reason = 'reason',
  ...more: Block[]
): Block[] => [say(decided), say(`理由：${said.value(reason)}`), ...more, remedies(said, '决定书')]

/** A letter of an act that every application may go through, in the register of this kind of licence. */
export const licenceLetter = (
  id: keyof typeof licensingDocumentWords,
  word: string,
  says: DocumentDefinition['says'],
): DocumentDefinition => letter(id, licensingDocumentWords[id], word, says)
