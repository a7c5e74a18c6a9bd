// In which shape do statistics answer?
import * as v from 'valibot'
import type { BehindPage, EnterprisePage, StatisticsView } from '../../domain/statistics/views.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const amount = v.nullable(v.number())
const values = v.record(word, amount)
const status = v.picklist(['missing', 'signed', 'submitted', 'returned'])
const place = { code: word, name: text }
const due = v.strictObject({ date: word, overdue: v.boolean(), provisional: v.boolean() })
const period = v.strictObject({ id: word, kind: v.picklist(['quarter', 'year']), first: word, last: word, words: text })

const figure = v.strictObject({
  ...{ id: word, group: word, kind: v.picklist(['flow', 'stock', 'start', 'ratio', 'mean']), words: text, how: text },
  ...{ value: amount, quiet: v.boolean(), behind: v.boolean() },
})
const cause = v.strictObject({ words: text, occurredAt: moment, recordedAt: moment })
const difference = v.strictObject({
  ...{ figure: word, words: text, was: amount, now: amount },
  cases: v.array(v.strictObject({ id: word, number: v.nullable(word), was: count, now: count, causes: v.array(cause) })),
})
const step = v.strictObject({
  ...{
    act: v.picklist(['signed', 'submitted', 'returned']),
    words: text,
    by: word,
    onBehalfOf: v.nullable(word),
    at: moment,
    reason: word,
  },
})
const version = { id: word, version: count, hash: word, signedBy: word, signedAt: moment }
const report = v.strictObject({
  ...{
    ...version,
    status,
    statusWords: text,
    remarks: word,
    values,
    parts: v.record(word, values),
    steps: v.array(step),
    differences: v.array(difference),
  },
  earlier: v.array(v.strictObject(version)),
})
const part = v.strictObject({
  ...{ ...place, values },
  report: v.strictObject({ status, words: text, version: v.nullable(count), at: v.nullable(moment) }),
})

export const statistics = v.strictObject({
  process: v.strictObject({ id: word, title: text }),
  ...{ title: text, law: word, region: v.strictObject(place), enterprise: v.nullable(v.strictObject({ id: word, name: word })) },
  ...{ period, asOf: word, ended: v.boolean(), due, behind: v.boolean(), hash: word },
  groups: v.array(v.strictObject({ id: word, words: text })),
  ...{ figures: v.array(figure), parts: v.array(part), report: v.nullable(report) },
  may: v.strictObject({ sign: v.boolean(), submit: v.boolean(), return: v.boolean() }),
  ...{ regions: v.array(v.strictObject(place)), periods: v.array(period) },
}) satisfies Of<StatisticsView>

const page = { cursor: v.nullable(word), total: count, revision: count }
const behindRow = v.strictObject({
  ...{ key: word, id: v.nullable(word), number: v.nullable(word), title: v.nullable(word), enterprise: v.nullable(word) },
  ...{ state: v.nullable(text), n: count, day: word },
})
export const statisticsCases = v.strictObject({ figure: text, items: v.array(behindRow), ...page }) satisfies Of<BehindPage>

const enterprise = v.strictObject({
  ...{ id: word, name: word, status, words: text, version: v.nullable(count), at: v.nullable(moment), late: v.boolean() },
})
export const statisticsEnterprises = v.strictObject({
  ...{ period, due, counts: v.array(v.strictObject({ status, words: text, n: count })), items: v.array(enterprise), ...page },
}) satisfies Of<EnterprisePage>
