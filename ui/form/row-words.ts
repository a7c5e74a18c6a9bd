// Which words do rows of a form use?
import type { Text } from '../../domain/language/words.ts'

export const rowFieldWords = {
  missingRows: { zh: '{name}至少填写一行', en: '{name}: fill in one row at least' },
  cellOf: { zh: '第{n}行{name}', en: '{name}, row {n}' },
  rowOf: { zh: '第 {n} 行', en: 'Row {n}' },
  rowsHint: { zh: '共 {n} 行，最多 {most} 行', en: '{n} rows, {most} at most' },
  addRow: { zh: '增加一行', en: 'Add a row' },
  removeRow: { zh: '删除第 {n} 行', en: 'Remove row {n}' },
  rowUp: { zh: '第 {n} 行上移', en: 'Move row {n} up' },
  rowDown: { zh: '第 {n} 行下移', en: 'Move row {n} down' },
  rowMoved: { zh: '已移至第 {n} 行', en: 'Now row {n}' },
  rowRemoved: { zh: '已删除，余 {n} 行', en: 'Removed; {n} rows left' },
} satisfies Record<string, Text>
