// What does the bureau answer in a reconsideration or before the court?
import { clause, letter, list, paragraph } from '../../documents/wording.ts'
import type { DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName } from './parts.ts'

/** 答辩状 before the court, 答复书 otherwise. `sought`: the act by which the remedy was received; `of`: who is not content, and with what. */
export const answerLetter = (
  id: 'file-answer' | 'file-party-answer',
  sought: string,
  of: (source: DocumentSource) => { who: string; penalty: string },
  more: Partial<DocumentDefinition> = {},
): DocumentDefinition =>
  letter(
    id,
    documentWords[id],
    '复答',
    (source) => {
      const sued = source.record.data[sought]?.remedy === 'litigation'
      const { who, penalty } = of(source)
      return {
        ...(sued ? { title: '行政应诉答辩状' } : {}),
        to: source.value('body', sought),
        blocks: [
          paragraph(
            `${who}不服本机关就“${source.record.title}”${penalty}，于${source.value('filedOn', sought)}${sued ? '提起行政诉讼' : '申请行政复议'}。现${sued ? '答辩' : '答复'}如下：`,
          ),
          paragraph(`${clause(source.value('answer'))}。`),
          paragraph('提交下列证据和依据：'),
          list(source.lines('evidence')),
        ],
      }
    },
    { audience: 'internal', ...more },
  )

export const remedyPapers: DocumentDefinition[] = [
  answerLetter('file-answer', 'receive-remedy', (source) => ({
    who: partyName(source),
    penalty: '作出的行政处罚决定',
  })),
]
