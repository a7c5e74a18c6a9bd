// In which shape do late exceedances and times of maintenance come?
import * as v from 'valibot'
import type { AttendedList, LateList } from '../../domain/duty/late-views.ts'
import { text } from '../http/shapes.ts'

const word = v.string()
const moment = v.pipe(v.string(), v.isoTimestamp())

const late = v.strictObject({
  ...{ device: v.strictObject({ id: word, name: word }), point: v.strictObject({ id: v.number(), name: word }), condition: text },
  ...{ from: moment, to: moment, value: v.number(), limit: v.number(), unit: v.nullable(word), level: v.picklist([1, 2, 3, 4]) },
  ...{ receivedAt: moment, synthetic: v.boolean() },
})
export const lateList = v.strictObject({ now: moment, items: v.array(late) }) satisfies v.GenericSchema<unknown, LateList>
export const attended = v.strictObject({
  ...{ now: moment, days: v.number() },
  items: v.array(v.strictObject({ point: word, quality: v.picklist(['calib', 'manual']), from: moment, to: moment, readings: v.number() })),
}) satisfies v.GenericSchema<unknown, AttendedList>
