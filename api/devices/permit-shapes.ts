// In which shape do permits come under which devices stand out of service?
import * as v from 'valibot'
import { type PermitDone, type PermitList, type PermitView, permitStates, type WorkKinds } from '../../domain/duty/permit-views.ts'
import { text } from '../http/shapes.ts'

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)

export const permit = v.strictObject({
  ...{ id: word, device: v.strictObject({ id: word, name: word }), point: maybe(v.strictObject({ key: word, name: word })), region: text },
  ...{ enterprise: maybe(word), number: word, work: text, askedBy: word, reason: word, by: maybe(word), at: moment, until: moment },
  ...{ ended: maybe(v.strictObject({ by: maybe(word), reason: word, at: moment })), state: v.picklist(permitStates), hidden: count },
  mayEnd: v.boolean(),
}) satisfies v.GenericSchema<unknown, PermitView>
export const permits = v.strictObject({ now: moment, items: v.array(permit) }) satisfies v.GenericSchema<unknown, PermitList>
export const works = v.strictObject({
  now: moment,
  items: v.array(v.strictObject({ id: word, words: text, hours: count })),
}) satisfies v.GenericSchema<unknown, WorkKinds>
export const permitDone = v.strictObject({ id: word, at: moment }) satisfies v.GenericSchema<unknown, PermitDone>
