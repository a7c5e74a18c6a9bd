// Where do the demo's mails go? To a real SMTP server that keeps them for the mailbox page.
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type MailStore, openMailStore } from './mail-store.ts'

/** A running SMTP server and the mails it has received. */
export type Smtp = {
  url: string
  mails: MailStore['mails']
  stop: () => Promise<void>
}

export type SmtpOptions = {
  /** The folder of the mail store. */
  folder: string
  port: number
}

/** An address with this local part does not exist: it is refused with 550, so that a bounce can be seen in a demo. */
const NOBODY = /^(bounce|nobody)([+.-].*)?@/i

/** Starts an SMTP server on the loopback address that takes every mail, except to nobody. */
export async function startSmtp({ folder, port }: SmtpOptions): Promise<Smtp> {
  const store = openMailStore(folder)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 20 * 1024 * 1024,
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(NOBODY.test(address) ? refusal(address) : null),
    onData: (stream, session, done) => {
      keep(store, stream, session).then(
        () => done(),
        (error: Error) => done(error),
      )
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: got } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${got}`,
    mails: store.mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(
  store: MailStore,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const mail = await simpleParser(stream)
  store.append({
    messageId: mail.messageId ?? `<${session.id}@mailbox>`,
    from: mail.from?.text ?? '',
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    ...(typeof mail.html === 'string' ? { html: mail.html } : {}),
    receivedAt: new Date().toISOString(),
  })
}

function refusal(address: string): Error {
  return Object.assign(new Error(`Mailbox unavailable: ${address}`), { responseCode: 550 })
}
