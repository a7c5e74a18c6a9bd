// How does a robot of DingTalk, or of a city's own platform built on it (浙政钉), speak in its room?
import { createHmac } from 'node:crypto'
import type { CallMessage, Channel } from './channel.ts'
import { type Exchange, exchange, type GatewayRequest, sentBy } from './exchange.ts'

/** `url`: with the access token of the robot in it. */
export type DingtalkSettings = { url: string; secret: string }

/** Base64 of the HMAC-SHA256 over time stamp, line feed and secret, under the secret. */
export const dingtalkSign = (secret: string, timestamp: number): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

export const dingtalkOf = (
  { url, secret }: DingtalkSettings,
  { phone, title }: CallMessage,
  timestamp: number,
): GatewayRequest => {
  const address = new URL(url)
  address.searchParams.set('timestamp', `${timestamp}`)
  address.searchParams.set('sign', dingtalkSign(secret, timestamp))
  const at = { atMobiles: phone === '' ? [] : [phone], isAtAll: false }
  return {
    method: 'POST',
    url: address.href,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ msgtype: 'text', text: { content: title.zh }, at }),
  }
}

export const createDingtalk = (settings: DingtalkSettings, put: Exchange = exchange): Channel => ({
  needsPhone: false,
  send: async (message) =>
    sentBy(await put(dingtalkOf(settings, message, Date.now())), ({ errcode }) => ({
      ok: errcode === 0,
      code: errcode,
    })),
})
