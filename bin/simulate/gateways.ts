// Which gateways does the demo make up, by which people are called: how do they judge a request, and how can they be told to fail?
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type CallChannel, callChannels } from '../../domain/calls/channels.ts'
import {
  answerDingtalk,
  answerSms,
  answerVoice,
  answerWecom,
  type Behaviour,
  behaviours,
  type GatewayAnswer,
  type GatewayRequest,
  type GatewayState,
  type Rung,
} from './gateway-answers.ts'
import { readBody } from './read-body.ts'

/** Its port is kept under this name in the data folder. */
export const demoGateways = {
  name: 'demo-gateways',
  secret: 'only for the made-up gateways of the demo',
}

export type Gateways = Awaited<ReturnType<typeof startGateways>>

export const startGateways = async ({
  port = 0,
  secret = demoGateways.secret,
  ringMs = 2_000,
  keyMs = 6_000,
}: {
  port?: number
  secret?: string
  ringMs?: number
  keyMs?: number
} = {}) => {
  const state: GatewayState = {
    secret,
    behaviour: { sms: 'answers', dingtalk: 'answers', wecom: 'answers', voice: 'answers' },
    rung: new Map(),
    ringMs,
    keyMs,
    nonces: new Set(),
  }
  const server = createServer(
    (request, response) => void serve(state, request, response).catch(() => response.destroy()),
  )
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  return {
    url,
    /** What this installation would have to be told to call through them. */
    variables: gatewayVariables(url, secret),
    behave: (channel: CallChannel, behaviour: Behaviour) => {
      state.behaviour[channel] = behaviour
    },
    rung: (): Rung[] => [...state.rung.values()],
    stop: () =>
      new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}

export const gatewayVariables = (url: string, secret = demoGateways.secret) => ({
  SMS_URL: `${url}/sms`,
  SMS_ACCESS_KEY_ID: 'demo',
  SMS_ACCESS_KEY_SECRET: secret,
  SMS_SIGN_NAME: '智慧安监演示',
  SMS_TEMPLATE_CODE: 'SMS_0',
  DINGTALK_ROBOT_URL: `${url}/dingtalk?access_token=demo`,
  DINGTALK_ROBOT_SECRET: secret,
  WECOM_ROBOT_URL: `${url}/wecom?key=demo`,
  VOICE_GATEWAY_URL: `${url}/voice`,
  VOICE_GATEWAY_SECRET: secret,
})

const serve = async (
  state: GatewayState,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`)
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  )
  const request = { method: incoming.method ?? 'GET', url, headers, body: await readBody(incoming) }
  const answer = answerOf(state, request)
  if (answer === null) return
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer.body))
}

const answerOf = (state: GatewayState, request: GatewayRequest): GatewayAnswer => {
  const [, place = ''] = request.url.pathname.split('/')
  if (place === 'behaviour' && request.method === 'PUT') return tell(state, request.body)
  const channel = callChannels.find((one) => one === place)
  if (channel === undefined) return { status: 404, body: {} }
  if (state.behaviour[channel] === 'silent') return null
  return byChannel[channel](state, request)
}

const byChannel: Record<
  CallChannel,
  (state: GatewayState, asked: GatewayRequest) => GatewayAnswer
> = { sms: answerSms, dingtalk: answerDingtalk, wecom: answerWecom, voice: answerVoice }

/** `{"channel":"voice","behaviour":"silent"}` */
const tell = (state: GatewayState, body: string): GatewayAnswer => {
  const wanted = JSON.parse(body) as { channel?: unknown; behaviour?: unknown }
  const channel = callChannels.find((one) => one === wanted.channel)
  const behaviour = behaviours.find((one) => one === wanted.behaviour)
  if (!channel || !behaviour) return { status: 400, body: { channels: callChannels, behaviours } }
  state.behaviour[channel] = behaviour
  return { status: 200, body: state.behaviour }
}
