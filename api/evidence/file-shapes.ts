// In which shape does the API speak of uploads, materials and messages?
import * as v from 'valibot'
import type { UploadView } from '../../domain/evidence/upload.ts'
import type { MessageView } from '../../domain/views/case-views.ts'
import type { Material, MaterialVersion } from '../../domain/views/materials.ts'
import { file, text } from '../http/shapes.ts'

const bytes = v.pipe(v.number(), v.integer(), v.minValue(0))

export const upload = v.strictObject({
  ...{ id: v.string(), name: v.string(), size: bytes, offset: bytes },
  file: v.nullable(file),
}) satisfies v.GenericSchema<UploadView>

const version = v.strictObject({
  ...{ version: v.number(), seq: v.number(), at: v.string(), who: v.nullable(text), act: text, note: v.nullable(v.string()) },
  files: v.array(file),
}) satisfies v.GenericSchema<MaterialVersion>
const material = v.strictObject({
  ...{ key: v.string(), label: text, start: v.boolean(), required: v.boolean(), versions: v.array(version) },
}) satisfies v.GenericSchema<Material>
export const materials = v.strictObject({ items: v.array(material) })

const message = v.strictObject({
  ...{ id: v.string(), title: text, body: text, at: v.string(), mailed: v.nullable(v.boolean()) },
}) satisfies v.GenericSchema<MessageView>
export const messages = v.strictObject({ items: v.array(message) })
