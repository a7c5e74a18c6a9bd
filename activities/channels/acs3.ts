// How is a request to an Alibaba Cloud OpenAPI signed (ACS3-HMAC-SHA256)?
import { createHash, createHmac } from 'node:crypto'

export type Acs3Request = {
  host: string
  action: string
  version: string
  query: Record<string, string>
  keyId: string
  secret: string
  /** ISO 8601 in UTC, to the second. */
  date: string
  nonce: string
}

const algorithm = 'ACS3-HMAC-SHA256'
/** An RPC-style request carries everything in its query. */
const noBody = createHash('sha256').update('').digest('hex')

/** As RFC 3986 has it: encodeURIComponent leaves five signs alone that it does not. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The query in the order and the encoding in which it is signed. */
export const canonicalQuery = (query: Record<string, string>): string =>
  Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&')

/** The headers of a POST to `/`, with the signature among them. */
export const signAcs3 = (request: Acs3Request): Record<string, string> => {
  const { host, action, version, query, keyId, secret, date, nonce } = request
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': noBody,
    'x-acs-date': date,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const names = Object.keys(headers).sort()
  const signedHeaders = names.join(';')
  const canonicalRequest = [
    'POST',
    '/',
    canonicalQuery(query),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    signedHeaders,
    noBody,
  ].join('\n')
  const digest = createHash('sha256').update(canonicalRequest).digest('hex')
  const signature = createHmac('sha256', secret).update(`${algorithm}\n${digest}`).digest('hex')
  return {
    ...headers,
    authorization: `${algorithm} Credential=${keyId},SignedHeaders=${signedHeaders},Signature=${signature}`,
  }
}
