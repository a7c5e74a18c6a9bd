// How is the legal time asked of the server, and how is the laboratory's clock moved?
import { ask } from './asking.ts'

export const labState = () => ask('GET /api/clock')
export const advanceClock = (by: string) => ask('POST /api/clock', { body: { advance: by } })
