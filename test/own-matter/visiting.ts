// How does a test come in as the person whom a paper concerns?

import type { House } from '../api/house.ts'
import { pdfText } from '../support/people/pdf-text.ts'

let addresses = 0
const nextAddress = (): string => {
  addresses += 1
  return `10.9.${Math.floor(addresses / 250)}.${addresses % 250}`
}

/** A page of somebody who has no account: his own address, and the cookie that he was given. */
export const visitorOf = (house: House) => {
  let cookie = ''
  let from = nextAddress()
  const send = async (path: string, sent: Parameters<House['send']>[1] = {}) => {
    const answer = await house.send(`/api/own-matter${path}`, {
      ...sent,
      headers: { 'x-forwarded-for': from, ...(cookie ? { cookie } : {}), ...sent.headers },
    })
    const set = answer.headers.getSetCookie()[0]
    if (set) cookie = set.split(';')[0] ?? ''
    return answer
  }
  const ask = async (path: string, sent: Parameters<House['send']>[1] = {}) => {
    const answer = await send(path, sent)
    const words = await answer.text()
    // biome-ignore lint/suspicious/noExplicitAny: a test reads answers as a client of another language would
    const body: any = words === '' ? null : JSON.parse(words)
    return { status: answer.status, headers: answer.headers, body }
  }
  const codeFor = (number: string, code: string) => ask('/codes', { json: { number, code } })
  const redeem = (challenge: string, code: string) => ask('/session', { json: { challenge, code } })
  const enter = async (number: string, code: string) => {
    const { status, body } = await codeFor(number, code)
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    const done = await redeem(body.challenge, sentCode(house))
    if (done.status !== 201) throw new Error(`${done.status} ${JSON.stringify(done.body)}`)
  }
  const act = (
    type: string,
    data: object,
    key = `key-of-a-test-${Math.random()}`.slice(0, 30).replace('.', '-'),
  ) => ask('/acts', { json: { type, data }, headers: { 'idempotency-key': key } })
  /** His telephone is in another network: what is counted by address begins anew. */
  const move = (): void => {
    from = nextAddress()
  }
  return { send, ask, codeFor, redeem, enter, act, move, cookie: () => cookie }
}

/** The one-time code of the last message. */
export const sentCode = ({ messages }: House): string =>
  /验证码(\d{6})/.exec(messages.at(-1)?.matter ?? '')?.[1] ?? ''

/** The code that a paper bears, as its reader finds it on the sheet. */
export const codeOn = (pdf: Uint8Array): string =>
  /查询码\s*([2-9A-Z]{5})\s*([2-9A-Z]{5})/
    .exec(pdfText(Buffer.from(pdf)).replaceAll('\n', ''))
    ?.slice(1, 3)
    .join('') ?? ''
