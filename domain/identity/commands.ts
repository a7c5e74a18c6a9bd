// Under which id is one request of one actor stored, however often it is sent?
import { createHash } from 'node:crypto'

/** JSON with sorted keys, so that equal content has equal bytes. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

export const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex')

/** Command id = hash(actor, Idempotency-Key): the same key of the same actor is the same command for ever. */
export const commandId = (actorId: string, key: string): string =>
  sha256(`${actorId}\n${key}`).slice(0, 40)

/** Fingerprint of what was sent, to notice a key reused for something else. */
export const bodyHash = (body: unknown): string => sha256(canonical(body))

/** Deterministic id of something that follows from a parent, for instance a notice of an effect. */
export const derivedId = (...parts: (string | number)[]): string =>
  sha256(parts.join('\n')).slice(0, 32)
