// What do the acts ask for by which an application is granted, refused, or what was granted is annulled?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { documentField, documentNumber, field, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { clerk, enterprise, leader } from './addresses.ts'
import { remediesField } from './service.ts'

/** What one decision is called, what it tells the applicant, which document it is, and what it brings about. */
type Decision = Pick<EventDefinition, 'words' | 'party'> & { document: Text; effect: Text; article: string }

/** 许可法 38(1). */
export const approval = ({ words: name, party, document, effect, article }: Decision): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({ document: documentNumber, opinion }),
  fields: [documentField(document), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['document'], public: [] },
  consequence: { effect, article },
  notify: [...enterprise, clerk],
})

/** 许可法 38(2): reasons, and the remedies that stand open. */
export const refusal = ({ words: name, party, document, effect, article }: Decision): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({
    reasons: words(4000),
    remedies: words(1000),
    falseMaterial: v.optional(v.boolean()),
    document: documentNumber,
    opinion,
  }),
  fields: [
    field('reasons', 'long-text', '理由', 'Reasons'),
    remediesField(),
    field('falseMaterial', 'boolean', '申请人隐瞒情况或者提供虚假材料', 'Facts hidden or material false', {
      required: false,
      hint: text('勾选后一年内不得再次申请', 'Ticked: no new application for a year'),
    }),
    documentField(document),
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['reasons', 'remedies', 'falseMaterial', 'document'], public: [] },
  consequence: { effect, article },
  notify: [...enterprise, clerk],
})

const groundsOfAnnulment = (organ: string) => ({
  fraud: text('以欺骗、贿赂等不正当手段取得', 'Obtained by fraud or bribery'),
  office: text(`${organ}违法或者错误准予`, 'Granted against the law or by mistake'),
})

/** 许可法 69, 79. */
export const annulment = ({ words: name, party, document, effect, article }: Decision, organ: string): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({
    ground: v.picklist(keysOf(groundsOfAnnulment(organ))),
    reason: words(2000),
    remedies: words(1000),
    document: documentNumber,
    opinion,
  }),
  fields: [
    field('ground', 'choice', '情形', 'Ground', { choices: groundsOfAnnulment(organ) }),
    field('reason', 'long-text', '理由', 'Reason'),
    field('remedies', 'long-text', '救济途径和期限', 'Remedies and their periods'),
    documentField(document),
    opinionField,
  ],
  by: [leader],
  audience: 'party',
  show: { party: ['ground', 'reason', 'remedies', 'document'], public: [] },
  consequence: { effect, article },
  notify: enterprise,
})
