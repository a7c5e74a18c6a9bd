// What does a fact say of signatures: who has signed what, and whose signature fell?

import { type Text, text } from '../language/words.ts'
import type { StoredFact } from '../model/chain.ts'
import type { FellHands } from '../model/record.ts'
import { spokenName } from '../organisation/own-posts.ts'
import type { FactField } from './fact-views.ts'

type Said = Pick<StoredFact, 'data'>
/** An act with its form, in words. */
type Says = (type: string, data: Record<string, unknown>) => Text

/** For readers inside the authorities only. */
export const handFields = (fact: Said, says: Says): FactField[] => [
  ...proposedBy(fact, says),
  ...handsUnder(fact),
  ...fellHands(fact, says),
]

/** What a signature stands under: the proposed act with its form, as it was then. */
const proposedBy = ({ data }: Said, says: Says): FactField[] => {
  if (typeof data.about !== 'string' || !isRecord(data.proposal)) return []
  return [
    {
      name: 'proposal',
      label: text('会签内容', 'What is signed'),
      value: says(data.about, data.proposal),
    },
  ]
}

/** Signatures that fell because something else was proposed, and what they had stood under. */
const fellHands = ({ data }: Said, says: Says): FactField[] => {
  const fell = data.fell as FellHands | undefined
  if (!fell) return []
  const said = says(fell.about, fell.proposal)
  const of = (language: 'zh' | 'en') =>
    fell.signatures.map((hand) => handWords(hand)[language]).join(language === 'zh' ? '；' : '; ')
  return [
    {
      name: 'fell',
      label: text('随之失效的签署', 'Signatures that fell'),
      value: text(of('zh'), of('en')),
    },
    { name: 'fellProposal', label: text('原会签内容', 'What they had signed'), value: said },
  ]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Whose hands are under a co-signed outcome, and what each of them said. */
const handsUnder = ({ data }: Said): FactField[] => {
  if (!Array.isArray(data.signatures)) return []
  const of = (language: 'zh' | 'en') =>
    (data.signatures as SaidHand[]).map((hand) => handWords(hand)[language]).join('；')
  return [
    { name: 'signatures', label: text('会签', 'Co-signed by'), value: text(of('zh'), of('en')) },
  ]
}

type SaidHand = {
  name: string
  opinion?: string | null
  onBehalfOf?: { name: string }
  against?: true
  added?: true
}

const handWords = (hand: SaidHand): Text => {
  const said = hand.opinion ? `：${hand.opinion}` : ''
  const marks = [
    ...(hand.added ? [text('加签', 'added')] : []),
    ...(hand.against ? [text('不同意', 'disagreed')] : []),
  ]
  const of = (language: 'zh' | 'en') =>
    `${spokenName(hand)}${marks.length > 0 ? `（${marks.map((mark) => mark[language]).join('，')}）` : ''}${said}`
  return text(of('zh'), of('en'))
}
