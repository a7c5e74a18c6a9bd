// Which words do levels, legal dates and marks use?
import type { Text } from '../../domain/case/words.ts'

export const dueWords = {
  level: { zh: '级别', en: 'Level' },
  level1: { zh: '一级（红）', en: 'Level 1 (red)' },
  level2: { zh: '二级（橙）', en: 'Level 2 (orange)' },
  level3: { zh: '三级（黄）', en: 'Level 3 (yellow)' },
  level4: { zh: '四级（蓝）', en: 'Level 4 (blue)' },
  overdue: { zh: '逾期', en: 'Overdue' },
  paused: { zh: '停钟', en: 'Paused' },
  provisional: { zh: '暂估', en: 'Provisional' },
  noDue: { zh: '无法定时限', en: 'No legal limit' },
  barSummary: { zh: '时限用时 {used}%，停钟 {paused}%，剩余 {left}%', en: '{used}% of the limit used, {paused}% paused, {left}% left' },
  unread: { zh: '未读', en: 'Unread' },
} satisfies Record<string, Text>
