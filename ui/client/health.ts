// How is the health of the product asked of the server?
import { ask } from './asking.ts'

export const askHealth = () => ask('GET /api/health')
