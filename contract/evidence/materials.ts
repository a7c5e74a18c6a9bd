// What do the routes of a case’s materials and messages take and answer?
import * as v from 'valibot'
import type { Material, MaterialVersion } from '../../domain/views/materials.ts'
import { minRevision } from '../parts/date-inputs.ts'
import { fileShape } from '../parts/facts.ts'
import { bilingual, decimal, flag, list, maybe, type Of, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

/** What one act has brought of one material: the newest is in force, the earlier ones stay. */
const version = v.strictObject({
  version: decimal,
  seq: decimal,
  at: string,
  who: maybe(bilingual),
  act: bilingual,
  note: maybe(string),
  files: list(fileShape),
}) satisfies Of<MaterialVersion>

/** `start`: the application itself asks for it, so that it is listed also while it is missing; `required`: by its form. */
const material = v.strictObject({
  key: string,
  label: bilingual,
  start: flag,
  required: flag,
  versions: list(version),
}) satisfies Of<Material>

const materials = v.strictObject({ items: list(material) })

/** What a person was told about a case; `mailed`: null while no mail has been tried. */
const message = v.strictObject({
  id: string,
  title: bilingual,
  body: bilingual,
  at: string,
  mailed: maybe(flag),
})
export type MessageView = v.InferOutput<typeof message>

const messages = v.strictObject({ items: list(message) })
export const caseMaterialsQuery = v.object({ minRevision })

export const materialContract = {
  'GET /api/cases/{id}/materials': {
    query: caseMaterialsQuery,
    status: 200,
    description: 'Item by item, each with its versions, the newest last',
    answer: materials,
  },
  'GET /api/cases/{id}/messages': { status: 200, description: 'Newest first', answer: messages },
} as const satisfies ContractRoutes
