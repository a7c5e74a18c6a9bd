// Which words stand beside the violation that a notice names?
import type { Text } from '../../domain/language/words.ts'

export const causeWords = {
  none: { zh: '不选择（不核对裁量基准）', en: 'None: not checked against a standard' },
  reckoning: {
    zh: '裁量基准各阶次',
    en: 'The steps of the standard',
  },
  noneHolds: {
    zh: '没有适用于本案的现行有效裁量基准',
    en: 'No standard that is in force is for this case',
  },
  unknown: {
    zh: '裁量基准暂时无法读取，请稍后重试',
    en: 'The standards cannot be read now: try again later',
  },
} as const satisfies Record<string, Text>
