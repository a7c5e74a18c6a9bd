// Which words does a page use whose figures are reckoned each night?
import type { Text } from '../../domain/language/words.ts'

export const recomputeWords = {
  asOf: { zh: '统计截至 {time}，每夜更新', en: 'Reckoned {time}, renewed each night' },
  never: { zh: '尚未统计，每夜更新', en: 'Not reckoned yet, renewed each night' },
  recompute: { zh: '重新统计', en: 'Reckon again' },
  recomputing: { zh: '正在统计…', en: 'Reckoning…' },
  recomputed: { zh: '已重新统计，更新 {n} 件', en: 'Reckoned again, {n} cases renewed' },
  more: { zh: '再显示 {n} 件', en: 'Show {n} more' },
  close: { zh: '收起', en: 'Close' },
} satisfies Record<string, Text>
