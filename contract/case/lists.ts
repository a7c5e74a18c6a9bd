// What do the lists of tasks and cases take and answer?
import * as v from 'valibot'
import { paged, shortText } from '../parts/date-inputs.ts'
import { dueShape } from '../parts/periods.ts'
import {
  bilingual,
  flag,
  integer,
  levelShape,
  maybe,
  moment,
  pageShape,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const standing = { state: bilingual, level: levelShape, due: maybe(dueShape) }

export const inboxRowShape = v.strictObject({
  taskId: maybe(string),
  caseId: string,
  process: string,
  number: string,
  title: string,
  enterprise: maybe(string),
  region: bilingual,
  task: maybe(bilingual),
  assignee: maybe(string),
  onBehalfOf: v.exactOptional(string),
  /** Why it lies here in another way than usual: to be signed, delegated, waiting for others. */
  note: v.exactOptional(bilingual),
  openedAt: moment,
  /** 已办: when the case ended. */
  ended: v.exactOptional(moment),
  unread: flag,
  revision: integer,
  ...standing,
})
export type InboxRow = v.InferOutput<typeof inboxRowShape>
const inboxShape = pageShape(inboxRowShape)

const caseRow = v.strictObject({
  id: string,
  process: string,
  number: string,
  title: string,
  status: v.picklist(['open', 'closed']),
  enterprise: maybe(string),
  region: bilingual,
  revision: integer,
  openedAt: moment,
  closedAt: maybe(moment),
  ...standing,
})
export type CaseRow = v.InferOutput<typeof caseRow>

const inboxBoxes = ['todo', 'pool', 'done', 'mine', 'cc'] as const

export const inboxQuery = v.object({
  box: v.optional(v.picklist(inboxBoxes), 'todo'),
  process: v.optional(shortText),
  ...paged,
})

export const casesQuery = v.object({
  process: v.optional(shortText),
  status: v.optional(v.picklist(['open', 'closed'])),
  q: v.optional(shortText),
  ...paged,
})

export const listContract = {
  'GET /api/inbox': {
    query: inboxQuery,
    status: 200,
    description: 'One page of a box',
    answer: inboxShape,
  },
  'GET /api/cases': {
    query: casesQuery,
    status: 200,
    description: 'One page of cases',
    answer: pageShape(caseRow),
  },
} as const satisfies ContractRoutes
