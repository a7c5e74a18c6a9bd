// How does a page for everybody ask the server? (without the query library: nothing here is shared between pages)
import { createSignal } from 'solid-js'
import type { Comparison, VerifiedDocument } from '../../domain/documents/verification.ts'
import type { FollowView } from '../../domain/public/follow.ts'
import type { PublicProcess } from '../../domain/public/form.ts'
import type { PublicNotice } from '../../domain/public/notice.ts'
import type { FollowTold } from '../../domain/views/fact-views.ts'
import { get, Refusal, request } from '../client/client.ts'
import { words } from '../client/words.ts'

export type Told = FollowTold
export type NoticeQuery = { region?: string; q?: string; cursor?: string | null }
type Report = { process: string; data: Record<string, unknown>; ticket: string; website: string; key: string }

export const citizen = {
  processes: () => get<{ items: PublicProcess[]; ticket: string }>('/api/public/processes'),
  report: ({ process, key, website, ...sent }: Report) =>
    request<Told>('POST', `/api/public/cases/${process}`, { ...sent, ...(website ? { website } : {}) }, { 'idempotency-key': key }),
  follow: (number: string, code: string) => get<FollowView>('/api/public/follow', { number, code }),
  notices: (query: NoticeQuery) => get<{ items: PublicNotice[]; cursor: string | null }>('/api/public/notices', { ...query, limit: 20 }),
  verify: (code: string) => get<VerifiedDocument>(`/api/public/verify/${encodeURIComponent(code)}`),
  compare: (code: string, sha256: string) => request<Comparison>('POST', `/api/public/verify/${encodeURIComponent(code)}`, { sha256 }),
  upload: async (bytes: Blob, name: string, token: string, key: string) => {
    const body = new FormData()
    body.set('file', bytes, name)
    const headers = { accept: 'application/json', 'x-upload-token': token, 'idempotency-key': key }
    const answer = await fetch('/api/public/files', { method: 'POST', body, headers }).catch(() => {
      throw new Refusal(0, { code: 'unreachable', title: words.unreachable })
    })
    const said = await answer.json().catch(() => ({}))
    if (!answer.ok) throw new Refusal(answer.status, said)
    return said as { id: string }
  },
}

let handed: Told | null = null
/** From the confirmation to the page that follows, without ever standing in an address. */
export const handOver = (told: Told | null): void => {
  handed = told
}
export const takeOver = (): Told | null => {
  const told = handed
  handed = null
  return told
}

/** The last answer stays while it is asked again; of two questions at once the later one counts. */
export const createAsked = <Input, Answer>(ask: (input: Input) => Promise<Answer>) => {
  const [state, setState] = createSignal<{ answer: Answer | null; error: unknown; busy: boolean; at: number }>({
    ...{ answer: null, error: null, busy: false, at: 0 },
  })
  let asked = 0
  const again = async (input: Input): Promise<void> => {
    asked += 1
    const mine = asked
    setState((old) => ({ ...old, busy: true }))
    const next = await ask(input).then(
      (answer) => ({ answer, error: null, at: Date.now() }),
      (error: unknown) => ({ error }),
    )
    if (mine === asked) setState((old) => ({ ...old, ...next, busy: false }))
  }
  const forget = () => {
    asked += 1
    setState({ answer: null, error: null, busy: false, at: 0 })
  }
  return { state, again, forget }
}
