// How is sent what somebody wrote when there was no connection?
import type { BodyOf } from '../../../contract/contract.ts'
import { ask } from '../asking.ts'

type Written = Omit<BodyOf<'POST /api/cases/{id}/acts'>, 'writtenBy'> & {
  id: string
  key: string
  material: number
  /** The person who wrote it: the server takes it of nobody else. */
  writtenBy: string
}

export const sendWritten = ({ id, key, material, ...body }: Written, signal: AbortSignal) =>
  ask('POST /api/cases/{id}/acts', { path: { id }, body, key, ifMatch: material, signal })
