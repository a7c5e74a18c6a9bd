// Which words does the register of licences use?
import type { Text } from '../../domain/language/words.ts'
import { fieldWords } from '../../domain/registers/entry.ts'
import { licenceRegister } from '../../domain/registers/licences/register.ts'

export const licenceWords = {
  title: licenceRegister.title,
  lead: { zh: '最先到期的排在最前。', en: 'The first to end stands first.' },
  search: { zh: '编号、持证单位或场所', en: 'Number, holder or premises' },
  scopeSearch: { zh: '许可范围', en: 'Scope' },
  status: { zh: '状态', en: 'Status' },
  anyStatus: { zh: '全部状态', en: 'Any status' },
  within: { zh: '到期', en: 'Ends' },
  anyTime: { zh: '不限', en: 'At any time' },
  months: { zh: '{n}个月内到期', en: 'Within {n} months' },
  show: { zh: '查询', en: 'Search' },
  clear: { zh: '清除条件', en: 'Clear' },
  count: { zh: '共 {n} 件', en: '{n} in all' },
  empty: { zh: '没有符合条件的许可证。', en: 'No licence fits these filters.' },
  none: { zh: '还没有颁发过许可证。', en: 'No licence has been granted yet.' },
  loading: { zh: '许可证', en: 'licences' },
  more: { zh: '显示更多', en: 'Show more' },
  print: { zh: '打印', en: 'Print' },
  kind: licenceRegister.entry,
  number: { zh: '编号', en: 'Number' },
  holder: fieldWords(licenceRegister, 'holder'),
  scope: fieldWords(licenceRegister, 'scope'),
  mode: fieldWords(licenceRegister, 'mode'),
  premises: fieldWords(licenceRegister, 'premises'),
  principal: fieldWords(licenceRegister, 'principal'),
  papers: { zh: '许可证原件', en: 'The licence itself' },
  noPapers: {
    zh: '还没有制发。延期获准或者视为准予延续的，新证制发前凭原证。',
    en: 'Not made out yet. Where a renewal is granted, or deemed so, the licence held before stands for it until then.',
  },
  making: { zh: '正在制作，稍后可以打开', en: 'Being made; it can be opened in a moment' },
  open: { zh: '打开', en: 'Open' },
  download: { zh: '下载PDF', en: 'Download PDF' },
  verify: { zh: '核验', en: 'Verify' },
  code: { zh: '核验码 {code}', en: 'Code {code}' },
  region: { zh: '发证机关所在地', en: 'Issued in' },
  validity: { zh: '有效期', en: 'Validity' },
  fromTo: { zh: '{from} 至 {until}', en: '{from} to {until}' },
  since: { zh: '自{date}', en: 'since {date}' },
  case: { zh: '案件', en: 'Case' },
  replaces: fieldWords(licenceRegister, 'replaces'),
  notHere: { zh: '{number}（登记簿中没有）', en: '{number} (not in the register)' },
  replacedBy: { zh: '替换它的新证', en: 'Replaced by' },
  related: { zh: '有关案件', en: 'Related cases' },
  history: { zh: '历史', en: 'History' },
  back: { zh: '返回登记簿', en: 'Back to the register' },
} satisfies Record<string, Text>

export const licenceLookupWords = {
  title: { zh: '许可证查询', en: 'Look a licence up' },
  lead: {
    zh: '输入完整的许可证编号，或者单位名称中的四个字以上。',
    en: 'Type the whole number of the licence, or four signs or more of the holder’s name.',
  },
  label: { zh: '许可证编号或单位名称', en: 'Number of the licence or name of the holder' },
} satisfies Record<string, Text>
