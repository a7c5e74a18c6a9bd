// What does the contract say of a route?
import type { GenericSchema } from 'valibot'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** By `<METHOD> <path>`: what it takes, and what it answers when it does as asked. */
export type ContractRoutes = Record<
  `${Method} /${string}`,
  {
    query?: GenericSchema
    body?: GenericSchema
    status: 200 | 201 | 202 | 204 | 302
    /** The answer in a line, for the readers of the OpenAPI document. */
    description: string
    answer?: GenericSchema
    /** Of an answer that is no JSON. */
    type?: string
  }
>
