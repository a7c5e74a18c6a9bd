// What do the routes of an office’s work take and answer?
import * as v from 'valibot'
import { type ErrorCode, errorCodes } from '../../domain/language/errors.ts'
import { inboxRowShape } from '../case/lists.ts'
import { cursor, limit, line, shortText } from '../parts/date-inputs.ts'
import {
  bilingual,
  decimal,
  flag,
  integer,
  list,
  maybe,
  pageShape,
  string,
} from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const load = {
  open: integer,
  overdue: integer,
  soon: integer,
  next: integer,
  later: integer,
}

const member = v.strictObject({
  id: string,
  name: string,
  posts: list(bilingual),
  left: flag,
  /** Tasks in his name that he can no longer work. */
  stray: integer,
  ...load,
  substitutes: list(v.strictObject({ name: string, from: string, to: string, order: string })),
})

/** `left`: whoever holds the task has no post for it any more. */
const row = v.strictObject({ ...inboxRowShape.entries, assigneeId: maybe(string), left: flag })
export type TeamRow = v.InferOutput<typeof row>

const teamShape = v.strictObject({
  ...pageShape(row).entries,
  offices: list(v.strictObject({ id: string, name: bilingual })),
  office: maybe(string),
  people: list(member),
  /** All that nobody has claimed, each task once. */
  pool: v.strictObject(load),
  pools: list(v.strictObject({ ...load, group: string, words: bilingual, shared: integer })),
})
export type TeamView = v.InferOutput<typeof teamShape>
/** `left`: he holds tasks of the office but has no post for them any more. */
export type TeamMember = v.InferOutput<typeof member>
/** Open tasks by the legal time left: overdue, within three working days, within ten, later or without a limit. */
export type LoadView = TeamView['pool']
/** What a post may claim and nobody has. `shared`: how many of these another post of the offices may claim as well, and counts too. */
export type PoolView = TeamView['pools'][number]

const task = { caseId: string, taskId: string, number: string }
const codes = v.picklist(Object.keys(errorCodes) as ErrorCode[])

/** What a list of re-assignments or urges came to; with `dryRun` nothing has happened and `would` says how many could. */
const teamOutcomeShape = v.strictObject({
  dryRun: flag,
  would: integer,
  done: list(v.strictObject({ ...task, committed: v.literal(true) })),
  refused: list(v.strictObject({ ...task, code: codes, reasons: list(bilingual) })),
})
export type TeamOutcome = v.InferOutput<typeof teamOutcomeShape>
export type TeamTask = Omit<TeamOutcome['done'][number], 'committed'>

/** `revision`: the one the reader saw in the list; whoever has changed the step since is not overruled. */
const taskInput = v.strictObject({
  caseId: line(64),
  taskId: line(200),
  revision: v.optional(v.pipe(decimal, v.integer(), v.minValue(0))),
})

const mostTasks = 200
const tasks = v.pipe(list(taskInput), v.minLength(1), v.maxLength(mostTasks))
export const urgeBody = v.strictObject({
  tasks,
  reason: line(2000),
  dryRun: v.optional(flag, false),
})

export const reassignmentBody = v.strictObject({
  tasks,
  to: line(100),
  reason: line(2000),
  dryRun: v.optional(flag, false),
})

export const teamQuery = v.object({
  office: v.optional(shortText),
  holder: v.optional(shortText),
  limit,
  cursor,
})

export const teamContract = {
  'GET /api/team': {
    query: teamQuery,
    status: 200,
    description: 'One page of the queue, soonest first, with the load of each person',
    answer: teamShape,
  },
  'POST /api/team/reassignments': {
    body: reassignmentBody,
    status: 200,
    description: 'What was or would be re-assigned, and what not, with reasons',
    answer: teamOutcomeShape,
  },
  'POST /api/team/urges': {
    body: urgeBody,
    status: 200,
    description: 'Who was or would be urged, and who not, with reasons',
    answer: teamOutcomeShape,
  },
} as const satisfies ContractRoutes
