// What does somebody ask of the server who has not signed in?
import { addressOfRoute, ask } from './asking.ts'
import { Refusal, unreachable } from './client.ts'

type NoticeQuery = { region?: string; q?: string; cursor?: string | null }
type Report = {
  process: string
  data: Record<string, unknown>
  ticket: string
  website: string
  key: string
}

export const citizen = {
  processes: () => ask('GET /api/public/processes'),
  report: ({ process, key, website, ...sent }: Report) =>
    ask('POST /api/public/cases/{process}', {
      path: { process },
      body: { ...sent, ...(website ? { website } : {}) },
      key,
    }),
  follow: (number: string, code: string) =>
    ask('GET /api/public/follow', { query: { number, code } }),
  notices: (query: NoticeQuery) =>
    ask('GET /api/public/notices', { query: { ...query, limit: 20 } }),
  verify: (code: string) => ask('GET /api/public/verify/{code}', { path: { code } }),
  compare: (code: string, sha256: string) =>
    ask('POST /api/public/verify/{code}', { path: { code }, body: { sha256 } }),
  upload: async (bytes: Blob, name: string, token: string, key: string) => {
    const body = new FormData()
    body.set('file', bytes, name)
    const headers = { accept: 'application/json', 'x-upload-token': token, 'idempotency-key': key }
    const answer = await fetch(addressOfRoute('POST /api/public/files'), {
      method: 'POST',
      body,
      headers,
    }).catch(() => {
      throw unreachable()
    })
    const problem = await answer.json().catch(() => ({}))
    if (!answer.ok) throw new Refusal(answer.status, problem)
    return problem as { id: string }
  },
}

export const servicesApi = {
  all: () => ask('GET /api/public/services'),
  one: (process: string) => ask('GET /api/public/services/{process}', { path: { process } }),
}
