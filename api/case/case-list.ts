// Which cases and tasks stand in a reader's lists?

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { CaseRow, InboxRow } from '../../contract/case/lists.ts'
import { casesQuery, inboxQuery } from '../../contract/case/lists.ts'
import type { PageOf } from '../../contract/parts/pieces.ts'
import { type CaseHit, readCases } from '../../db/cases/cases-reads.ts'
import { decodeCursor } from '../../db/keyset.ts'
import { planningFor, withScope } from '../../db/scope.ts'
import { type InboxHit, readInbox } from '../../db/tasks/inbox-reads.ts'
import { atTask } from '../../domain/engine/judging/capacity.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Audience } from '../../domain/model/audience.ts'
import { stateKey } from '../../domain/model/chart.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import {
  definitionOf,
  type ItemDefinition,
  type ProcessDefinition,
} from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { type Actor, groupsOf } from '../../domain/organisation/actor.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import { withPeriodsOf } from '../../domain/tasks/kept-periods.ts'
import { nextDueView } from '../../domain/views/clock-view.ts'
import { noteFor } from '../../domain/views/signing-view.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { type ApiEnv, type Deps, decisionContextOf, type Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { awaitRevision, processOf } from '../reading/case-reading.ts'
import { regionName } from '../reading/names.ts'

export const createListRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/inbox',
      describeRoute({ tags: ['inbox'], summary: 'One box of a person, by legal time left' }),
      checked('query', inboxQuery),
      async (c) => c.json(await inboxPage(deps, c.var, c.req.valid('query'))),
    )
    .get(
      '/cases',
      describeRoute({ tags: ['cases'], summary: 'Cases in scope, newest first' }),
      checked('query', casesQuery),
      async (c) => c.json(await casesPage(deps, c.var, c.req.valid('query'))),
    )

const inboxPage = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  query: v.InferOutput<typeof inboxQuery>,
): Promise<PageOf<InboxRow>> => {
  if (actor.kind !== 'person')
    throw new DomainError('not-allowed', [text('只有人有收件箱', 'Only people have an inbox')])
  await awaitRevision(deps, scope, query.minRevision)
  const { box, process, limit, cursor } = query
  const pageQuery = { box, process: process || null, after: decodeCursor(cursor), limit }
  const page = await withScope(
    deps.connection.pool,
    scope,
    (tx) => readInbox(tx, actor, pageQuery),
    planningFor(groupsOf(actor)),
  )
  const decisionContext = await decisionContextOf(deps, at)
  const rows = page.rows.map((hit) => ({
    ...inboxRow(deps, hit, decisionContext, audienceOf(actor)),
    ...standingIn(hit, actor),
    ...noted(hit, actor),
    ...(box === 'done' && hit.record.closedAt !== null ? { ended: hit.record.closedAt } : {}),
  }))
  return pageOf(page, rows)
}

const casesPage = async (
  deps: Deps,
  { actor, scope, at }: Variables,
  query: v.InferOutput<typeof casesQuery>,
): Promise<PageOf<CaseRow>> => {
  await awaitRevision(deps, scope, query.minRevision)
  const { process, status, q, limit, cursor } = query
  const pageQuery = {
    process: process || null,
    status: status ?? null,
    q: q || null,
    after: decodeCursor(cursor),
    limit,
  }
  const page = await withScope(deps.connection.pool, scope, (tx) => readCases(tx, pageQuery))
  const decisionContext = await decisionContextOf(deps, at)
  const rows = page.rows.map((hit) => caseRow(deps, hit, decisionContext, audienceOf(actor)))
  return pageOf(page, rows)
}

const pageOf = <Row extends { revision: number }>(
  { cursor, total }: { cursor: string | null; total: number },
  items: Row[],
): PageOf<Row> => ({
  items,
  cursor,
  total,
  revision: Math.max(0, ...items.map(({ revision }) => revision)),
})

export const caseRow = (
  deps: Deps,
  { record, enterprise }: CaseHit,
  decisionContext: DecisionContext,
  audience: Audience,
): CaseRow => {
  const { id, process, number, title, status, revision, openedAt, closedAt } = record
  const known = { id, process, number, title, status, revision, openedAt, closedAt, enterprise }
  return {
    ...known,
    region: regionName(record.region),
    ...standing(deps, record, decisionContext, audience),
  }
}

export const inboxRow = (
  deps: Deps,
  { record, taskId, task, ...hit }: InboxHit,
  decisionContext: DecisionContext,
  audience: Audience,
): InboxRow => {
  return {
    taskId,
    caseId: record.id,
    process: record.process,
    number: record.number,
    title: record.title,
    enterprise: hit.enterprise,
    region: regionName(record.region),
    task:
      task === null ? null : taskWords(deps, record, { taskId, task, forms: hit.forms }, audience),
    assignee: hit.assignee,
    openedAt: hit.openedAt,
    unread: hit.unread,
    revision: record.revision,
    ...standing(deps, record, decisionContext, audience),
    ...endOfTask(deps, record, taskId, decisionContext, audience),
  }
}

const itemOf = (record: CaseRecord, taskId: string | null): number | undefined =>
  taskId === null ? undefined : record.openTasks[taskId]?.item

const ABOUT = 60
/** What is to be done; of one of many first what it is about, by which it is known among the others. */
const taskWords = (
  deps: Deps,
  record: CaseRecord,
  { taskId, task, forms }: { taskId: string | null; task: string; forms: InboxHit['forms'] },
  reader: Audience,
): Text => {
  const process = processOf(deps, record)
  const words = process.words.tasks[task] ?? text(task, task)
  const kind = record.items?.[itemOf(record, taskId) ?? -1]?.kind
  const definition = process.items?.find((one) => one.kind === kind)
  const about = definition && aboutOf(process, definition, forms, reader)
  if (typeof about !== 'string' || about === '') return words
  const short = about.length > ABOUT ? `${about.slice(0, ABOUT)}…` : about
  return text(`${short}（${words.zh}）`, `${short} (${words.en})`)
}

/** A party reads of it what the form shows to parties, and nothing else. */
const aboutOf = (
  process: ProcessDefinition,
  { about, opens }: ItemDefinition,
  forms: InboxHit['forms'],
  reader: Audience,
): unknown => {
  if (about === undefined) return undefined
  const shown = reader === 'internal' || definitionOf(process, opens)?.show.party.includes(about)
  return shown ? forms?.[opens]?.[about] : undefined
}

/** What whoever works the task has to keep: the days of others are not his. */
const endOfTask = (
  deps: Deps,
  record: CaseRecord,
  taskId: string | null,
  decisionContext: DecisionContext,
  audience: Audience,
): Partial<Pick<InboxRow, 'due'>> => {
  const task = taskId === null ? undefined : record.openTasks[taskId]
  if (!task) return {}
  const process = processOf(deps, record)
  const kept = withPeriodsOf(process, record, task)
  return { due: nextDueView(process, kept, decisionContext, audience) }
}

/** To be signed, delegated, or waiting for others: said in the list already. */
const noted = ({ record, taskId }: InboxHit, actor: Actor): Pick<InboxRow, 'note'> => {
  const task = taskId === null ? undefined : record.openTasks[taskId]
  const note = task ? noteFor(task, atTask(task, actor, 'sign')) : null
  return note ? { note } : {}
}

/** The absent person whose post or whose task it is, when the reader would work it for him. */
const standingIn = ({ record, taskId }: InboxHit, actor: Actor): Pick<InboxRow, 'onBehalfOf'> => {
  const task = taskId === null ? undefined : record.openTasks[taskId]
  const by = task ? atTask(task, actor) : null
  return by?.kind === 'person' && by.actsFor ? { onBehalfOf: by.actsFor.name } : {}
}

/** Where a case stands, in the reader's words, with the legal end that comes next. */
const standing = (
  deps: Deps,
  record: InboxHit['record'],
  decisionContext: DecisionContext,
  audience: Audience,
) => {
  const process = processOf(deps, record)
  return {
    state: stateWords(process, stateKey(record.snapshot.value), audience, record.snapshot.context),
    level: process.level(record),
    due: nextDueView(process, record, decisionContext, audience),
  }
}
