// What does the bureau answer in a reconsideration or before the court?
import { clause, letter, list, paragraph } from '../../documents/wording.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName } from './parts.ts'

const sought = 'receive-remedy'

/** 答辩状 before the court, 答复书 otherwise. */
export const answerTitle = (sued: boolean): { title?: string } =>
  sued ? { title: '行政应诉答辩状' } : {}

export const remedyPapers: DocumentDefinition[] = [
  letter(
    'file-answer',
    documentWords['file-answer'],
    '复答',
    (source) => {
      const sued = source.record.data[sought]?.remedy === 'litigation'
      return {
        ...answerTitle(sued),
        to: source.value('body', sought),
        blocks: [
          paragraph(
            `${partyName(source)}不服本机关就“${source.record.title}”作出的行政处罚决定，于${source.value('filedOn', sought)}${sued ? '提起行政诉讼' : '申请行政复议'}。现${sued ? '答辩' : '答复'}如下：`,
          ),
          paragraph(`${clause(source.value('answer'))}。`),
          paragraph('提交下列证据和依据：'),
          list(source.lines('evidence')),
        ],
      }
    },
    { audience: 'internal' },
  ),
]
