// What does the database remember of cases, their tasks, clocks and records?

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Problem } from '../../../domain/language/errors.ts'
import type { Audience } from '../../../domain/model/audience.ts'
import type { FileHashes } from '../../../domain/model/chain.ts'
import type { Opener } from '../../../domain/model/link.ts'
import type { CaseRecord, MakeDocument, NewEffect } from '../../../domain/model/record.ts'
import type { ActorMark, OnBehalfOf } from '../../../domain/organisation/actor.ts'
import { moment, realTime } from '../columns.ts'

/** One row per case; `record` is the core's whole memory, the other columns serve lists and locks. */
export const cases = pgTable(
  'cases',
  {
    id: text('id').primaryKey(),
    process: text('process').notNull(),
    chart: smallint('chart').notNull(),
    number: text('number').notNull(),
    generation: smallint('generation').notNull(),
    revision: integer('revision').notNull(),
    status: text('status').$type<'open' | 'closed'>().notNull(),
    region: text('region').notNull(),
    owner: text('owner'),
    title: text('title').notNull(),
    search: text('search').notNull(),
    state: text('state').notNull(),
    level: smallint('level'),
    record: jsonb('record').$type<CaseRecord>().notNull(),
    wakeAt: moment('wake_at'),
    dueAt: moment('due_at'),
    startedBy: text('started_by'),
    openedAt: moment('opened_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (t) => [
    uniqueIndex('cases_number').on(t.number),
    index('cases_region').on(t.region, t.openedAt, t.id),
    index('cases_owner').on(t.owner, t.openedAt),
    index('cases_wake').on(t.wakeAt),
    index('cases_started').on(t.startedBy, t.openedAt),
    index('cases_about').on(t.process, sql`(record #>> '{snapshot,context,enterprise}')`),
    index('cases_standing').on(t.process, t.chart, t.id).where(sql`status = 'open'`),
  ],
)

/** Gapless numbers: one locked row per process, region and year. */
export const caseNumbers = pgTable(
  'case_numbers',
  {
    process: text('process').notNull(),
    region: text('region').notNull(),
    year: smallint('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.process, t.region, t.year] })],
)

export type Answer =
  | { ok: true; revision: number; material: number }
  | { ok: false; problem: Problem }

/** Who gives a command. `opener`: the case whose act opens the one that begins with it; written by its effect alone, no request says it. */
export type CommandActor = {
  kind: 'person' | 'machine' | 'public' | 'holder' | 'system'
  id: string
  opener?: Opener
}

/** A command is a row: a second run returns the stored answer. */
export const commands = pgTable(
  'commands',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    actor: jsonb('actor').$type<CommandActor>().notNull(),
    type: text('type').notNull(),
    taskId: text('task_id'),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    ifMatch: integer('if_match'),
    bodyHash: text('body_hash').notNull(),
    occurredAt: moment('occurred_at').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    answer: jsonb('answer').$type<Answer>(),
  },
  (t) => [index('commands_open').on(t.caseId)],
)

/** Append-only and hash-chained per case; a trigger refuses UPDATE and DELETE. */
export const caseFacts = pgTable(
  'case_facts',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    generation: smallint('generation').notNull(),
    revision: integer('revision').notNull(),
    type: text('type').notNull(),
    occurredAt: moment('occurred_at').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    actor: jsonb('actor').$type<ActorMark>().notNull(),
    audience: text('audience').$type<Audience>().notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    files: jsonb('files').$type<FileHashes>(),
    before: text('before'),
    after: text('after'),
    commandId: text('command_id'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    index('case_facts_recorded').on(t.recordedAt),
    index('case_facts_entry')
      .on(sql`(data ->> 'registerEntry')`)
      .where(sql`data ? 'registerEntry'`),
    index('case_facts_public').on(t.occurredAt, t.caseId, t.seq).where(sql`audience = 'public'`),
  ],
)

/** One row per group that may work a task, so that an inbox is one index range per group. */
export const tasks = pgTable(
  'tasks',
  {
    id: text('id').notNull(),
    grp: text('grp').notNull(),
    caseId: text('case_id').notNull(),
    process: text('process').notNull(),
    task: text('task').notNull(),
    open: boolean('open').notNull(),
    assignee: text('assignee'),
    assigneeName: text('assignee_name'),
    dueAt: moment('due_at').notNull(),
    openedAt: moment('opened_at').notNull(),
    closedAt: moment('closed_at'),
    doneBy: text('done_by'),
    region: text('region').notNull(),
    owner: text('owner'),
    seen: boolean('seen').notNull(),
    revision: integer('revision').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.grp] }),
    index('tasks_case').on(t.caseId),
    index('tasks_done').on(t.doneBy, t.closedAt),
  ],
)

/**
 * People whose hand is on a task that several must sign; whose opinion was heard before, and who is asked to sign now (加签; then `person`
 * may be a post's `<office>/<role>`); and copies (抄送).
 */
export const taskPeople = pgTable(
  'task_people',
  {
    taskId: text('task_id').notNull(),
    caseId: text('case_id').notNull(),
    person: text('person').notNull(),
    why: text('why').$type<'signed' | 'heard' | 'asked' | 'copied'>().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.person, t.why] }),
    index('task_people_person').on(t.person, t.why, t.at),
  ],
)

/** Projection of the running periods of law, for walls, audits and re-projection. */
export const obligations = pgTable(
  'obligations',
  {
    caseId: text('case_id').notNull(),
    id: text('id').notNull(),
    process: text('process').notNull(),
    clock: text('clock').notNull(),
    rule: text('rule'),
    status: text('status').notNull(),
    dueAt: moment('due_at').notNull(),
    provisional: boolean('provisional').notNull(),
    calendar: text('calendar').notNull(),
    region: text('region').notNull(),
    /** The setting of its escalation policy (escalation policy_proposals); null = as the process says. */
    escalationPolicy: text('escalation_policy'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index('obligations_status').on(t.status, t.dueAt),
  ],
)

/** One row per level, fired at most once: the primary key is the promise. */
export const escalationLevels = pgTable(
  'escalation_levels',
  {
    caseId: text('case_id').notNull(),
    obligation: text('obligation').notNull(),
    escalationLevel: text('escalation_level').notNull(),
    plannedAt: moment('planned_at').notNull(),
    status: text('status').notNull(),
    firedAt: moment('fired_at'),
    recordedAt: moment('recorded_at'),
    acknowledgedAt: moment('acknowledged_at'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.obligation, t.escalationLevel] }),
    index('escalation_levels_status').on(t.status, t.plannedAt),
  ],
)

/** Requests for the world outside, executed once by the case loop. */
export const effects = pgTable(
  'effects',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    revision: integer('revision').notNull(),
    kind: text('kind').$type<(NewEffect | MakeDocument)['kind']>().notNull(),
    payload: jsonb('payload').$type<NewEffect | MakeDocument>().notNull(),
    notBefore: moment('not_before').notNull(),
    status: text('status').$type<'pending' | 'done' | 'quarantined'>().notNull(),
    createdAt: realTime('created_at').defaultNow().notNull(),
    doneAt: realTime('done_at'),
    error: text('error'),
  },
  (t) => [index('effects_pending').on(t.status, t.caseId)],
)

/** One message to one person: the inbox copy, and the mail under a fixed Message-ID. */
export const notices = pgTable(
  'notices',
  {
    id: text('id').primaryKey(),
    effectId: text('effect_id').notNull(),
    caseId: text('case_id').notNull(),
    person: text('person').notNull(),
    about: text('about').notNull(),
    escalationLevel: text('escalation_level'),
    obligation: text('obligation'),
    title: jsonb('title').$type<{ zh: string; en: string }>().notNull(),
    body: jsonb('body').$type<{ zh: string; en: string }>().notNull(),
    audience: text('audience').$type<Audience>().notNull(),
    at: moment('at').notNull(),
    /** Absent people for whom this one was told as their substitute. */
    onBehalfOf: jsonb('on_behalf_of').$type<OnBehalfOf[]>(),
  },
  (t) => [
    uniqueIndex('notices_once').on(t.effectId, t.person),
    index('notices_person').on(t.person, t.at),
    index('notices_case').on(t.caseId),
  ],
)

/** What became of a notice on each channel; append-only, one row per attempt that ended. */
export const deliveries = pgTable(
  'deliveries',
  {
    noticeId: text('notice_id').notNull(),
    channel: text('channel').$type<'inbox' | 'mail'>().notNull(),
    ok: boolean('ok').notNull(),
    detail: text('detail').notNull(),
    at: moment('at').notNull(),
    recordedAt: realTime('recorded_at').defaultNow().notNull(),
    seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (t) => [primaryKey({ columns: [t.seq] }), index('deliveries_notice').on(t.noticeId)],
)

/** Daily head over the chains of all cases: a cut tail or a vanished case is found. */
export const anchors = pgTable('anchors', {
  day: text('day').primaryKey(),
  cases: integer('cases').notNull(),
  facts: bigint('facts', { mode: 'number' }).notNull(),
  head: text('head').notNull(),
  heads: jsonb('heads').$type<Record<string, [number, string]>>().notNull(),
  at: moment('at').notNull(),
})
