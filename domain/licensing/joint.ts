// What do the acts ask for by which several authorities handle one application together?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { field, keysOf, words } from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { enterprise, sectionChief } from './addresses.ts'
import { optionalFiles } from './fields.ts'
import { bureaus } from './joint-rules.ts'

const handleJointly: EventDefinition = {
  words: text('联合办理', 'Handle jointly'),
  party: text(
    '申请由多个部门联合办理，自受理之日起四十五个工作日内决定（《行政许可法》第四十二条第二款）。',
    'Several authorities handle the application: it is decided within forty-five working days of acceptance (Licensing Law art. 42(2)).',
  ),
  schema: v.strictObject({
    bureaus: v.pipe(v.array(v.picklist(keysOf(bureaus))), v.minLength(1), v.maxLength(7)),
    reason: words(1000),
  }),
  fields: [
    field('bureaus', 'choices', '联合办理的部门', 'Who handles it too', { choices: bureaus }),
    field('reason', 'long-text', '理由', 'Reason'),
  ],
  by: [sectionChief],
  audience: 'party',
  show: { party: ['bureaus', 'reason'], public: [] },
  consequence: {
    effect: text('审查期限改为自受理之日起四十五个工作日。', 'The review now has forty-five working days from acceptance.'),
    article: '《行政许可法》第四十二条第二款',
  },
  notify: enterprise,
}

const answerFields: Field[] = [
  field('bureau', 'choice', '答复部门', 'Who answers', { choices: bureaus }),
  field('findings', 'long-text', '部门意见', 'What they say'),
  field('papers', 'files', '复函', 'Their letter', { required: false }),
]

const unansweredOnly = ({ snapshot }: CaseRecord): Field[] => {
  const open = snapshot.context.unanswered as string[]
  const choices = Object.fromEntries(Object.entries(bureaus).filter(([kind]) => open.includes(kind)))
  return answerFields.map((one) => (one.name === 'bureau' ? { ...one, choices } : one))
}

const noteJointOpinion: EventDefinition = {
  words: text('登记部门意见', "Note another authority's opinion"),
  party: text('', ''),
  schema: v.strictObject({ bureau: v.picklist(keysOf(bureaus)), findings: words(4000), papers: optionalFiles }),
  fields: answerFields,
  fieldsFor: unansweredOnly,
  by: 'task',
  audience: 'internal',
  show: { party: [], public: [] },
}

export const jointEvents = { 'handle-jointly': handleJointly, 'note-joint-opinion': noteJointOpinion }
