// In which shape do the facts of a case, its pictures and its links come?
import * as v from 'valibot'
import { type PhotoView, type Taken, timeSources } from '../../domain/evidence/photo.ts'
import type { FactField, ItemView } from '../../domain/views/answers/fact-views.ts'
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
} from './pieces.ts'

const taken = v.strictObject({
  at: maybe(moment),
  source: maybe(v.picklist(timeSources)),
  lat: maybe(decimal),
  lon: maybe(decimal),
  accuracy: maybe(decimal),
}) satisfies Of<Taken>

/** A file as the API shows it: with the hash of its bytes, and with time and place if it is a photograph that has them. */
export const fileShape = v.strictObject({
  id: string,
  name: string,
  type: string,
  size: integer,
  url: string,
  sha256: string,
  taken: maybe(taken),
}) satisfies Of<PhotoView>

/** One item of an order as somebody found it; `attached`: what its files are, where they are no photos from before and after. */
const entry = v.strictObject({
  item: string,
  passed: flag,
  words: bilingual,
  note: maybe(string),
  before: list(fileShape),
  after: list(fileShape),
  attached: v.exactOptional(bilingual),
}) satisfies Of<ItemView>

/** `value` says everything in words; `files`, `list` and `items` are its parts where a field has some; `caseId` is the case it names. */
export const factShape: Of<FactField> = v.strictObject({
  name: string,
  label: bilingual,
  value: bilingual,
  caseId: v.exactOptional(string),
  /** An https address that the answer is. */
  href: v.exactOptional(string),
  /** `value` does not say it: it is shown to those who may see it, on record. */
  confidential: v.exactOptional(v.literal(true)),
  files: v.exactOptional(list(fileShape)),
  list: v.exactOptional(list(bilingual)),
  items: v.exactOptional(list(entry)),
  /** The act whose form has said it, where answers of several acts stand in one list. */
  act: v.exactOptional(bilingual),
})

/**
 * Another case: the `opener` of this one; one `opened` by an event here, or to be opened; one on which an event here is an `act`; or the `sender`
 * of an event that happened here.
 * `number` once it runs and lies in the reader's scope; then `id` is its own.
 */
export const linkShape = v.strictObject({
  id: string,
  process: string,
  relation: v.picklist(['opener', 'opened', 'act', 'sender']),
  event: bilingual,
  words: bilingual,
  article: string,
  at: moment,
  number: maybe(string),
  status: v.picklist(['waiting', 'started', 'not-opened', 'done', 'closed', 'refused', 'missing']),
  /** Of an act on the case behind a licence. */
  licence: v.exactOptional(string),
  /** Why an act was refused, or a case not opened. */
  reasons: v.exactOptional(list(bilingual)),
  /** 演练 */
  drill: v.exactOptional(v.literal(true)),
})
export type LinkView = v.InferOutput<typeof linkShape>

/** What whoever has reported is given, to follow the case with: once, for nobody can read the code again. */
export const followReceiptShape = v.strictObject({
  number: maybe(string),
  receipt: string,
  code: string,
})
export type FollowReceipt = v.InferOutput<typeof followReceiptShape>
