// What does the paper say by which the government is asked to close an enterprise (安全法 113)?
import { clause, letter, paragraph, signedBy, table } from '../../documents/wording.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { countedOnPaper } from '../../penalties/counted-on-paper.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName, theCase } from '../papers/parts.ts'

export const closurePapers: DocumentDefinition[] = [
  letter(
    'propose-closure',
    documentWords['propose-closure'],
    '提关',
    (source) => ({
      to: source.government,
      blocks: [
        table(theCase(source), ['地址', source.party.address]),
        paragraph(
          `${partyName(source)}存在重大事故隐患，并多次受到行政处罚。${clause(source.value('reason'))}。`,
        ),
        ...countedOnPaper(source.act.data),
        paragraph(
          '根据《中华人民共和国安全生产法》第一百一十三条的规定，提请决定予以关闭，并由有关部门依法吊销其有关证照。',
        ),
      ],
      signatureLines: [signedBy('负责人（签名）', source)],
    }),
    { audience: 'internal' },
  ),
]
