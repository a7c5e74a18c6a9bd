// Which documents does this matter make, and what do they say? Look at them with `npm run documents:samples`.

import { letter, openedOn, say } from '../../../../domain/documents/wording.ts'
import { text } from '../../../../domain/language/words.ts'
import type { DocumentDefinition } from '../../../../domain/model/document.ts'

export const letterOfAnswer = text('答复书', 'Letter of answer')

export const documents: DocumentDefinition[] = [
  letter('answer', letterOfAnswer, '示例', (said) => ({
    blocks: [
      say(
        `你单位于${openedOn(said)}提出的“${said.record.title}”（案件编号：${said.record.number}）收悉。现答复如下：`,
      ),
      say(said.value('reply')),
    ],
  })),
]
