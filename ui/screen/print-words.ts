// Which words stand on paper and nowhere else?
import type { Text } from '../../domain/language/words.ts'

export const printWords = {
  by: { zh: '打印人：{name}（{place}） 打印时间：{at}', en: 'Printed by {name} ({place}) at {at}' },
  filter: { zh: '筛选：', en: 'Filter: ' },
  noFilter: { zh: '全部', en: 'everything' },
  part: {
    zh: '。本页打印已载入的 {rowCount} 件，共 {total} 件；需要全部请用导出',
    en: '. Holds the {rowCount} rows read so far of {total}; for all of them use the export',
  },
} satisfies Record<string, Text>
