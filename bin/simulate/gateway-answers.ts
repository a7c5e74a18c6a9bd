// What does each made-up gateway answer, by the real one's rules: signature first, then as it was told to behave?
import { canonicalQuery, signAcs3 } from '../../activities/channels/acs3.ts'
import { dingtalkSign } from '../../activities/channels/dingtalk.ts'
import { heardKey } from '../../activities/channels/voice.ts'
import type { CallChannel } from '../../domain/calls/channels.ts'
import { isRequestSigned } from '../../domain/identity/request-signature.ts'

/** `refuses`: with an errcode under HTTP 200; `delivers-nothing`: says yes, and that is all; `silent`: takes the request and never answers. */
export const behaviours = ['answers', 'refuses', 'delivers-nothing', 'silent'] as const
export type Behaviour = (typeof behaviours)[number]

/** A call that came in under a good signature; `times`: how often it was asked for. */
export type Rung = { channel: CallChannel; id: string; to: string; at: number; times: number }
export type GatewayState = {
  secret: string
  behaviour: Record<CallChannel, Behaviour>
  rung: Map<string, Rung>
  /** How long it rings until somebody picks up, and until he presses the key. */
  ringMs: number
  keyMs: number
  nonces: Set<string>
}
export type GatewayRequest = {
  method: string
  url: URL
  headers: NodeJS.Dict<string>
  body: string
}
/** `null`: it never answers. */
export type GatewayAnswer = { status: number; body: object } | null

const ok = (body: object): GatewayAnswer => ({ status: 200, body })

/** Who asks twice under one id is rung once. */
const ring = (state: GatewayState, channel: CallChannel, id: string, to: string): Rung => {
  const key = `${channel}/${id}`
  const rung = state.rung.get(key) ?? { channel, id, to, at: Date.now(), times: 0 }
  rung.times += 1
  state.rung.set(key, rung)
  return rung
}

const minutes = 60_000

export const answerSms = (state: GatewayState, request: GatewayRequest): GatewayAnswer => {
  const { headers, url } = request
  const query = Object.fromEntries(url.searchParams)
  const nonce = headers['x-acs-signature-nonce'] ?? ''
  const date = headers['x-acs-date'] ?? ''
  const { authorization } = signAcs3({
    host: url.host,
    action: headers['x-acs-action'] ?? '',
    version: headers['x-acs-version'] ?? '',
    query,
    keyId: 'demo',
    secret: state.secret,
    date,
    nonce,
  })
  const wrong = { Code: 'SignatureDoesNotMatch', Message: 'signature', RequestId: nonce }
  if (authorization !== headers.authorization || url.search !== `?${canonicalQuery(query)}`)
    return { status: 400, body: wrong }
  if (Math.abs(Date.now() - Date.parse(date)) > 15 * minutes || state.nonces.has(nonce))
    return { status: 400, body: { ...wrong, Code: 'SignatureNonceUsed' } }
  state.nonces.add(nonce)
  if (headers['x-acs-action'] === 'QuerySendDetails') return smsReports(state, query)
  if (state.behaviour.sms === 'refuses')
    return ok({ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: 'limit', RequestId: nonce })
  const { OutId = '', PhoneNumbers = '' } = query
  ring(state, 'sms', OutId, PhoneNumbers)
  return ok({ Code: 'OK', Message: 'OK', RequestId: nonce, BizId: `biz-${OutId}` })
}

const smsReports = (state: GatewayState, { BizId = '' }: Record<string, string>): GatewayAnswer => {
  const found = [...state.rung.values()].filter(
    ({ channel, id }) => channel === 'sms' && `biz-${id}` === BizId,
  )
  const arrived = ({ at }: Rung) =>
    state.behaviour.sms === 'answers' && Date.now() >= at + state.ringMs
  const reports = found.map((one) => ({ OutId: one.id, SendStatus: arrived(one) ? 3 : 1 }))
  return ok({
    Code: 'OK',
    Message: 'OK',
    TotalCount: `${reports.length}`,
    SmsSendDetailDTOs: { SmsSendDetailDTO: reports },
  })
}

type Robot = {
  text?: { content?: string; mentioned_mobile_list?: string[] }
  at?: { atMobiles?: string[] }
}

export const answerDingtalk = (
  state: GatewayState,
  { url, body }: GatewayRequest,
): GatewayAnswer => {
  const timestamp = Number(url.searchParams.get('timestamp'))
  if (Math.abs(Date.now() - timestamp) > 60 * minutes)
    return ok({ errcode: 310_000, errmsg: 'invalid timestamp' })
  if (url.searchParams.get('sign') !== dingtalkSign(state.secret, timestamp))
    return ok({ errcode: 310_000, errmsg: 'sign not match' })
  if (state.behaviour.dingtalk === 'refuses')
    return ok({ errcode: 130_101, errmsg: 'send too fast' })
  const { at } = JSON.parse(body) as Robot
  ring(state, 'dingtalk', `${timestamp}`, at?.atMobiles?.[0] ?? '')
  return ok({ errcode: 0, errmsg: 'ok' })
}

export const answerWecom = (state: GatewayState, { url, body }: GatewayRequest): GatewayAnswer => {
  if (url.searchParams.get('key') !== 'demo')
    return ok({ errcode: 93_000, errmsg: 'invalid webhook url' })
  if (state.behaviour.wecom === 'refuses')
    return ok({ errcode: 45_009, errmsg: 'api freq out of limit' })
  const { text } = JSON.parse(body) as Robot
  ring(state, 'wecom', `${Date.now()}`, text?.mentioned_mobile_list?.[0] ?? '')
  return ok({ errcode: 0, errmsg: 'ok' })
}

export const answerVoice = (state: GatewayState, request: GatewayRequest): GatewayAnswer => {
  const { method, url, headers, body } = request
  const timestamp = headers['x-timestamp'] ?? ''
  const signed = {
    method: method === 'POST' ? 'POST' : 'GET',
    path: url.pathname,
    timestamp,
    body,
  } as const
  if (!isRequestSigned(state.secret, signed, headers['x-signature'] ?? ''))
    return { status: 401, body: { errcode: 401 } }
  if (Math.abs(Date.now() - Number(timestamp)) > 5 * minutes)
    return { status: 401, body: { errcode: 408 } }
  if (method === 'GET') return voiceState(state, url.pathname.split('/')[3] ?? '')
  if (state.behaviour.voice === 'refuses') return ok({ errcode: 503 })
  const { id, to } = JSON.parse(body) as { id: string; to: string }
  ring(state, 'voice', id, to)
  return ok({ errcode: 0 })
}

const voiceState = (state: GatewayState, id: string): GatewayAnswer => {
  const rung = state.rung.get(`voice/${decodeURIComponent(id)}`)
  if (!rung) return ok({ errcode: 404 })
  const since = Date.now() - rung.at
  const answers = state.behaviour.voice === 'answers'
  if (!answers || since < state.ringMs) return ok({ errcode: 0, state: 'ringing', key: null })
  return ok({ errcode: 0, state: 'picked-up', key: since < state.keyMs ? null : heardKey })
}
