// What do the papers say by which an enforcement is suspended and goes on (强制法 39)?
import { clause, letter, paragraph } from '../../documents/wording.ts'
import type { DocumentDefinition } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName } from './parts.ts'

const decision = (number: (act: string) => string): string =>
  number('decide-penalty') || number('punish-on-the-spot')

export const suspensionPapers: DocumentDefinition[] = [
  letter('suspend-enforcement', documentWords['suspend-enforcement'], '中执', (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `《行政处罚决定书》${decision(source.number)}的执行中存在下列情形：${clause(source.value('ground'))}。`,
      ),
      paragraph(
        '根据《中华人民共和国行政强制法》第三十九条的规定，决定中止执行。中止执行的情形消失后，本机关将恢复执行。',
      ),
    ],
  })),
  letter('resume-enforcement', documentWords['resume-enforcement'], '恢执', (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `《行政处罚决定书》${decision(source.number)}已中止执行。现中止执行的情形已经消失：${clause(source.value('gone'))}。`,
      ),
      paragraph(
        '根据《中华人民共和国行政强制法》第三十九条的规定，决定恢复执行，请你（单位）立即履行。',
      ),
    ],
  })),
]
