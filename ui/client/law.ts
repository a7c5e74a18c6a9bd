// How are the rules of time asked of the server, and how is a period reckoned?
import type { BodyOf } from '../../contract/contract.ts'
import { ask } from './asking.ts'

export type ComputeInput = BodyOf<'POST /api/time-limits/compute'>
export type ComputeUnit = NonNullable<ComputeInput['unit']>
export type ComputePause = { from: string; to: string; kind: string }
export type ComputeExtension = { at: string; by: number }

export const askRules = () => ask('GET /api/time-limits/rules')
export const reckon = (body: ComputeInput) => ask('POST /api/time-limits/compute', { body })
