// How does the interface ask the server, and how does a refusal become words?

import type { Text } from '../../domain/language/words.ts'
import type { ActAnswer, CaseRow, CaseView, InboxBox, InboxRow, Me, Page, TimelineItem } from '../../domain/views/case-views.ts'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import type { Chain, ProcessSummary } from './contract.ts'
import { words } from './words.ts'

/** A refusal by the server (RFC 9457), or by the network (`status` 0). */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly title: Text
  readonly reasons: Text[]
  readonly details: { revision?: number; changes?: TimelineItem[]; fields?: Record<string, Text> }
  readonly reference: string | null
  constructor(status: number, body: Record<string, unknown>) {
    super(String(body.code ?? status))
    this.status = status
    this.code = String(body.code ?? 'internal')
    this.title = asText(body.title) ?? words.failedPlain
    this.reasons = Array.isArray(body.reasons) ? body.reasons.flatMap((reason) => asText(reason) ?? []) : []
    this.details = typeof body.details === 'object' && body.details ? body.details : {}
    this.reference = typeof body.instance === 'string' ? body.instance : null
  }
}

const asText = (value: unknown): Text | null => {
  if (typeof value === 'string') return { zh: value, en: value }
  return typeof value === 'object' && value && 'zh' in value && 'en' in value ? (value as Text) : null
}

/** What says that the network is at fault. */
export const unreachable = () => new Refusal(0, { code: 'unreachable', title: words.unreachable })
const broken = Symbol('not to be read')

/** Of the window, when an answer says that nobody is signed in. */
export const sessionEnded = 'session-ended'

export async function request<Answer>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<Answer> {
  const sent = body === undefined ? null : JSON.stringify(body)
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(path, { method, body: sent, signal, headers: { accept: 'application/json', ...type, ...headers } }).catch(
    () => Promise.reject(unreachable()),
  )
  if (response.status === 401 && path !== '/api/me') dispatchEvent(new Event(sessionEnded))
  const read = response.status === 204 ? undefined : await response.json().catch(() => broken)
  if (!response.ok) throw new Refusal(response.status, (read === broken ? {} : (read ?? {})) as Record<string, unknown>)
  // Its sender died on the way, or something between answers for him.
  if (read === broken) throw unreachable()
  return read as Answer
}

export const get = <Answer>(path: string, query: Record<string, string | number | null | undefined> = {}) => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if ((value ?? '') !== '') search.set(key, String(value))
  const text = search.toString()
  return request<Answer>('GET', text ? `${path}?${text}` : path)
}

export type InboxQuery = {
  box: InboxBox
  process?: string | undefined
  limit?: number
  cursor?: string | null
  minRevision?: string | undefined
}
export type CasesQuery = {
  process?: string | undefined
  status?: CaseView['status'] | undefined
  q?: string | undefined
  limit?: number
  cursor?: string | null
}
export type ActInput = { id: string; type: string; data: Record<string, unknown>; taskId?: string | null; key: string; material: number }

/** Who left while the network was away is signed out as soon as it is back, before anything else is asked. */
const owed = 'sign-out-owed'

export const api = {
  /** Null: the password is right, and a code is wanted. */
  signIn: async (username: string, password: string): Promise<Me | null> => {
    const me = await request<Me | { secondFactor: true }>('POST', '/api/session', { username, password })
    localStorage.removeItem(owed)
    return 'secondFactor' in me ? null : me
  },
  signOut: async () => {
    localStorage.setItem(owed, '1')
    await request<undefined>('DELETE', '/api/session')
    localStorage.removeItem(owed)
  },
  me: async () => {
    if (localStorage.getItem(owed)) {
      await api.signOut()
      throw new Refusal(401, { code: 'unauthenticated' })
    }
    return get<Me>('/api/me')
  },
  inbox: (query: InboxQuery) => get<Page<InboxRow>>('/api/inbox', query),
  cases: (query: CasesQuery) => get<Page<CaseRow>>('/api/cases', query),
  case: (id: string) => get<CaseView>(`/api/cases/${id}`),
  timeline: (id: string) => get<{ items: TimelineItem[]; chain: Chain }>(`/api/cases/${id}/timeline`),
  act: ({ id, type, data, taskId, key, material }: ActInput) =>
    request<ActAnswer>(
      'POST',
      `/api/cases/${id}/acts`,
      { type, data, ...(taskId ? { taskId } : {}) },
      { 'idempotency-key': key, 'if-match': `"${material}"` },
    ),
  processes: () => get<{ items: ProcessSummary[] }>('/api/processes'),
  process: (id: string) => get<ProcessView>(`/api/processes/${id}`),
}

/** A key made when a form opens and kept across retries; also where `randomUUID` is missing (plain HTTP). */
export const newKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-')
}

/** Any thrown thing as a refusal with words. */
export const asRefusal = (error: unknown): Refusal => (error instanceof Refusal ? error : new Refusal(500, { code: 'internal' }))
