// The product in production over an empty database: no seed, no demo, TLS in front, and links instead of passwords.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createChildren } from '../../../bin/infra/children.ts'
import { openMailStore } from '../../../bin/infra/mail/mail-store.ts'
import { freePort } from '../../../bin/infra/ports.ts'
import { createDatabase } from './infra.ts'
import { ready } from './product.ts'
import { program } from './programs.ts'
import { openTlsDoor } from './tls-door.ts'

export const openEmptyServer = async () => {
  const { url: databaseUrl, drop } = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  const folder = mkdtempSync(join(tmpdir(), 'anjian-empty-'))
  const port = await freePort()
  const door = await openTlsDoor(port)
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    ANJIAN_BUILT: process.env.ANJIAN_BUILT,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    ANJIAN_MODE: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: door.url,
    ANJIAN_DATA: folder,
    ANJIAN_SECRET: randomBytes(32).toString('hex'),
    MAIL_FROM: '智慧安监 <no-reply@anjian.example>',
    ANJIAN_NOTICE_WINDOW: '0',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    SMTP_URL: smtpUrl,
  }
  const children = createChildren(folder)
  const launch = async (name: string) =>
    children.start(name, process.execPath, [await program(name)], {
      env,
      log: join(folder, `${name}.log`),
    })
  const running = [await launch('worker'), await launch('api')]
  await ready(`http://127.0.0.1:${port}`)
  const mails = openMailStore(mailDir)
  return {
    url: door.url,
    keyHash: door.keyHash,
    /** Runs `npm run found` with further words; what it says, and how it ends. */
    found: async (...words: string[]): Promise<{ code: number | null; output: string }> => {
      const child = spawn(process.execPath, [await program('found'), ...words], { env })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text) => {
          output += text
        })
      return { code: await new Promise((resolve) => child.once('close', resolve)), output }
    },
    /** The newest link that was mailed there. */
    linkTo: async (mail: string): Promise<string> => {
      for (
        const until = Date.now() + 30_000;
        Date.now() < until;
        await new Promise((resolve) => setTimeout(resolve, 50))
      ) {
        const link = /https:\S+#[\w-]+/.exec(
          mails.mails({ to: mail, limit: 1 })[0]?.text ?? '',
        )?.[0]
        if (link) return link
      }
      throw new Error(`no link has come to ${mail}`)
    },
    close: async () => {
      await Promise.all(running.map((one) => one.stop('SIGKILL')))
      door.close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
