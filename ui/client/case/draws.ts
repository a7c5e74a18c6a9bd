// How are draws by lot asked of the server, and brought further?
import { addressOfRoute, ask } from '../asking.ts'

type NewDraw = {
  region: string
  industry: string | null
  count: number
  answers: Record<string, unknown>
}

export const drawsApi = {
  all: () => ask('GET /api/draws'),
  one: (id: string) => ask('GET /api/draws/{id}', { path: { id } }),
  freeze: (body: NewDraw, key: string) => ask('POST /api/draws', { body, key }),
  bind: (id: string, hash: string, key: string) =>
    ask('POST /api/draws/{id}/commitments', { path: { id }, body: { hash }, key }),
  say: (id: string, secret: string, key: string) =>
    ask('POST /api/draws/{id}/reveals', { path: { id }, body: { secret }, key }),
  recuse: (id: string, body: { nth: number; officer: string; reason: string }, key: string) =>
    ask('POST /api/draws/{id}/recusals', { path: { id }, body, key }),
  giveDay: (id: string, body: { day: string; reason: string }, key: string) =>
    ask('POST /api/draws/{id}/days', { path: { id }, body, key }),
  openNext: (id: string, key: string) => ask('POST /api/draws/{id}/cases', { path: { id }, key }),
  record: (id: string) => addressOfRoute('GET /api/draws/{id}/record', { path: { id } }),
}
