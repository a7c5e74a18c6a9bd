// How is a request signed that one of the bureau's own gateways sends or takes (docs/calls.md, docs/payments.md)?
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type SignedRequest = {
  method: 'GET' | 'POST'
  path: string
  timestamp: string
  body: string
}

/** Hexadecimal HMAC-SHA256 over method, path, time stamp in milliseconds and the SHA-256 of the body, a line each. */
export const signRequest = (
  secret: string,
  { method, path, timestamp, body }: SignedRequest,
): string => {
  const digest = createHash('sha256').update(body).digest('hex')
  return createHmac('sha256', secret)
    .update([method, path, timestamp, digest].join('\n'))
    .digest('hex')
}

/** Whether a request was signed with this secret; of how long ago is for whoever takes it to judge. */
export const isRequestSigned = (
  secret: string,
  signed: SignedRequest,
  signature: string,
): boolean => {
  const [right, given] = [Buffer.from(signRequest(secret, signed)), Buffer.from(signature)]
  return right.length === given.length && timingSafeEqual(right, given)
}
