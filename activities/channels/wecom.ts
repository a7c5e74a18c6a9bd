// How does a robot of WeCom (企业微信) speak in its room?
import type { CallMessage, Channel } from './channel.ts'
import { type Exchange, exchange, type GatewayRequest, sentBy } from './exchange.ts'

/** The key in the address is the whole secret: WeCom signs nothing. */
export type WecomSettings = { url: string }

export const wecomOf = ({ url }: WecomSettings, { phone, title }: CallMessage): GatewayRequest => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    msgtype: 'text',
    text: { content: title.zh, mentioned_mobile_list: phone === '' ? [] : [phone] },
  }),
})

export const createWecom = (settings: WecomSettings, put: Exchange = exchange): Channel => ({
  needsPhone: false,
  send: async (message) =>
    sentBy(await put(wecomOf(settings, message)), ({ errcode }) => ({
      ok: errcode === 0,
      code: errcode,
    })),
})
