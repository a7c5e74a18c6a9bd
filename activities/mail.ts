// How does a notice reach a mailbox, and is a failure final?
import { createTransport } from 'nodemailer'
import type { Text } from '../domain/language/words.ts'
import type { Delivery, Mail } from './deps.ts'

export type Mailer = {
  send: (mail: Mail) => Promise<Delivery>
  isBrisk: () => boolean
  close: () => void
}

const TIMEOUT_MS = 8_000
/** A server that takes longer over one mail is slow, and taken for slow for a while. */
const BRISK_MS = 1_000
const REMEMBERED_MS = 30_000

/** The one Message-ID under which a notice is ever sent. */
export const messageIdOf = (noticeId: string): string => `<${noticeId}@anjian>`

/** The text of a mail: Chinese first, then English. */
export const mailText = (body: Text): string => `${body.zh}\n\n${body.en}\n`

/** A pool of SMTP connections; each outcome is an answer, never an exception. */
export const createMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  const transport = openPool(url)
  let slowUntil = 0
  return {
    send: async (mail) => {
      const tooLong = setTimeout(() => {
        slowUntil = Date.now() + REMEMBERED_MS
      }, BRISK_MS)
      return send(transport, { from, ...mail }).finally(() => clearTimeout(tooLong))
    },
    isBrisk: () => Date.now() >= slowUntil,
    close: () => transport.close(),
  }
}

function openPool(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return createTransport({
    pool: true,
    maxConnections: 4,
    host: hostname,
    port: Number(port) || (secure ? 465 : 25),
    secure,
    ...(username
      ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
  })
}

async function send(
  transport: ReturnType<typeof openPool>,
  mail: Mail & { from: string },
): Promise<Delivery> {
  try {
    const { response } = await transport.sendMail(mail)
    return { ok: true, detail: shortened(response), retry: false }
  } catch (error) {
    return refused(error as SmtpError)
  }
}

type SmtpError = Error & { code?: string; responseCode?: number; response?: string }

// A relay that does not know us (EAUTH) is ours to repair, so the mail waits. The error's own message is not passed on: it may name the account.
function refused({ code = 'ERROR', responseCode, response }: SmtpError): Delivery {
  const final =
    code !== 'EAUTH' &&
    (responseCode === undefined ? code === 'EENVELOPE' || code === 'EMESSAGE' : responseCode >= 500)
  return { ok: false, detail: shortened(`${code} ${response ?? ''}`), retry: !final }
}

function shortened(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, 200)
}
