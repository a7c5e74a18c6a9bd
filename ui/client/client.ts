// How does the interface ask the server, and how does a refusal become words?

import type { Text } from '../../domain/language/words.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
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
    this.reasons = Array.isArray(body.reasons)
      ? body.reasons.flatMap((reason) => asText(reason) ?? [])
      : []
    this.details = typeof body.details === 'object' && body.details ? body.details : {}
    this.reference = typeof body.instance === 'string' ? body.instance : null
  }
}

const asText = (value: unknown): Text | null => {
  if (typeof value === 'string') return { zh: value, en: value }
  return typeof value === 'object' && value && 'zh' in value && 'en' in value
    ? (value as Text)
    : null
}

/** What says that the network is at fault. */
export const unreachable = () => new Refusal(0, { code: 'unreachable', title: words.unreachable })
const broken = Symbol('not to be read')

/** Of the window, when an answer says that nobody is signed in. */
export const sessionEnded = 'session-ended'

/** `key`: of idempotency; the same sent again under it is one request. `ifMatch`: the revision that was seen. */
export type SentParts = { body?: unknown; key?: string; ifMatch?: number; signal?: AbortSignal }

export async function request<Answer>(
  method: string,
  path: string,
  { body, key, ifMatch, signal }: SentParts = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    // Of nothing it makes nothing.
    body: JSON.stringify(body),
    signal: signal ?? null,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
  }).catch(() => {
    throw unreachable()
  })
  if (response.status === 401 && path !== '/api/me') dispatchEvent(new Event(sessionEnded))
  const read = response.status === 204 ? undefined : await response.json().catch(() => broken)
  if (!response.ok)
    throw new Refusal(
      response.status,
      (read === broken ? {} : (read ?? {})) as Record<string, unknown>,
    )
  // Its sender died on the way, or something between answers for him.
  if (read === broken) throw unreachable()
  return read as Answer
}

/** A key made when a form opens and kept across retries; also where `randomUUID` is missing (plain HTTP). */
export const newKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-')
}

/** Any thrown thing as a refusal with words. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal(500, { code: 'internal' })
