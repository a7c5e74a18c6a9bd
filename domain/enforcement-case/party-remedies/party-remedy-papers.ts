// What does the bureau answer where a person seeks reconsideration or sues?
import { clause, letter, list, paragraph } from '../../documents/wording.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { answerTitle } from '../papers/remedy.ts'

const sought = 'receive-party-remedy'

export const partyRemedyPapers: DocumentDefinition[] = [
  letter(
    'file-party-answer',
    documentWords['file-party-answer'],
    '复答',
    (source) => {
      const sued = source.record.data[sought]?.remedy === 'litigation'
      return {
        ...answerTitle(sued),
        to: source.value('body', sought),
        blocks: [
          paragraph(
            `${source.value('applicant', sought)}不服本机关就“${source.record.title}”对其个人作出的行政处罚决定，于${source.value('filedOn', sought)}${sued ? '提起行政诉讼' : '申请行政复议'}。现${sued ? '答辩' : '答复'}如下：`,
          ),
          paragraph(`${clause(source.value('answer'))}。`),
          paragraph('提交下列证据和依据：'),
          list(source.lines('evidence')),
        ],
      }
    },
    { item: 'party-remedy', confidential: true, audience: 'internal' },
  ),
]
