// How is a decision on an application served, and what does it say about remedies?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate, field, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import { enterprise } from './addresses.ts'

export const methods = {
  direct: text('当面领取', 'Fetched in person'),
  post: text('邮寄', 'By post'),
  electronic: text('电子送达', 'Electronically'),
  left: text('留置送达', 'Left at the place'),
} as const satisfies Record<string, Text>

const schema = v.strictObject({ method: v.picklist(keysOf(methods)), servedOn: civilDate, receiver: words(100), opinion })
const fields = [
  field('method', 'choice', '送达方式', 'Method', { choices: methods }),
  field('servedOn', 'date', '送达日期', 'Served on'),
  field('receiver', 'text', '签收人', 'Received by'),
  opinionField,
]

/** The act by which something is served. */
export const service = (name: Text, party: Text): EventDefinition => ({
  words: name,
  party,
  schema,
  fields,
  by: 'task',
  audience: 'party',
  show: { party: ['method', 'servedOn', 'receiver'], public: [] },
  notify: enterprise,
})

export const remediesField = (): Field =>
  field('remedies', 'long-text', '救济途径和期限', 'Remedies and their periods', {
    hint: text('载明申请行政复议、提起行政诉讼的机关和期限', 'To whom and until when one may apply for reconsideration or sue'),
  })

/** What an act of the legal clock says; nobody fills anything in. */
export const ofTheClock = (zh: string, en: string, party: Text, notify?: EventDefinition['notify']): EventDefinition => ({
  words: text(zh, en),
  party,
  schema: v.strictObject({}),
  fields: [],
  by: 'clock',
  audience: 'party',
  show: { party: [], public: [] },
  ...(notify ? { notify } : {}),
})
