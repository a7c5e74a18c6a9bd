// Does a mail arrive under its fixed id, and is a final refusal told from a passing one?
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailer, mailText, messageIdOf } from '../../activities/mail.ts'
import { type Smtp, startSmtp } from '../../bin/infra/mail/smtp.ts'

const from = '智慧安监 <no-reply@anjian.example>'
const mail = {
  messageId: messageIdOf('n1'),
  subject: '亮红牌 Red card',
  text: mailText({ zh: '请处理。', en: 'Please act.' }),
}
let folder: string
let smtp: Smtp
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjian-mail-'))
  smtp = await startSmtp({ folder, port: 0 })
})
afterAll(async () => {
  await smtp.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a mail goes out under the id of its notice, in Chinese and then in English', async () => {
  const mailer = createMailer({ url: smtp.url, from })
  expect(await mailer.send({ ...mail, to: 'p1@anjian.example' })).toMatchObject({
    ok: true,
    retry: false,
  })
  mailer.close()
  expect(smtp.mails()).toMatchObject([
    { messageId: '<n1@anjian>', to: ['p1@anjian.example'], text: '请处理。\n\nPlease act.\n' },
  ])
})

test('a mailbox that does not exist is refused for good', async () => {
  const mailer = createMailer({ url: smtp.url, from })
  const outcome = await mailer.send({ ...mail, to: 'nobody@anjian.example' })
  mailer.close()
  expect(outcome).toMatchObject({ ok: false, retry: false })
  expect(outcome.detail).toContain('550')
})

test('a server that is away is tried again later, and nothing secret is told', async () => {
  const mailer = createMailer({ url: 'smtp://relay:top-secret@127.0.0.1:1', from })
  const outcome = await mailer.send({ ...mail, to: 'p1@anjian.example' })
  mailer.close()
  expect(outcome).toMatchObject({ ok: false, retry: true })
  expect(outcome.detail).not.toMatch(/relay|secret/)
})

test('a server that takes longer than a second over a mail is no longer brisk; one that answers is', async () => {
  const quick = createMailer({ url: smtp.url, from })
  await quick.send({ ...mail, to: 'p2@anjian.example' })
  expect(quick.isBrisk()).toBe(true)
  quick.close()
  const lines: Socket[] = []
  const silent = createServer((line) => void lines.push(line)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const slow = createMailer({
    url: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    from,
  })
  const sending = slow.send({ ...mail, to: 'p1@anjian.example' })
  await expect.poll(() => slow.isBrisk()).toBe(false)
  silent.close()
  for (const line of lines) line.destroy()
  slow.close()
  expect(await sending).toMatchObject({ ok: false, retry: true })
})
