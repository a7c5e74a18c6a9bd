// How is a telephone rung through a voice gateway, and how does it say whether the key was pressed (docs/calls.md)?
import { signRequest } from '../../domain/identity/request-signature.ts'
import type { CallMessage, Channel, Heard } from './channel.ts'
import { type Exchange, exchange, type GatewayRequest, type Reply, sentBy } from './exchange.ts'

export type VoiceSettings = { url: string; secret: string }

/** Of whoever has heard the message; any other key says nothing. */
export const heardKey = '1'

const signedRequest = (
  { url, secret }: VoiceSettings,
  { method, place, body }: { method: 'GET' | 'POST'; place: string; body: string },
  now: number,
): GatewayRequest => {
  const address = new URL(`${url.replace(/\/$/, '')}${place}`)
  const signed = { method, path: address.pathname, timestamp: `${now}`, body }
  return {
    method,
    url: address.href,
    headers: {
      'x-timestamp': signed.timestamp,
      'x-signature': signRequest(secret, signed),
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === '' ? {} : { body }),
  }
}

/** One call under its id: a gateway that gets it twice rings once. */
export const voiceCallOf = (
  settings: VoiceSettings,
  { id, phone, title }: CallMessage,
  now: number,
): GatewayRequest => {
  const body = JSON.stringify({ id, to: phone, text: title, key: heardKey })
  return signedRequest(settings, { method: 'POST', place: '/calls', body }, now)
}

export const voiceReportOf = (settings: VoiceSettings, id: string, now: number): GatewayRequest => {
  const place = `/calls/${encodeURIComponent(id)}`
  return signedRequest(settings, { method: 'GET', place, body: '' }, now)
}

/** Picked up is delivered; only the key is an answer, for a mailbox picks up too. */
export const voiceReport = (reply: Reply): Heard[] => {
  if (reply.status !== 200 || reply.body.errcode !== 0) return []
  const { state, key } = reply.body
  if (state === 'no-answer' || state === 'failed') return [{ fact: 'undelivered', detail: state }]
  if (state !== 'picked-up') return []
  const delivered: Heard = { fact: 'delivered', detail: '' }
  return key === heardKey ? [delivered, { fact: 'answered', detail: 'key' }] : [delivered]
}

export const createVoice = (settings: VoiceSettings, put: Exchange = exchange): Channel => ({
  needsPhone: true,
  send: async (message) =>
    sentBy(await put(voiceCallOf(settings, message, Date.now())), ({ errcode }) => ({
      ok: errcode === 0,
      code: errcode,
    })),
  ask: async ({ id }) => voiceReport(await put(voiceReportOf(settings, id, Date.now()))),
})
