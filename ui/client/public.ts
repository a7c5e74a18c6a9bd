// What does somebody ask of the server who has not signed in?
import type { AnswerOf } from '../../contract/contract.ts'
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
    ask('POST /api/public/follow', { body: { number, code } }),
  notices: (query: NoticeQuery) =>
    ask('GET /api/public/notices', { query: { ...query, limit: 20 } }),
  verify: (code: string) => ask('GET /api/public/verify/{code}', { path: { code } }),
  compare: (code: string, sha256: string) =>
    ask('POST /api/public/verify/{code}', { path: { code }, body: { sha256 } }),
  upload: async (bytes: Blob, name: string, token: string, key: string) =>
    (await sendFile(addressOfRoute('POST /api/public/files'), bytes, name, {
      'x-upload-token': token,
      'idempotency-key': key,
    })) as { id: string },
  examine: async (file: File) =>
    (await sendFile(
      addressOfRoute('POST /api/public/signatures'),
      file,
      'file.pdf',
    )) as AnswerOf<'POST /api/public/signatures'>,
}

const sendFile = async (
  address: string,
  bytes: Blob,
  name: string,
  more: Record<string, string> = {},
): Promise<unknown> => {
  const body = new FormData()
  body.set('file', bytes, name)
  const headers = { accept: 'application/json', ...more }
  const answer = await fetch(address, { method: 'POST', body, headers }).catch(() => {
    throw unreachable()
  })
  const problem = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refusal(answer.status, problem)
  return problem
}

export const servicesApi = {
  all: () => ask('GET /api/public/services'),
  one: (process: string) => ask('GET /api/public/services/{process}', { path: { process } }),
}

/** Whoever came in by number, code and telephone. */
export const ownMatterApi = {
  sendCode: (number: string, code: string) =>
    ask('POST /api/own-matter/codes', { body: { number, code } }),
  enter: (challenge: string, code: string) =>
    ask('POST /api/own-matter/session', { body: { challenge, code } }),
  leave: () => ask('DELETE /api/own-matter/session'),
  read: () => ask('GET /api/own-matter'),
  act: (type: string, data: Record<string, unknown>, key: string) =>
    ask('POST /api/own-matter/acts', { body: { type, data }, key }),
  upload: async (bytes: Blob, name: string, key: string) =>
    (await sendFile(addressOfRoute('POST /api/own-matter/files'), bytes, name, {
      'idempotency-key': key,
    })) as { id: string },
}
