// In which shape does the API answer about the work of an office and about substitutions?
import * as v from 'valibot'
import { type ErrorCode, errorCodes } from '../../domain/language/errors.ts'
import type { SubstitutionView } from '../../domain/organisation/substitution-views.ts'
import type { SubstitutionPage, TeamOutcome, TeamView } from '../../domain/views/team-views.ts'
import { inbox, text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())

const load = { open: count, overdue: count, soon: count, next: count, later: count }
const member = v.strictObject({
  ...{ id: word, name: word, posts: v.array(text), left: v.boolean(), stray: count, ...load },
  substitutes: v.array(v.strictObject({ name: word, from: word, to: word, order: word })),
})
const row = v.strictObject({ ...inbox.entries.items.item.entries, assigneeId: v.nullable(word), left: v.boolean() })

export const team = v.strictObject({
  ...{ items: v.array(row), cursor: v.nullable(word), total: count, revision: count },
  offices: v.array(v.strictObject({ id: word, name: text })),
  ...{ office: v.nullable(word), people: v.array(member), pool: v.strictObject(load) },
  pools: v.array(v.strictObject({ ...load, group: word, words: text, shared: count })),
}) satisfies Of<TeamView>

const task = { caseId: word, taskId: word, number: word }
const codes = v.picklist(Object.keys(errorCodes) as ErrorCode[])
export const outcome = v.strictObject({
  ...{ dryRun: v.boolean(), would: count },
  done: v.array(v.strictObject({ ...task, committed: v.literal(true) })),
  refused: v.array(v.strictObject({ ...task, code: codes, reasons: v.array(text) })),
}) satisfies Of<TeamOutcome>

export const candidates = v.strictObject({ items: v.array(v.strictObject({ id: word, name: word, office: text, role: text })) })

const who = v.strictObject({ id: word, name: word })
export const substitution = v.strictObject({
  ...{ id: word, person: who, substitute: who, from: word, to: word, since: moment, until: moment, order: word, reason: word },
  posts: v.array(v.strictObject({ group: word, words: text })),
  status: v.picklist(['waiting', 'planned', 'in-force', 'over', 'ended']),
  ...{ createdBy: word, createdAt: moment, endedBy: v.nullable(word), endedAt: v.nullable(moment) },
  consents: v.array(v.strictObject({ name: word, words: text, at: moment })),
  waitsFor: v.array(v.strictObject({ side: v.picklist(['giving', 'taking', 'confirming']), words: text, who: text })),
  ...{ mayAgree: v.nullable(text), endReason: v.nullable(word), mayEnd: v.boolean() },
}) satisfies Of<SubstitutionView>
export const substitutionList = v.strictObject({ items: v.array(substitution), cursor: v.nullable(word) }) satisfies Of<SubstitutionPage>
