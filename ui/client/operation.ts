// How are the legal time, the stream of changes and the health of the product asked of the server?
import { addressOf, ask } from './asking.ts'

export const labState = () => ask('GET /api/clock')
export const advanceClock = (by: string) => ask('POST /api/clock', { body: { advance: by } })
export const askHealth = () => ask('GET /api/health')
export const openLiveStream = () => new EventSource(addressOf('GET /api/live'))
