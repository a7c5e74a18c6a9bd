// In which shape is told how something is applied for?
import * as v from 'valibot'
import type { ServiceGuide, ServiceRow } from '../../domain/guide/guide.ts'
import { stageNames } from '../../domain/model/guide-definition.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const texts = v.array(text)
const stage = v.picklist(stageNames)
const period = {
  ...{ n: v.number(), unit: v.picklist(['WD', 'ND', 'H', 'MIN', 'M', 'Y']), length: text, start: text, article: text },
  ...{ version: word, provisional: v.boolean() },
}
const limit = v.strictObject({
  ...{ stage, words: text, when: v.nullable(text), legal: v.strictObject(period), extension: v.nullable(text), effect: v.nullable(text) },
  ...{ promised: v.array(v.strictObject({ ...period, words: text })), promisedInAll: v.nullable(text) },
})
const task = v.strictObject({ words: text, who: texts, signers: v.number() })
const visits = v.strictObject({ n: v.number(), words: text })

export const serviceGuide = v.strictObject({
  ...{ process: word, title: text, summary: text, on: word, organ: text, kinds: texts },
  conditions: v.array(v.strictObject({ words: text, article: text })),
  materials: v.array(v.strictObject({ words: text, shape: text, when: text })),
  steps: v.array(v.strictObject({ stage, words: text, tasks: v.array(task), documents: texts })),
  limits: v.array(limit),
  special: v.array(v.strictObject({ words: text, counted: v.boolean(), article: v.nullable(text), of: texts })),
  ...{ basis: texts, fees: text, visits, contact: texts },
  results: v.array(v.strictObject({ words: text, validity: v.nullable(v.strictObject(period)) })),
}) satisfies Of<ServiceGuide>

const row = v.strictObject({
  ...{ process: word, title: text, summary: text, on: word, fees: text, visits, limit: v.nullable(limit) },
}) satisfies Of<ServiceRow>
export const services = v.strictObject({ items: v.array(row) })
