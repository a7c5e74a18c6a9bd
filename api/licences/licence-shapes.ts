// In which shape does the API answer about licences?
import * as v from 'valibot'
import { standingNames } from '../../domain/model/register-definition.ts'
import type { LicencePage, LicenceView, PublicLicence } from '../../domain/register/views.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const day = v.nullable(word)
const row = {
  ...{ id: word, process: word, kind: text, number: word, holder: word, scope: word, mode: word, premises: word, region: text },
  ...{ validFrom: day, validUntil: day, standing: v.picklist(standingNames), words: text, since: word },
}
const ref = v.strictObject({ id: word, number: word })
const paper = v.strictObject({ id: word, kind: word, title: text, number: v.nullable(word), code: word, url: v.nullable(word) })

export const licences = v.strictObject({
  ...{ items: v.array(v.strictObject(row)), cursor: v.nullable(word), total: v.number() },
}) satisfies Of<LicencePage>

export const licence = v.strictObject({
  ...row,
  caseNumber: word,
  principal: word,
  papers: v.array(paper),
  replaces: v.nullable(v.strictObject({ number: word, id: v.nullable(word) })),
  ...{ replacedBy: v.array(ref), related: v.array(ref) },
  history: v.array(v.strictObject({ at: word, words: text })),
}) satisfies Of<LicenceView>

const open = v.strictObject({
  ...{ kind: text, number: word, holder: word, scope: word, region: text, validFrom: day, validUntil: day, words: text },
}) satisfies Of<PublicLicence>
export const publicLicences = v.strictObject({ items: v.array(open) })
