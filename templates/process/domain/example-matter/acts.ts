// What does each act of this matter ask for, and who reads what was said?
import { text } from '../../../../domain/language/words.ts'
import { act, start } from '../../../../domain/model/act.ts'
import { enterpriseFields, field } from '../../../../domain/model/field.ts'
import type { ProcessDefinition } from '../../../../domain/model/process.ts'
import { isRegion } from '../../../../domain/organisation/regions.ts'
import { enterprise, inspectors } from './addresses.ts'
import { letterOfAnswer } from './documents.ts'

export const ask = start({
  type: 'ask',
  words: text('提出事项', 'Ask'),
  party: text(
    '事项已登记，将在{dueDate}（含当日）前书面答复。',
    'It is registered and answered in writing by {dueDate}, that day included.',
  ),
  fields: {
    ...enterpriseFields(
      '由检查员选择；企业人员为本企业提出',
      'Chosen by inspectors; people of an enterprise ask for their own',
    ),
    title: field.text('事项名称', 'Title', 120).shownTo('party'),
    question: field.longText('问题', 'Question', 4000).shownTo('party'),
    dueDate: field.date('希望答复日期', 'Answer wanted by').shownTo('party'),
  },
  by: [...enterprise, inspectors],
})

/** Without a known region the answer is empty, and the API refuses: only it knows the register. */
export const describe: ProcessDefinition['describe'] = (data, by) => ({
  title: String(data.title ?? ''),
  region: isRegion(String(data.region)) ? String(data.region) : '',
  owner:
    (by.kind === 'person' ? by.enterprise : null) ??
    (typeof data.enterprise === 'string' ? data.enterprise : null),
  site: null,
})

const answer = act({
  words: text('答复', 'Answer'),
  party: text('已书面答复：{document}', 'It is answered in writing: {document}'),
  fields: {
    reply: field.longText('答复意见', 'Answer', 4000).shownTo('party'),
    document: field.document(letterOfAnswer).shownTo('party'),
  },
  notify: enterprise,
})

const postpone = act({
  words: text('顺延答复', 'Postpone the answer'),
  party: text('答复日期顺延至{dueDate}：{reason}', 'The answer comes by {dueDate}: {reason}'),
  fields: {
    dueDate: field.date('新的答复日期', 'New date').shownTo('party'),
    reason: field.longText('理由', 'Reason', 1000).shownTo('party'),
  },
  notify: enterprise,
})

export const events = { answer, postpone }

export type ExampleMatterEventType = keyof typeof events
