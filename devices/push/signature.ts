// Was this request signed by whoever holds the secret, just now?
import { createHmac, timingSafeEqual } from 'node:crypto'

export type Signed = {
  method: string
  path: string
  timestamp: string
  nonce: string
  body: Uint8Array
}

export type Signature = { algorithm: 'sha256' | 'sm3'; digest: Buffer }

const header = /^hmac-(sha256|sm3)=([0-9a-fA-F]{64})$/

/** `hmac-sha256=<64 hex>` or `hmac-sm3=<64 hex>`. */
export const readSignature = (text: string | undefined): Signature | null => {
  const [, algorithm, digest] = header.exec(text ?? '') ?? []
  return algorithm && digest
    ? { algorithm: algorithm as Signature['algorithm'], digest: Buffer.from(digest, 'hex') }
    : null
}

/** Method, path, time stamp and nonce, each with a line feed behind it, then the bytes of the body. */
export const sign = (
  algorithm: Signature['algorithm'],
  secret: string,
  { method, path, timestamp, nonce, body }: Signed,
): Buffer =>
  createHmac(algorithm, secret)
    .update(`${method}\n${path}\n${timestamp}\n${nonce}\n`)
    .update(body)
    .digest()

export const isSigned = (
  { algorithm, digest }: Signature,
  secret: string,
  signed: Signed,
): boolean => timingSafeEqual(sign(algorithm, secret, signed), digest)

const skewMs = 5 * 60_000

/** Seconds since 1970; believed within five minutes of our clock. */
export const isTimely = (timestamp: string | undefined, now: Date): boolean =>
  /^\d{10}$/.test(timestamp ?? '') && Math.abs(Number(timestamp) * 1_000 - now.getTime()) <= skewMs

export const isNonce = (nonce: string | undefined): nonce is string =>
  /^[\w-]{16,64}$/.test(nonce ?? '')
