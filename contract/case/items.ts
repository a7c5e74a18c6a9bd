// What does the route of the many things in a case take and answer?
import * as v from 'valibot'
import { plannedStates } from '../../domain/planning/planned-item.ts'
import { minRevision, shortText } from '../parts/date-inputs.ts'
import { factShape } from '../parts/facts.ts'
import { bilingual, flag, integer, list, maybe, moment, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import { actShape } from '../parts/tasks.ts'

const itemForm = v.strictObject({ type: string, words: bilingual, fields: list(factShape) })

const itemShape = v.strictObject({
  no: integer,
  kind: string,
  /** 指令第3号 */
  title: bilingual,
  state: string,
  stateWords: bilingual,
  recipients: list(bilingual),
  openedAt: moment,
  movedAt: moment,
  dueAt: maybe(moment),
  endedAt: maybe(moment),
  /** When it was to begin and to be done, and when it was begun in fact. */
  plannedFrom: maybe(moment),
  plannedUntil: maybe(moment),
  begunAt: maybe(moment),
  /** Its end has passed and it is still open. */
  late: flag,
  /** What its row says in short; empty: all that was said in its acts. */
  brief: list(v.strictObject({ words: bilingual, value: bilingual })),
  /** What was said in each of its acts, the one that opened it first. */
  forms: list(itemForm),
  /** Names of the confidential answers that this reader may have shown to him, each time on record. */
  unmaskable: list(string),
  /** What the reader may do with it now. */
  acts: list(actShape),
})
export type ItemView = v.InferOutput<typeof itemShape>

const plannedShape = v.strictObject({
  /** Which kind of item it is, and what names it in the form that opens one. */
  kind: string,
  key: string,
  part: bilingual,
  words: bilingual,
  recipient: string,
  /** The post that stands for the recipient; null: none does. */
  post: maybe(bilingual),
  /** Nobody holds that post now. */
  vacant: flag,
  minutes: maybe(integer),
  dueAt: maybe(moment),
  state: v.picklist(plannedStates),
  givenAt: maybe(moment),
  /** In what it was done otherwise than planned. */
  departures: list(bilingual),
  /** What the form of the act begins with. */
  form: v.looseObject({}),
})
export type PlannedView = v.InferOutput<typeof plannedShape>

/** `calls`: the act that opens one may call a thing of a register, one at a time; `correspondence`: it is said, not worked. */
const itemKind = v.strictObject({
  kind: string,
  words: bilingual,
  opens: string,
  calls: flag,
  correspondence: flag,
})

export const itemsQuery = v.object({ minRevision, kind: v.optional(shortText) })

export const itemsContract = {
  'GET /api/cases/{id}/items': {
    query: itemsQuery,
    status: 200,
    description: 'Orders, reports and the like, in the order in which they were opened',
    answer: v.strictObject({
      kinds: list(itemKind),
      items: list(itemShape),
      /** What a plan has foreseen of them. */
      planned: list(plannedShape),
    }),
  },
} as const satisfies ContractRoutes
