// In which shape do warnings that have left come?
import * as v from 'valibot'
import { text } from '../shapes.ts'

const word = v.string()
const moment = v.pipe(v.string(), v.isoTimestamp())

export const warnings = v.strictObject({
  items: v.array(
    v.strictObject({
      ...{
        identifier: word,
        alarm: word,
        type: v.picklist(['Alert', 'Update', 'Cancel']),
        status: v.picklist(['Actual', 'Exercise', 'Test']),
      },
      ...{ synthetic: v.boolean(), sent: moment, level: v.picklist([1, 2, 3, 4]), region: text, sha256: word },
      deliveries: v.array(
        v.strictObject({
          ...{ receiver: word, name: word, state: v.picklist(['waiting', 'acknowledged', 'taken', 'refused', 'given-up']) },
          ...{ attempts: v.number(), answeredAt: v.nullable(moment), error: v.nullable(word) },
        }),
      ),
    }),
  ),
})

/** Byte for byte as it was sent. */
export const warningText = v.strictObject({ cap: word, geojson: word })
