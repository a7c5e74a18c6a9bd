// Which documents does this matter make, and what do they say? Look at them with `npm run documents:samples`.

import { letter, openedOn, paragraph } from '../../../../domain/documents/wording.ts'
import { text } from '../../../../domain/language/words.ts'
import type { DocumentDefinition } from '../../../../domain/model/document.ts'

export const letterOfAnswer = text('答复书', 'Letter of answer')

export const documents: DocumentDefinition[] = [
  letter('answer', letterOfAnswer, '示例', (source) => ({
    blocks: [
      paragraph(
        `你单位于${openedOn(source)}提出的“${source.record.title}”（案件编号：${source.record.number}）收悉。现答复如下：`,
      ),
      paragraph(source.value('reply')),
    ],
  })),
]
