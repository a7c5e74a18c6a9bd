// What do the routes take and answer by which somebody reads what concerns him, with number, code and telephone?
import * as v from 'valibot'
import type { Field } from '../../domain/model/process.ts'
import type { OwnMatter } from '../../domain/views/own-matter.ts'
import { formData, shortText } from '../parts/date-inputs.ts'
import { factShape } from '../parts/facts.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  moment,
  type Of,
  string,
  typed,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { paymentOrderShape, paymentReceiptShape } from '../payments/payments.ts'

const field = v.looseObject({ name: string, words: bilingual, kind: string, required: flag })

const matterEntries = {
  number: string,
  title: string,
  item: bilingual,
  counsel: maybe(
    v.strictObject({ name: string, scope: v.picklist(['general', 'special']), words: bilingual }),
  ),
  open: flag,
  state: bilingual,
  lines: list(v.strictObject({ words: bilingual, value: bilingual })),
  limits: list(
    v.strictObject({
      date: string,
      overdue: flag,
      provisional: flag,
      words: bilingual,
      left: bilingual,
      article: string,
    }),
  ),
  forms: list(
    v.strictObject({ type: string, words: bilingual, at: maybe(moment), fields: list(factShape) }),
  ),
  acts: list(
    v.strictObject({
      type: string,
      words: bilingual,
      fields: typed<Field[]>()(list(field)),
      consequence: maybe(v.strictObject({ effect: bilingual, article: string })),
    }),
  ),
  beyond: list(bilingual),
}
const matter = v.strictObject(matterEntries) satisfies Of<OwnMatter>

const paper = v.strictObject({
  id: string,
  title: bilingual,
  number: maybe(string),
  at: moment,
  /** It was replaced or declared void. */
  ended: flag,
  /** Still being made. */
  making: flag,
  /** When it was first opened here, or served. */
  seenAt: maybe(moment),
  url: maybe(string),
  /** Why he is not given it, though it is there. */
  closed: maybe(bilingual),
})
export type OwnPaper = v.InferOutput<typeof paper>

const matterShape = v.strictObject({
  matter,
  papers: list(paper),
  /** His own payment codes, and what was paid under them. */
  payments: v.strictObject({
    orders: list(paymentOrderShape),
    receipts: list(paymentReceiptShape),
  }),
  /** When this visit ends. */
  until: moment,
})
export type OwnMatterView = v.InferOutput<typeof matterShape>

export const oneTimeCodeBody = v.strictObject({ number: shortText, code: shortText })
export const ownSessionBody = v.strictObject({ challenge: shortText, code: shortText })
export const ownActBody = v.strictObject({ type: shortText, data: formData })

export const ownMatterContract = {
  'POST /api/own-matter/codes': {
    body: oneTimeCodeBody,
    status: 201,
    description: 'A one-time code is on its way to the telephone in the record',
    answer: v.strictObject({ challenge: string, sentTo: string, minutes: integer }),
  },
  'POST /api/own-matter/session': {
    body: ownSessionBody,
    status: 201,
    description: 'The visit has begun; its cookie is set',
    answer: v.strictObject({ until: moment }),
  },
  'DELETE /api/own-matter/session': { status: 204, description: 'The visit has ended' },
  'GET /api/own-matter': { status: 200, description: 'What concerns him', answer: matterShape },
  'GET /api/own-matter/documents/{id}': {
    status: 200,
    description: 'The paper',
    type: 'application/pdf',
  },
  'POST /api/own-matter/acts': {
    body: ownActBody,
    status: 200,
    description: 'It is done, and stands in the record',
    answer: v.strictObject({ done: v.literal(true) }),
  },
  'POST /api/own-matter/files': {
    status: 201,
    description: 'The file is kept',
    answer: v.strictObject({ id: string, name: string, type: string, size: decimal }),
  },
} as const satisfies ContractRoutes
