// What does the OpenAPI document say that a route answers?
import { toJsonSchema } from '@valibot/to-json-schema'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { GenericSchema } from 'valibot'
import { contract } from '../contract/contract.ts'
import { bilingual } from '../contract/parts/pieces.ts'
import type { ContractRoutes } from '../contract/parts/routes.ts'

const routes: ContractRoutes = contract

/** The `responses` of an operation by `<METHOD> <path>`. */
export const responsesOf = (route: string): OpenAPIV3_1.ResponsesObject => {
  const known = routes[route as keyof ContractRoutes]
  return known ? { [String(known.status)]: described(known) } : { '2XX': { description: 'Done' } }
}

const described = ({
  description,
  answer,
  type = 'application/json',
}: ContractRoutes[keyof ContractRoutes]): OpenAPIV3_1.ResponseObject => {
  if (!answer && type === 'application/json') return { description }
  const schema = answer ? schemaOf(answer) : { type: 'string' }
  return { description, content: { [type]: { schema: schema as OpenAPIV3_1.SchemaObject } } }
}

/** Texts stand once in the document's components. */
const schemaOf = (shape: GenericSchema): object => {
  const {
    $schema: _,
    $defs: __,
    ...schema
  } = toJsonSchema(shape, {
    errorMode: 'ignore',
    target: 'draft-2020-12',
    definitions: { Text: bilingual },
    overrideRef: () => '#/components/schemas/Text',
  }) as Record<string, unknown>
  return schema
}
