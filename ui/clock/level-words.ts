// What are the four levels called?
import type { Text } from '../../domain/language/words.ts'

export const levelWords = {
  1: { zh: '一级（红）', en: 'Level 1 (red)' },
  2: { zh: '二级（橙）', en: 'Level 2 (orange)' },
  3: { zh: '三级（黄）', en: 'Level 3 (yellow)' },
  4: { zh: '四级（蓝）', en: 'Level 4 (blue)' },
} satisfies Record<1 | 2 | 3 | 4, Text>
