// Where does the stream of changes come from?
import { addressOfRoute } from './asking.ts'

export const openLiveStream = () => new EventSource(addressOfRoute('GET /api/live'))
