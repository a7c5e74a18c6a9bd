// Into which groups do the figures of hazards fall, and how is one of them declared?

import { type Text, text } from '../../language/words.ts'
import type { FigureDefinition } from '../../model/statistics-definition.ts'

export const groups = {
  report: text('报告登记', 'Reports'),
  verification: text('核实定级', 'Verification'),
  rectification: text('整改销号', 'Rectification'),
  major: text('重大隐患治理', 'Major hazards'),
  extension: text('延期', 'Extensions'),
  supervision: text('督办', 'Supervision'),
  category: text('按类别（已核实）', 'By category (verified)'),
  sector: text('按判定标准（重大隐患）', 'By criteria of the sector (major)'),
} satisfies Record<string, Text>

type Extra = Partial<Pick<FigureDefinition, 'of' | 'per' | 'enterprise' | 'quiet'>>
export const of =
  (group: keyof typeof groups) =>
  (
    kind: FigureDefinition['kind'],
    id: string,
    words: Text,
    how: Text,
    extra: Extra = {},
  ): FigureDefinition => ({
    id,
    group,
    kind,
    words,
    how,
    ...extra,
  })
export const own: Extra = { enterprise: true }
