// Which words do kept filters use?
import type { Text } from '../../domain/language/words.ts'

export const savedWords = {
  open: { zh: '常用筛选', en: 'Saved filters' },
  none: { zh: '还没有保存的筛选。', en: 'No filter has been saved yet.' },
  list: { zh: '已保存的筛选', en: 'Saved filters' },
  name: { zh: '名称', en: 'Name' },
  sharing: { zh: '共享', en: 'Shared with' },
  remove: { zh: '删除', en: 'Delete' },
  removeOne: { zh: '删除“{name}”', en: 'Delete “{name}”' },
  shareOne: { zh: '“{name}”的共享范围', en: 'Who shares “{name}”' },
  alone: { zh: '仅自己', en: 'Nobody' },
  by: { zh: '{owner} 共享', en: 'Shared by {owner}' },
  save: { zh: '保存当前筛选', en: 'Save the current filter' },
  saveHint: { zh: '名称相同则替换原有筛选。', en: 'A filter of the same name is replaced.' },
  nothingSet: { zh: '当前没有筛选条件。', en: 'No filter is set at present.' },
  saved: { zh: '已保存“{name}”', en: '“{name}” was saved' },
  removed: { zh: '已删除“{name}”', en: '“{name}” was deleted' },
  undo: { zh: '撤销', en: 'Undo' },
  filters: { zh: '常用筛选', en: 'the saved filters' },
} satisfies Record<string, Text>
