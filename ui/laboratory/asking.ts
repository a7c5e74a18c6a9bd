// How is the laboratory clock read and moved?
import type { ClockAnswer, LabState } from '../../contract/operation/operation.ts'
import { get, request } from '../client/client.ts'

export const labState = () => ({ queryKey: ['lab'], queryFn: () => get<LabState>('/api/clock') })
export const advanceClock = (by: string) => request<ClockAnswer>('POST', '/api/clock', { advance: by })
