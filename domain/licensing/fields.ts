// Which answers do the forms of licensing ask for beside the general ones?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { type FieldBuilder, field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import { licensingDocumentWords } from './words.ts'

/** Whose application it is: a clerk names the enterprise, its own people always apply for their own. */
export const applicantFields = (applicant: FieldBuilder) => ({
  enterprise: applicant.optional(),
  enterpriseName: field.filled(v.optional(words(200))),
  region: field.filled(v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/)))),
})

/** What was seen on the spot; whether the applicant sees it too is each act's own. */
export const photos = field.files('照片或附件', 'Photos or files').optional()

/** What comes as a file or on paper. */
export const papers = (zh: string, en: string) => field.files(zh, en).optional().shownTo('party')

/** The number of the document of an act that every application may go through. */
export const documentOf = (act: keyof typeof licensingDocumentWords) =>
  field.document(licensingDocumentWords[act])

/** Of every decision against somebody. */
export const remedies = field
  .longText('救济途径和期限', 'Remedies and their periods', 1000)
  .hint(
    '载明申请行政复议、提起行政诉讼的机关和期限',
    'To whom and until when one may apply for reconsideration or sue',
  )
  .shownTo('party')

/** What is asked for, one thing a line. */
export const wantedItems = (zh: string, en: string) =>
  field
    .lines(zh, en, 30, 200)
    .hint('每行一项，逐项答复', 'One a line; each is answered by itself')
    .shownTo('party')

/** What was asked for, item by item, and nothing else. */
export const itemsAnswered = (zh: string, en: string, passed: Text, failed: Text) =>
  field
    .items(zh, en)
    .with({ choices: { passed, failed }, attached: text('材料或照片', 'Papers or photos') })
    .perCase(({ snapshot }) => ({ items: snapshot.context.requestedItems as string[] }))
    .shownTo('party')

/** What was put right after a check on site. */
export const reworkAnswered = itemsAnswered(
  '逐项整改情况',
  'Item by item',
  text('已整改', 'Done'),
  text('未整改', 'Not done'),
)
