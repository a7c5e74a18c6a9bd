// Which words does the list speak by which officers go through a visit?
import type { Text } from '../../../domain/language/words.ts'

export const visitWords = {
  checklist: { zh: '检查表', en: 'Checklist' },
  count: { zh: '已答 {done} 项，共 {all} 项', en: '{done} of {all} answered' },
  disputed: { zh: '两人结果不一致', en: 'Answers differ' },
  disputedHint: {
    zh: '结果不一致的，由检查人员核对后在检查记录中确定。',
    en: 'Where answers differ the officers decide in the record.',
  },
  open: { zh: '未答', en: 'Not answered' },
  answerTo: { zh: '检查结果：{question}', en: 'Answer: {question}' },
  by: { zh: '{name} {answer}', en: '{name}: {answer}' },
  findings: { zh: '检查表以外发现的问题', en: 'What else was found' },
  noFindings: { zh: '没有', en: 'None' },
  newFinding: { zh: '发现的问题', en: 'What was found' },
  addFinding: { zh: '添加问题', en: 'Add the finding' },
  same: {
    zh: '选中相同的问题后合并，一项问题只转入一个事项。',
    en: 'Choose those that are the same and join them: each finding leads to one matter only.',
  },
  choose: { zh: '选中：{finding}', en: 'Choose: {finding}' },
  joined: { zh: '已并入：{words}', en: 'Joined into it: {words}' },
  foundBy: { zh: '{names}发现', en: 'Found by {names}' },
  more: { zh: '补充照片、说明', en: 'Add photos and a note' },
  joinInto: { zh: '并入', en: 'Join into' },
  firstChosen: { zh: '选中的第一项', en: 'The first one chosen' },
  join: { zh: '合并为一项', en: 'Join into one' },
  joinOnline: {
    zh: '合并须在恢复网络后、条目送达后办理。',
    en: 'Joining needs the network, and notes that have arrived.',
  },
  next: { zh: '下一项（还有 {count} 项）', en: 'Next ({count} left)' },
  makeRecord: { zh: '制作现场检查记录', en: 'Make the record' },
  recordWaits: {
    zh: '制作记录、签字须联网，且本机条目全部送达。',
    en: 'The record and its signatures need the network, with all notes delivered.',
  },
  recordNotYet: {
    zh: '出示证件、开始检查后制作记录。',
    en: 'The record follows once the visit has begun.',
  },
} satisfies Record<string, Text>
