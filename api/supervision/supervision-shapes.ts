// In which shape do flow, digests and reachability answer?
import * as v from 'valibot'
import type { DigestView, FlowCases, FlowRecomputed, FlowView, ReachabilityView } from '../../domain/views/supervision-views.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())

const figures = { state: word, n: count, median: v.number(), p90: v.number(), pausedShare: v.number(), returns: count, few: v.boolean() }
const place = v.strictObject({ code: word, name: text })
export const flow = v.strictObject({
  process: v.strictObject({ id: word, title: text }),
  ...{ region: place, regions: v.array(place), from: word, to: word, computedAt: v.nullable(moment), weeks: v.array(word) },
  states: v.array(v.strictObject({ id: word, words: text, lane: v.nullable(text) })),
  cells: v.array(v.strictObject({ ...figures, week: word })),
  totals: v.array(v.strictObject(figures)),
}) satisfies Of<FlowView>

const flowCase = v.strictObject({
  ...{ id: word, number: word, title: word, enterprise: v.nullable(word), region: text, state: text },
  ...{ days: v.number(), pausedDays: v.number(), returned: v.boolean(), leftAt: moment },
})
export const flowCases = v.strictObject({
  ...{ items: v.array(flowCase), cursor: v.nullable(word), total: count, revision: count },
}) satisfies Of<FlowCases>
export const recomputed = v.strictObject({ cases: count, weeks: count, more: v.boolean(), at: moment }) satisfies Of<FlowRecomputed>

const item = v.strictObject({ caseId: word, number: word, title: word, region: text, clock: text, dueAt: moment, due: word })
export const digest = v.strictObject({
  days: v.array(word),
  digest: v.nullable(
    v.strictObject({
      ...{ day: word, at: moment, since: moment, until: moment, late: v.array(item), soon: v.array(item), skipped: v.array(word) },
      sent: v.picklist(['pending', 'mailed', 'refused', 'quiet', 'superseded']),
    }),
  ),
}) satisfies Of<DigestView>

const escalationLevel = v.strictObject({
  caseId: word,
  number: word,
  obligation: word,
  escalationLevel: word,
  plannedAt: moment,
  words: text,
  silent: v.boolean(),
  exercise: v.optional(v.boolean()),
})
const gap = v.strictObject({
  ...{ group: word, words: text, nobody: v.boolean() },
  people: v.array(v.strictObject({ name: word, lacks: v.array(text) })),
  escalationLevels: v.array(escalationLevel),
})
export const reachability = v.strictObject({
  ...{ day: v.nullable(word), at: v.nullable(moment), items: v.array(gap) },
}) satisfies Of<ReachabilityView>
