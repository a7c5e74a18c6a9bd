// Which words does searching use?
import type { Text } from '../../domain/language/words.ts'

export const searchWords = {
  title: { zh: '搜索', en: 'Search' },
  label: { zh: '搜索案件、企业、人员或页面', en: 'Search cases, enterprises, people or pages' },
  hint: { zh: '编号、事项、企业、拼音、正文', en: 'Number, matter, enterprise, pinyin, text' },
  results: { zh: '结果', en: 'Results' },
  pages: { zh: '页面与发起', en: 'Pages and starts' },
  cases: { zh: '案件', en: 'Cases' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  people: { zh: '人员', en: 'People' },
  all: { zh: '查看“{q}”的全部结果', en: 'All results for “{q}”' },
  found: { zh: '{n} 条结果', en: '{n} results' },
  nothing: { zh: '没有找到。', en: 'Nothing was found.' },
  ask: {
    zh: '输入编号、企业名称、拼音首字母或正文中的词。',
    en: 'Type a number, an enterprise, pinyin initials or words from the text.',
  },
  inText: { zh: '正文：', en: 'Text: ' },
  more: {
    zh: '仅列出前 {n} 条，请再加一个词。',
    en: 'Only the first {n} are listed; add another word.',
  },
  keys: { zh: '↑↓ 选择 · 回车打开 · Esc 关闭', en: '↑↓ choose · Enter open · Esc close' },
} satisfies Record<string, Text>
