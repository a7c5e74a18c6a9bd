// In which shape do warnings and those who take them come?
import * as v from 'valibot'
import { certainties } from '../../domain/warning/cap-shape.ts'
import { eventKindNames } from '../../domain/warning/event-kinds.ts'
import { responsesGiven, type SaidWarning } from '../../domain/warning/given.ts'
import { deliveryFaults, type ReceiversView, type WarningPreview, type WarningRow, type WarningView } from '../../domain/warning/views.ts'
import { text } from '../http/shapes.ts'

/** A schema that yields exactly the type the code answers with. */
type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const flag = v.boolean()
const number = v.number()
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)

export const level = v.picklist([1, 2, 3, 4])
export const kind = v.picklist(eventKindNames)
export const response = v.picklist(responsesGiven)
export const certainty = v.picklist(certainties)
const type = v.picklist(['Alert', 'Update', 'Cancel'])
const fault = maybe(v.picklist(deliveryFaults))
const state = v.picklist(['waiting', 'acknowledged', 'taken', 'refused', 'given-up'])

const said = v.strictObject({
  ...{ level, kind, event: word, headline: word, description: word, instruction: maybe(word), response, certainty },
  ...{ onset: maybe(moment), expires: maybe(moment), region: word, place: maybe(word), exercise: flag },
  around: maybe(v.strictObject({ lon: number, lat: number, km: number })),
  also: v.optional(v.array(v.strictObject({ lon: number, lat: number, km: number, place: word }))),
  unplaced: v.optional(v.literal(true)),
}) satisfies Of<SaidWarning>

const row = {
  ...{ identifier: word, incident: word, type, status: v.picklist(['Actual', 'Exercise', 'Test']), sent: moment, level, region: text },
  ...{ headline: word, by: maybe(word), last: flag },
  deliveries: v.array(v.strictObject({ receiver: word, name: word, state, attempts: number, answeredAt: maybe(moment), error: fault })),
}
export const warnings = v.strictObject({ items: v.array(v.strictObject(row)), mayGive: flag }) satisfies Of<{
  items: WarningRow[]
  mayGive: boolean
}>

export const warning = v.strictObject({
  ...{ ...row, sender: word, sha256: word, cap: word, said: maybe(said), mayFollow: flag },
  alarm: maybe(v.strictObject({ id: word, name: word, caseId: maybe(word), closed: flag })),
  chain: v.array(v.strictObject({ identifier: word, type, sent: moment })),
}) satisfies Of<WarningView>

export const preview = v.strictObject({
  ...{ cap: word, headline: word, to: v.array(v.strictObject({ id: word, name: word })) },
}) satisfies Of<WarningPreview>
export const given = v.strictObject({ identifier: word })

const last = v.strictObject({ state, at: moment, error: fault })
const wanted = {
  id: word,
  name: word,
  url: word,
  format: v.picklist(['cap', 'geojson']),
  signed: flag,
  regions: v.array(word),
  leastLevel: level,
  exercises: flag,
  enabled: flag,
}
export const receivers = v.strictObject({
  office: maybe(v.strictObject({ region: word, organisation: word, unit: word, extension: word, sender: word, name: word })),
  receivers: v.array(v.strictObject({ ...wanted, waiting: number, last: maybe(last) })),
  proposals: v.array(v.strictObject({ ...wanted, proposal: word, fresh: flag, newSecret: flag, by: word, at: moment, mine: flag })),
  changes: v.array(v.strictObject({ id: word, at: moment, by: word, words: word, reason: word })),
}) satisfies Of<ReceiversView>
