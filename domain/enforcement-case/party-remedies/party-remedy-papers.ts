// What does the bureau answer where a person seeks reconsideration or sues?
import type { DocumentDefinition } from '../../model/document.ts'
import { answerLetter } from '../papers/remedy.ts'

const sought = 'receive-party-remedy'

export const partyRemedyPapers: DocumentDefinition[] = [
  answerLetter(
    'file-party-answer',
    sought,
    (source) => ({
      who: source.value('applicant', sought),
      penalty: '对其个人作出的行政处罚决定',
    }),
    { item: 'party-remedy', confidential: true },
  ),
]
