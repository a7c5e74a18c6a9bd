// Which words does a list use for being taken along as a file?
import type { Text } from '../../domain/language/words.ts'

export const exportWords = {
  export: { zh: '导出', en: 'Export' },
  xlsx: { zh: 'Excel 表格（.xlsx）', en: 'Excel workbook (.xlsx)' },
  csv: { zh: 'CSV 文本（.csv）', en: 'CSV text (.csv)' },
  starting: { zh: '正在准备导出', en: 'Preparing the export' },
  running: { zh: '已导出 {rows} / {total} 行，{size}', en: '{rows} of {total} rows, {size}' },
  progress: { zh: '导出进度', en: 'Progress of the export' },
  cancel: { zh: '取消导出', en: 'Cancel the export' },
  cancelled: {
    zh: '导出已取消，没有保存文件。',
    en: 'The export was cancelled; no file was saved.',
  },
  saved: { zh: '已保存 {name}（{rows} 行，{size}）', en: 'Saved {name} ({rows} rows, {size})' },
  file: { zh: '导出文件', en: 'the export' },
  broken: { zh: '文件没有传完，请重试', en: 'The file did not arrive whole; try again' },
  withoutChips: { zh: '快捷筛选不影响导出', en: 'The quick filters do not limit the export' },
} satisfies Record<string, Text>
