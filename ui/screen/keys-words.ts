// Which words explain the keyboard?
import type { Text } from '../../domain/language/words.ts'

export const keyWords = {
  keysTitle: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
  keysOn: { zh: '启用单键快捷键', en: 'Enable single-key shortcuts' },
  keysHint: {
    zh: '快捷键只打开表单，绝不直接提交。输入文字时不起作用。',
    en: 'A key opens a form and never submits one. Keys rest while you type.',
  },
  keyMove: { zh: '下一行、上一行', en: 'Next row, previous row' },
  keyOpen: { zh: '打开', en: 'Open' },
  keyBack: { zh: '返回、取消选择', en: 'Back, clear selection' },
  keySelect: { zh: '选中本行', en: 'Select the row' },
  keySearch: { zh: '查找', en: 'Search' },
  keyPalette: {
    zh: '搜索全部：编号、企业、人员、页面',
    en: 'Search everything: numbers, enterprises, people, pages',
  },
  keyGo: { zh: '去待办、去案件、去值班台、去流程', en: 'Go to inbox, cases, duty desk, processes' },
  keyDuty: { zh: '值班台：下一条、接警、静音', en: 'Duty desk: next, acknowledge, mute' },
  keyActs: { zh: '办理、退回、转办、抄送', en: 'Act, return, transfer, copy' },
  keyNeighbours: { zh: '列表中的上一件、下一件', en: 'Previous, next case of the list' },
  keySubmit: { zh: '提交表单', en: 'Submit the form' },
  keyHelp: { zh: '显示本说明', en: 'Show this help' },
} satisfies Record<string, Text>
