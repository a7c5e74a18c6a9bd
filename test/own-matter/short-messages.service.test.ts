// Does a one-time code leave by the gateway through real HTTP, and is it read in the demo’s mailbox?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { shortMessages } from '../../bin/infra/mail/short-messages.ts'
import { type Gateways, startGateways } from '../../bin/simulate/gateways.ts'

let gateways: Gateways
beforeAll(async () => {
  gateways = await startGateways()
})
afterAll(() => gateways.stop())

const message = { id: 'one', phone: '13811110001', matter: '查询验证码123456', number: '1号' }
const channels = () => {
  const { variables } = gateways
  return {
    sms: {
      url: variables.SMS_URL,
      keyId: variables.SMS_ACCESS_KEY_ID,
      secret: variables.SMS_ACCESS_KEY_SECRET,
      signName: variables.SMS_SIGN_NAME,
      templateCode: variables.SMS_TEMPLATE_CODE,
    },
  }
}

test('it is sent by the gateway; where that refuses or there is none, it was not', async () => {
  const mails: Mail[] = []
  const post = async (mail: Mail) => ({ ok: mails.push(mail) > 0 })
  const production = { channels: channels() }
  expect(await shortMessages(production, post)(message)).toBe(true)
  expect(gateways.rung()).toMatchObject([{ channel: 'sms', to: message.phone }])
  gateways.behave('sms', 'refuses')
  expect(await shortMessages(production, post)({ ...message, id: 'two' })).toBe(false)
  expect(await shortMessages({ channels: {} }, post)(message)).toBe(false)
  expect(mails).toEqual([])
})

test('in the demo the mailbox shows it as well', async () => {
  const mails: Mail[] = []
  const post = async (mail: Mail) => ({ ok: mails.push(mail) > 0 })
  expect(await shortMessages({ channels: {}, mailboxDir: '/demo' }, post)(message)).toBe(true)
  expect(mails).toMatchObject([
    { to: '13811110001@sms.demo', text: expect.stringContaining('123456') },
  ])
})
