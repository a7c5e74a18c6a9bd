// What does a fact say of signatures: who has signed what, and whose signature fell?

import { type Text, text } from '../language/words.ts'
import type { StoredFact } from '../model/chain.ts'
import type { FailedSignatures } from '../model/record.ts'
import { nameOnBehalf } from '../organisation/own-posts.ts'
import type { FactField } from './answers/fact-views.ts'

type SignedFact = Pick<StoredFact, 'data'>
/** An act with its form, in words. */
type DescribeAct = (type: string, data: Record<string, unknown>) => Text

/** For readers inside the authorities only. */
export const signatureFields = (fact: SignedFact, describe: DescribeAct): FactField[] => [
  ...proposedBy(fact, describe),
  ...coSignatures(fact),
  ...failedSignatures(fact, describe),
]

/** What a signature stands under: the proposed act with its form, as it was then. */
const proposedBy = ({ data }: SignedFact, describe: DescribeAct): FactField[] => {
  if (typeof data.about !== 'string' || !isRecord(data.proposal)) return []
  return [
    {
      name: 'proposal',
      label: text('会签内容', 'What is signed'),
      value: describe(data.about, data.proposal),
    },
  ]
}

/** Signatures that fell because something else was proposed, and what they had stood under. */
const failedSignatures = ({ data }: SignedFact, describe: DescribeAct): FactField[] => {
  const fell = data.fell as FailedSignatures | undefined
  if (!fell) return []
  const proposal = describe(fell.about, fell.proposal)
  const of = (language: 'zh' | 'en') =>
    fell.signatures
      .map((signature) => signatureWords(signature)[language])
      .join(language === 'zh' ? '；' : '; ')
  return [
    {
      name: 'fell',
      label: text('随之失效的签署', 'Signatures that fell'),
      value: text(of('zh'), of('en')),
    },
    { name: 'fellProposal', label: text('原会签内容', 'What they had signed'), value: proposal },
  ]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Whose signatures are under a co-signed outcome, and what each of them said. */
const coSignatures = ({ data }: SignedFact): FactField[] => {
  if (!Array.isArray(data.signatures)) return []
  const of = (language: 'zh' | 'en') =>
    (data.signatures as RecordedSignature[])
      .map((signature) => signatureWords(signature)[language])
      .join('；')
  return [
    { name: 'signatures', label: text('会签', 'Co-signed by'), value: text(of('zh'), of('en')) },
  ]
}

type RecordedSignature = {
  name: string
  opinion?: string | null
  onBehalfOf?: { name: string }
  against?: true
  added?: true
}

const signatureWords = (signature: RecordedSignature): Text => {
  const opinion = signature.opinion ? `：${signature.opinion}` : ''
  const marks = [
    ...(signature.added ? [text('加签', 'added')] : []),
    ...(signature.against ? [text('不同意', 'disagreed')] : []),
  ]
  const of = (language: 'zh' | 'en') =>
    `${nameOnBehalf(signature)}${marks.length > 0 ? `（${marks.map((mark) => mark[language]).join('，')}）` : ''}${opinion}`
  return text(of('zh'), of('en'))
}
