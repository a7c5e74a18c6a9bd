// Which figures does the ledger of self-checks add to the table of an enterprise?

import { type Text, text } from '../language/words.ts'
import type { FigureDefinition } from '../model/statistics-definition.ts'

export const selfCheckGroup: Record<string, Text> = {
  'self-check': text('自查台账', 'Self-checks'),
}

const counted = (id: string, words: Text, how: Text): FigureDefinition => ({
  id,
  group: 'self-check',
  kind: 'flow',
  words,
  how,
  enterprise: true,
})

export const selfCheckFigures: FigureDefinition[] = [
  counted(
    'self-checks',
    text('自查次数', 'Self-checks made'),
    text(
      '检查日期在本期内的台账记录；更正过的只计最后一条。',
      'Entries of the ledger inspected in the period; of corrected ones only the last.',
    ),
  ),
  counted(
    'self-check-items',
    text('自查发现问题', 'Found by self-checks'),
    text(
      '上述记录所列发现问题的项数，与是否已上报为隐患无关。',
      'Items found in these entries, reported as hazards or not.',
    ),
  ),
]
