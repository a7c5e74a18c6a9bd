// Which words do phrases for opinions use?
import type { Text } from '../../domain/language/words.ts'

export const phraseWords = {
  open: { zh: '常用意见', en: 'Phrases' },
  openFor: { zh: '常用意见：{field}', en: 'Phrases for: {field}' },
  keys: { zh: 'Alt+↓', en: 'Alt+↓' },
  own: { zh: '我的', en: 'Mine' },
  none: { zh: '还没有常用意见。', en: 'There are no phrases yet.' },
  manage: { zh: '管理常用意见', en: 'Manage phrases' },
  inserted: { zh: '已插入：{phrase}', en: 'Put in: {phrase}' },
  hint: {
    zh: '↑ ↓ 选择，回车插入到光标处，Esc 关闭',
    en: '↑ ↓ to choose, Enter puts it at the cursor, Esc closes',
  },
  phrases: { zh: '常用意见', en: 'Phrases for opinions' },
  ownTitle: { zh: '我的常用意见', en: 'My phrases' },
  ownLead: {
    zh: '只有您自己看得到。办理时在意见栏下点“常用意见”，或者按 Alt+↓ 插入。',
    en: 'Nobody else sees them. When you act, press “Phrases” below an opinion, or Alt+↓, to put one in.',
  },
  officeTitle: { zh: '科室常用意见', en: 'Phrases of the office' },
  officeLead: {
    zh: '本科室人员办理时都可插入；由科室负责人或者系统管理员维护。',
    en: 'For everybody of the office; kept by its head or an administrator.',
  },
  office: { zh: '科室', en: 'Office' },
  one: { zh: '第 {n} 条', en: 'Phrase {n}' },
  add: { zh: '添加一条', en: 'Add a phrase' },
  up: { zh: '第 {n} 条上移', en: 'Move phrase {n} up' },
  down: { zh: '第 {n} 条下移', en: 'Move phrase {n} down' },
  remove: { zh: '删除第 {n} 条', en: 'Delete phrase {n}' },
  removeShort: { zh: '删除', en: 'Delete' },
  save: { zh: '保存', en: 'Save' },
  saving: { zh: '正在保存', en: 'Saving' },
  saved: { zh: '已保存 {n} 条', en: '{n} saved' },
  unsaved: { zh: '有改动尚未保存', en: 'Changes not saved yet' },
  limits: {
    zh: '每条不超过 {longest} 字，最多 {most} 条。',
    en: 'At most {longest} characters each and {most} phrases.',
  },
  empty: { zh: '第 {n} 条没有内容', en: 'Phrase {n} is empty' },
  tooLong: {
    zh: '第 {n} 条超过 {longest} 字',
    en: 'Phrase {n} is longer than {longest} characters',
  },
  twice: { zh: '第 {n} 条与前面重复', en: 'Phrase {n} is there twice' },
  reload: { zh: '读取最新内容', en: 'Load what is there now' },
} satisfies Record<string, Text>
