// Where does the stream of changes come from?
import { addressOf } from './asking.ts'

export const openLiveStream = () => new EventSource(addressOf('GET /api/live'))
