// How is a short message sent through Aliyun SMS (Dysmsapi 2017-05-25), and how is its report read?
import { randomUUID } from 'node:crypto'
import { wallTime } from '../../domain/time/instant.ts'
import { canonicalQuery, signAcs3 } from './acs3.ts'
import type { AskedCall, CallMessage, Channel, Heard } from './channel.ts'
import { type Exchange, exchange, type GatewayRequest, type Reply, sentBy } from './exchange.ts'

export type SmsSettings = {
  url: string
  keyId: string
  secret: string
  signName: string
  templateCode: string
}
type Asked = { action: 'SendSms' | 'QuerySendDetails'; query: Record<string, string> }

/** A variable of a template holds no more. */
const mostSigns = 35

/** The template has two variables: `matter` and `number`. */
export const smsOf = (
  { signName, templateCode }: SmsSettings,
  { id, phone, matter, number }: CallMessage,
): Asked => ({
  action: 'SendSms',
  query: {
    PhoneNumbers: phone,
    SignName: signName,
    TemplateCode: templateCode,
    TemplateParam: JSON.stringify({ matter: [...matter].slice(0, mostSigns).join(''), number }),
    OutId: id,
  },
})

/** Reports are kept by the day of Beijing on which the message was sent. */
export const smsReportOf = ({ phone, reference, at }: AskedCall): Asked => ({
  action: 'QuerySendDetails',
  query: {
    PhoneNumber: phone,
    SendDate: wallTime(at.toISOString()).slice(0, 10).replaceAll('-', ''),
    PageSize: '10',
    CurrentPage: '1',
    ...(reference === null ? {} : { BizId: reference }),
  },
})

/** Signed for this moment; a nonce is used once. */
export const signedSms = (
  { url, keyId, secret }: SmsSettings,
  { action, query }: Asked,
  { now, nonce }: { now: Date; nonce: string },
): GatewayRequest => {
  const date = `${now.toISOString().slice(0, 19)}Z`
  const { host } = new URL(url)
  const version = '2017-05-25'
  // HTTP itself says the host.
  const { host: _, ...headers } = signAcs3({
    host,
    action,
    version,
    query,
    keyId,
    secret,
    date,
    nonce,
  })
  return { method: 'POST', url: `${url}?${canonicalQuery(query)}`, headers }
}

/** Of several reports under one reference that of this very call counts: 3 = delivered, 2 = failed, 1 = no report yet. */
export const smsReport = (reply: Reply, id: string): Heard[] => {
  if (reply.status === null || reply.body.Code !== 'OK') return []
  const list = (reply.body.SmsSendDetailDTOs as { SmsSendDetailDTO?: unknown } | undefined)
    ?.SmsSendDetailDTO
  const reports = Array.isArray(list) ? (list as Record<string, unknown>[]) : []
  const own = reports.find(({ OutId }) => OutId === id)
  if (own?.SendStatus === 3) return [{ fact: 'delivered', detail: '' }]
  if (own?.SendStatus === 2) return [{ fact: 'undelivered', detail: `${own.ErrCode ?? ''}` }]
  return []
}

export const createSms = (settings: SmsSettings, put: Exchange = exchange): Channel => {
  const asked = (what: Asked) =>
    put(signedSms(settings, what, { now: new Date(), nonce: randomUUID() }))
  return {
    needsPhone: true,
    send: async (message) =>
      sentBy(await asked(smsOf(settings, message)), ({ Code, BizId }) => ({
        ok: Code === 'OK',
        code: Code,
        reference: BizId,
      })),
    ask: async (call) => smsReport(await asked(smsReportOf(call)), call.id),
  }
}
