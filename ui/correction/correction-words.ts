// Which words does the form of a correction use?
import type { Text } from '../../domain/language/words.ts'

export const correctionWords = {
  record: { zh: '第{seq}号 {title}（{who}，{moment}）', en: 'No. {seq} {title} ({who}, {moment})' },
  nothing: {
    zh: '这条记录没有可以更正的内容，请另选；案件所在地区、所涉单位和附件不在此更正',
    en: 'Nothing in this record can be corrected here: choose another. Region, enterprise and files are not',
  },
  value: { zh: '{name}更正为', en: '{name}, corrected' },
  stated: { zh: '现为：{value}', en: 'Now: {value}' },
  dependent: { zh: '更正后须一并填写', en: 'Needed with it' },
  approval: {
    zh: '由科长或局领导批准后生效；原记录保留',
    en: 'It takes effect once a section chief or leader approves; the record keeps what was written',
  },
} as const satisfies Record<string, Text>
