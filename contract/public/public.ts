// What do the routes that everybody may ask take and answer?
import * as v from 'valibot'
import type { Comparison, VerifiedDocument } from '../../domain/documents/verification.ts'
import { stageNames } from '../../domain/model/guide-definition.ts'
import type { Field } from '../../domain/model/process.ts'
import type { FollowView } from '../../domain/public/follow.ts'
import type { PublicProcess } from '../../domain/public/form.ts'
import type { PublicNotice } from '../../domain/public/notice.ts'
import { examinationShape } from '../documents/examination.ts'
import { cursor, formData, limit, shortText } from '../parts/date-inputs.ts'
import { followReceiptShape } from '../parts/facts.ts'
import {
  bilingual,
  decimal,
  flag,
  list,
  maybe,
  moment,
  type Of,
  string,
  typed,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const fact = v.strictObject({ name: string, label: bilingual, value: bilingual })
const statement = v.strictObject({ at: moment, words: bilingual })
const field = v.looseObject({ name: string, words: bilingual, kind: string, required: flag })

const process = v.strictObject({
  id: string,
  title: bilingual,
  summary: bilingual,
  law: string,
  words: bilingual,
  fields: typed<Field[]>()(list(field)),
}) satisfies Of<PublicProcess>

const publicProcessesShape = v.strictObject({ items: list(process), ticket: string })
const publicFile = v.strictObject({ id: string, name: string, type: string, size: decimal })

const period = v.strictObject({
  date: string,
  overdue: flag,
  provisional: flag,
  words: bilingual,
  left: bilingual,
  article: string,
  course: maybe(bilingual),
})

/** Nothing of the enterprise, of officials or of what was written inside; only where it stands and what he is told. */
const followedShape = v.strictObject({
  number: maybe(string),
  process: bilingual,
  region: maybe(bilingual),
  status: v.picklist(['received', 'open', 'closed']),
  state: bilingual,
  reportedAt: moment,
  steps: list(statement),
  limits: list(period),
  answers: list(v.strictObject({ at: moment, fields: list(fact) })),
  /** Of an application: its five steps, and what the applicant has to do. */
  stages: list(
    v.strictObject({
      stage: v.picklist(stageNames),
      words: bilingual,
      look: v.picklist(['done', 'now', 'later']),
    }),
  ),
  wanted: list(bilingual),
}) satisfies Of<FollowView>

const notice = v.strictObject({
  process: string,
  processTitle: bilingual,
  number: string,
  enterprise: maybe(string),
  region: bilingual,
  level: maybe(v.picklist([1, 2, 3, 4])),
  type: string,
  words: bilingual,
  at: moment,
  fields: list(fact),
  /** What else has been published about the same case, oldest first. */
  others: list(statement),
}) satisfies Of<PublicNotice>

const publicNoticesShape = v.strictObject({ items: list(notice), cursor: maybe(string) })
const document = v.strictObject({
  code: string,
  title: string,
  number: maybe(string),
  office: string,
  day: string,
  state: v.picklist(['issued', 'void', 'replaced']),
  endedAt: maybe(moment),
  /** Where the document is a licence, how that stands today. */
  licence: maybe(
    v.strictObject({
      holder: string,
      validFrom: maybe(string),
      validUntil: maybe(string),
      words: bilingual,
      inForce: flag,
      since: string,
    }),
  ),
}) satisfies Of<VerifiedDocument>
const comparison = v.strictObject({ same: flag }) satisfies Of<Comparison>

/** In the body: an address stands in histories and in the logs of proxies. */
export const followBody = v.strictObject({ number: shortText, code: shortText })

export const noticesQuery = v.object({
  process: v.optional(shortText),
  region: v.optional(shortText),
  q: v.optional(shortText),
  cursor,
  limit,
})

export const publicReportBody = v.strictObject({
  data: formData,
  ticket: v.pipe(string, v.maxLength(100)),
  /** Nobody sees this field, so nobody fills it in. */
  website: v.optional(v.pipe(string, v.maxLength(200))),
})

export const comparisonBody = v.strictObject({ sha256: v.pipe(string, v.regex(/^[0-9a-f]{64}$/)) })

export const publicContract = {
  'GET /api/public/processes': {
    status: 200,
    description: 'Open processes, and the ticket that a report needs',
    answer: publicProcessesShape,
  },
  'POST /api/public/cases/{process}': {
    body: publicReportBody,
    status: 201,
    description: 'The case is open; nobody can read the code again',
    answer: followReceiptShape,
  },
  'POST /api/public/files': { status: 201, description: 'The file is kept', answer: publicFile },
  'POST /api/public/follow': {
    body: followBody,
    status: 200,
    description: 'Where it stands',
    answer: followedShape,
  },
  'GET /api/public/notices': {
    query: noticesQuery,
    status: 200,
    description: 'One page, newest first',
    answer: publicNoticesShape,
  },
  'GET /api/public/verify/{code}': { status: 200, description: 'The document', answer: document },
  'POST /api/public/verify/{code}': {
    body: comparisonBody,
    status: 200,
    description: 'Whether it is the same',
    answer: comparison,
  },
  'POST /api/public/signatures': {
    status: 200,
    description: 'What its signatures say; nothing of the file is kept',
    answer: examinationShape,
  },
} as const satisfies ContractRoutes
