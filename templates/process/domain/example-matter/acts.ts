// What does each act of this matter ask for, and who reads what was said?
import * as v from 'valibot'
import { text } from '../../../../domain/language/words.ts'
import { civilDate, documentField, documentNumber, field, words } from '../../../../domain/model/fields.ts'
import type { EventDefinition, ProcessDefinition, StartDefinition } from '../../../../domain/model/process.ts'
import { isRegion } from '../../../../domain/organisation/regions.ts'
import { enterprise, inspectors } from './addresses.ts'
import { letterOfAnswer } from './documents.ts'
import type { ExampleMatterEventType } from './statechart.ts'

export const ask: StartDefinition = {
  type: 'ask',
  words: text('提出事项', 'Ask'),
  party: text(
    '事项已登记，将在{dueDate}（含当日）前书面答复。',
    'It is registered and answered in writing by {dueDate}, that day included.',
  ),
  schema: v.strictObject({
    /** An inspector names the enterprise; its own people always ask for their own. */
    enterprise: v.optional(words(64)),
    /** Both filled by the server from its register of enterprises. */
    enterpriseName: v.optional(words(200)),
    region: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    title: words(120),
    question: words(4000),
    dueDate: civilDate,
  }),
  fields: [
    field('enterprise', 'text', '企业', 'Enterprise', {
      required: false,
      hint: text('由检查员选择；企业人员为本企业提出', 'Chosen by inspectors; people of an enterprise ask for their own'),
    }),
    field('title', 'text', '事项名称', 'Title'),
    field('question', 'long-text', '问题', 'Question'),
    field('dueDate', 'date', '希望答复日期', 'Answer wanted by'),
  ],
  by: [...enterprise, inspectors],
  audience: 'party',
  show: { party: ['title', 'question', 'dueDate'], public: [] },
}

/** Without a known region the answer is empty, and the API refuses: only it knows the register. */
export const describe: ProcessDefinition['describe'] = (data, by) => ({
  title: String(data.title ?? ''),
  region: isRegion(String(data.region)) ? String(data.region) : '',
  owner: (by.kind === 'person' ? by.enterprise : null) ?? (typeof data.enterprise === 'string' ? data.enterprise : null),
  site: null,
})

const answer: EventDefinition = {
  words: text('答复', 'Answer'),
  party: text('已书面答复：{document}', 'It is answered in writing: {document}'),
  schema: v.strictObject({ reply: words(4000), document: documentNumber }),
  fields: [field('reply', 'long-text', '答复意见', 'Answer'), documentField(letterOfAnswer)],
  by: 'task',
  audience: 'party',
  show: { party: ['reply', 'document'], public: [] },
  notify: enterprise,
}

const postpone: EventDefinition = {
  words: text('顺延答复', 'Postpone the answer'),
  party: text('答复日期顺延至{dueDate}：{reason}', 'The answer comes by {dueDate}: {reason}'),
  schema: v.strictObject({ dueDate: civilDate, reason: words(1000) }),
  fields: [field('dueDate', 'date', '新的答复日期', 'New date'), field('reason', 'long-text', '理由', 'Reason')],
  by: 'task',
  audience: 'party',
  show: { party: ['dueDate', 'reason'], public: [] },
  notify: enterprise,
}

export const events = { answer, postpone } satisfies Record<ExampleMatterEventType, EventDefinition>
