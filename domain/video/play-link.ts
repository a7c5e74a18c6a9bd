// Under which address may somebody look through a camera, and for how long?
import { createHmac } from 'node:crypto'

export type VideoSource = { template: string; secret: string; seconds: number }

const holes = ['{point}', '{expires}', '{token}'] as const
const schemes = ['http:', 'https:', 'ws:', 'wss:']

/** A whole address of the web with each of `{point}`, `{expires}` and `{token}` once, none of them in the name of the host. */
export const isTemplate = (template: string): boolean => {
  if (!holes.every((hole) => template.split(hole).length === 2)) return false
  const filled = holes.reduce((text, hole) => text.replace(hole, 'x'), template)
  if (!URL.canParse(filled)) return false
  const { protocol, username, password } = new URL(filled)
  const behindHost = /^[a-z]+:\/\/[^/?#]+[/?]/.exec(template)?.[0] ?? '{'
  return (
    schemes.includes(protocol) && username === '' && password === '' && !behindHost.includes('{')
  )
}

/** Base64url of HMAC-SHA256 over number and end, a line each; `expires` in seconds of Unix. The source reckons the same. */
export const tokenOf = (secret: string, point: string, expires: number): string =>
  createHmac('sha256', secret).update(`${point}\n${expires}`).digest('base64url')

/** Made anew for each look; it ends so many seconds later. Throws RangeError for a source whose template or secret cannot be one. */
export const playLink = (
  { template, secret, seconds }: VideoSource,
  point: string,
  now: Date,
): { url: string; until: Date } => {
  if (!isTemplate(template))
    throw new RangeError('the address of the source has no places for number, end and token')
  if (secret.length < 16) throw new RangeError('the secret of the source is too short')
  const expires = Math.floor(now.getTime() / 1000) + seconds
  const [number, end, token] = [
    encodeURIComponent(point),
    String(expires),
    tokenOf(secret, point, expires),
  ]
  const url = template
    .replace('{point}', number)
    .replace('{expires}', end)
    .replace('{token}', token)
  return { url, until: new Date(expires * 1000) }
}
