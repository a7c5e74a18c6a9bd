// How is one request put to a gateway, and what is known when no answer comes?
import { withoutNumbers } from '../../domain/calls/phone.ts'
import type { Sent } from './channel.ts'

export type GatewayRequest = {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
}
export type Reply =
  | { status: number; body: Record<string, unknown> }
  /** `reached`: it may have taken the request over all the same. */
  | { status: null; reached: boolean; detail: string }

/** How a request is put; tests put none. */
export type Exchange = (request: GatewayRequest) => Promise<Reply>

const timeoutMs = 5_000
const mostCharacters = 65_536
/** Nobody was there to take anything over. */
const neverReached = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']

export const exchange: Exchange = async ({ url, ...request }) => {
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, body: parsed(await response.text()) }
  } catch (error) {
    const detail = codeOf(error)
    return { status: null, reached: !neverReached.includes(detail), detail }
  }
}

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text.slice(0, mostCharacters))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

// The words of an error may hold the address, and that a key.
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'ERROR'
  const { cause, name } = error
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined
  return code ?? (name === 'TimeoutError' ? 'TIMEOUT' : 'ERROR')
}

/** How an answer is understood that says by a code of its own whether it was a yes; HTTP 200 alone is none. */
export const sentBy = (
  reply: Reply,
  verdict: (body: Record<string, unknown>) => { ok: boolean; code: unknown; reference?: unknown },
): Sent => {
  if (reply.status === null)
    return { fact: reply.reached ? 'unknown' : 'unreachable', detail: reply.detail }
  const { ok, code, reference } = verdict(reply.body)
  const silent = code === undefined || code === null
  // Whatever stands before a gateway answers without its code: it may have passed the request on.
  if (reply.status >= 500 || (silent && reply.status < 300))
    return { fact: 'unknown', detail: `HTTP ${reply.status}` }
  const detail = withoutNumbers(silent ? `HTTP ${reply.status}` : `${code}`)
  if (!ok || reply.status >= 300) return { fact: 'refused', detail }
  return {
    fact: 'accepted',
    detail,
    ...(typeof reference === 'string' ? { reference: reference.slice(0, 100) } : {}),
  }
}
