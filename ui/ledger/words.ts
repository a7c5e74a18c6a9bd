// Which words does the ledger of self-checks use?
import type { Text } from '../../domain/language/words.ts'

export const ledgerWords = {
  title: { zh: '自查台账', en: 'Self-check ledger' },
  lead: {
    zh: '本单位自查的每一次记录。写下后不能改，只能更正，更正前的内容一并保留。',
    en: 'Every inspection you have made yourselves. Entries are never changed, only corrected; what they said before stays.',
  },
  leadStaff: {
    zh: '辖区企业的自查记录，只读。',
    en: 'Self-checks of the enterprises in your area, read only.',
  },
  write: { zh: '登记自查', en: 'Write an entry' },
  correct: { zh: '更正', en: 'Correct' },
  correcting: { zh: '更正 {day} 的记录', en: 'Correct the entry of {day}' },
  send: { zh: '存入台账', en: 'Keep in the ledger' },
  sending: { zh: '提交中', en: 'Submitting' },
  cancel: { zh: '取消', en: 'Cancel' },
  kept: { zh: '已存入台账', en: 'Kept in the ledger' },
  sendAgain: {
    zh: '没有收到回应，可能已经登记。原样再次提交不会重复；改动后提交将另行登记。',
    en: 'No answer came back; it may be in the ledger already. Submitting it unchanged writes nothing twice; submitting other words writes another entry.',
  },
  changedText: {
    zh: '改动前提交的内容没有收到回应，可能已在台账中，而台账不能删除。可以按原内容再次提交（不会重复，改动留作草稿），也可以把改动后的内容另行存入。',
    en: 'What you submitted before you changed it had no answer and may be in the ledger already, where nothing is deleted. Submit the first words again (nothing is written twice, and your changes stay as a draft), or keep the changed words as another entry.',
  },
  sendFirst: { zh: '按原内容再次提交', en: 'Submit the first words again' },
  sendAnew: { zh: '另行存入改动后的内容', en: 'Keep the changed words as another entry' },
  empty: { zh: '台账里还没有记录。', en: 'The ledger has no entries yet.' },
  emptyOf: { zh: '没有符合的自查记录。', en: 'There are no such entries.' },
  checked: { zh: '检查内容', en: 'What was checked' },
  found: { zh: '发现问题', en: 'Found' },
  nothing: { zh: '未发现问题', en: 'Nothing found' },
  count: { zh: '{n} 项问题', en: '{n} found' },
  note: { zh: '备注', en: 'Note' },
  photos: { zh: '照片', en: 'Photos' },
  by: { zh: '{name} 登记于 {time}', en: 'Written by {name}, {time}' },
  reported: { zh: '已上报', en: 'Reported' },
  report: { zh: '由此上报隐患', en: 'Report from this entry' },
  earlier: { zh: '更正前的内容（{n}）', en: 'Before it was corrected ({n})' },
  more: { zh: '再看一些', en: 'Show more' },
  xlsx: { zh: '导出表格', en: 'Export workbook' },
  csv: { zh: '导出文本', en: 'Export text' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  all: { zh: '全部企业', en: 'All enterprises' },
  total: { zh: '共 {n} 条', en: '{n} entries' },
} satisfies Record<string, Text>
