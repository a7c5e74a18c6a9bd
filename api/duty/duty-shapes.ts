// In which shape do alarms, figures, feeds and the desk come?
import * as v from 'valibot'
import type {
  AlarmDetail,
  AlarmDone,
  AlarmFigures,
  AlarmList,
  AlarmRow,
  DutyView,
  FeedHealth,
  NoteView,
  ShiftView,
} from '../../domain/duty/views.ts'
import { text } from '../http/shapes.ts'

/** A schema that yields exactly the type the code answers with. */
type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
const level = v.picklist([1, 2, 3, 4])
const flag = v.boolean()
const named = v.strictObject({ id: word, name: word })
const levels = v.tuple([count, count, count, count])
const measured = { value: maybe(v.number()), limit: maybe(v.number()) }

export const alarm = v.strictObject({
  ...{ id: word, seq: count, feed: word, device: maybe(word), point: word, pointId: maybe(count), condition: text, kind: word, name: word },
  ...{ region: text, regionCode: word, enterprise: maybe(named), site: word, active: flag, acked: flag, ackedBy: maybe(word) },
  telephone: maybe(word),
  ...{ ackedAt: maybe(moment), latched: flag, shelvedUntil: maybe(moment), shelvedBy: maybe(word), shelvedReason: maybe(word) },
  ...{
    suppressed: flag,
    outOfService: flag,
    permit: maybe(v.strictObject({ id: word, number: word, by: maybe(word), until: moment })),
    mayTakeOut: flag,
    stale: flag,
    doubtful: flag,
    chattering: flag,
    fleeting: flag,
    level,
    ...measured,
    unit: maybe(word),
    text: word,
  },
  ...{ lon: maybe(v.number()), lat: maybe(v.number()), raisedAt: moment, rtnAt: maybe(moment), synthetic: flag, caseId: maybe(word) },
  ...{ flood: flag, consequence: text, firstAct: text, next: maybe(v.strictObject({ words: text, at: moment })) },
  mayAcknowledge: flag,
  mayDeclareOver: flag,
  noShelving: maybe(text),
}) satisfies Of<AlarmRow>

export const alarmList = v.strictObject({
  ...{ now: moment, items: v.array(alarm), total: count, unacknowledged: count, levels, rate: v.array(count) },
  counts: v.strictObject({ active: count, shelved: count, out: count, returned: count }),
  floods: v.array(v.strictObject({ site: word, name: word, since: moment, n: count })),
}) satisfies Of<AlarmList>

const event = v.strictObject({
  ...{ seq: count, kind: word, words: text, at: moment, recordedAt: moment, level, ...measured, text: word, by: maybe(word) },
})
export const alarmDetail = v.strictObject({
  ...{ now: moment, alarm, events: v.array(event), closedAt: maybe(moment) },
  readings: v.array(v.strictObject({ at: moment, value: maybe(v.number()), quality: count })),
  acknowledgements: v.array(v.strictObject({ by: maybe(word), at: moment, seq: count, measures: maybe(word) })),
  deviceCommands: v.array(v.strictObject({ verb: word, state: word, words: text, by: maybe(word), at: moment, result: maybe(word) })),
}) satisfies Of<AlarmDetail>

export const alarmDone = v.strictObject({ id: word, at: moment, told: flag }) satisfies Of<AlarmDone>

export const figures = v.strictObject({
  now: moment,
  since: moment,
  days: count,
  periods: count,
  exercise: flag,
  total: count,
  histogram: v.array(count),
  levels,
  measures: v.array(v.strictObject({ id: word, words: text, value: v.number(), unit: text, target: text, ok: maybe(flag) })),
  byDay: v.array(v.strictObject({ day: word, n: count })),
  top: v.array(v.strictObject({ key: word, name: word, n: count, share: v.number() })),
}) satisfies Of<AlarmFigures>

const feed = v.strictObject({
  ...{
    id: word,
    name: word,
    protocol: word,
    state: v.picklist(['listening', 'connected', 'down', 'unknown']),
    enabled: flag,
    silent: flag,
  },
  ...{ connections: count, lastHeardAt: maybe(moment), lastFrameAt: maybe(moment), lagMs: maybe(count), silenceSeconds: count },
  ...{ frames: count, faults: count, detail: word, devices: v.strictObject({ total: count, heard: count }), badPoints: count },
  ...{ gaps: count, gapSince: maybe(moment), synthetic: flag },
  paused: maybe(v.strictObject({ by: word, reason: word, at: moment })),
})
export const feeds = v.strictObject({
  ...{
    now: moment,
    heartbeatAt: maybe(moment),
    signals: v.strictObject({ total: count, good: count, awaited: count, resting: count }),
    workflowDelaySeconds: count,
  },
  ...{ waiting: count, outOfService: count, items: v.array(feed) },
}) satisfies Of<FeedHealth>

const standing = v.strictObject({ id: word, name: word, level: count, acked: flag, raisedAt: moment })
export const shift = v.strictObject({
  ...{ id: word, person: named, since: moment, until: maybe(moment), from: maybe(named), note: word, standing: v.array(standing) },
}) satisfies Of<ShiftView>
export const note = v.strictObject({ id: word, at: moment, by: word, text: word, alarm: maybe(word) }) satisfies Of<NoteView>
export const duty = v.strictObject({
  ...{ now: moment, region: word, desks: v.array(v.strictObject({ region: word, name: text })), current: maybe(shift), mine: flag },
  ...{ mayKeep: flag, shifts: v.array(shift), notes: v.array(note) },
  reach: v.array(v.strictObject({ post: text, people: v.array(v.strictObject({ name: word, lacks: v.array(text) })) })),
}) satisfies Of<DutyView>
