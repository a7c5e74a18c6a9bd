// What is particular to the review of a project: its documents, and which time its orders do not count?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { hearingOf } from '../licensing/hearing.ts'
import { jointEvents } from '../licensing/joint.ts'
import { reviewOf } from '../licensing/review.ts'
import { civilDate, field } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { documents } from './documents.ts'

const shared = reviewOf({
  documents,
  siteCheckBegun: text('现场核查已开始，核查时间计入审查期限。', 'The site check has begun; its time is counted.'),
  reworkWanted: text(
    '现场核查发现须整改的事项，请逐项整改；危险化学品建设项目的整改时间不计入审查期限（总局令第45号第十二条、第十八条，待核实）。',
    'The site check found things to put right, please do so item by item; of a hazardous chemicals project the time is not counted (Order 45 art. 12, 18, to be confirmed).',
  ),
})

const experts = shared['begin-expert-review']

/** 许可法 45: told in writing beforehand, so the day of that notice is asked for. */
const beginExpertReview: EventDefinition = {
  ...experts,
  schema: v.strictObject({ ...(experts.schema as unknown as v.StrictObjectSchema<v.ObjectEntries, undefined>).entries, toldOn: civilDate }),
  fields: [
    ...experts.fields,
    field('toldOn', 'date', '告知书送达日期', 'Notice served on', {
      hint: text('须先书面告知申请人所需时间', 'The applicant is told in writing beforehand'),
    }),
  ],
  show: { party: [...experts.show.party, 'toldOn'], public: [] },
}

export const reviewEvents = {
  ...shared,
  'begin-expert-review': beginExpertReview,
  ...hearingOf(documents),
  ...jointEvents,
} satisfies Record<string, EventDefinition>
