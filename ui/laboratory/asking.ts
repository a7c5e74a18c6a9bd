// How is the laboratory clock read and moved?
import type { ClockAnswer } from '../../domain/views/case-views.ts'
import { get, request } from '../client/client.ts'
import type { LabState } from '../client/contract.ts'

export const labState = () => ({ queryKey: ['lab'], queryFn: () => get<LabState>('/api/clock') })
export const advanceClock = (by: string) => request<ClockAnswer>('POST', '/api/clock', { advance: by })
