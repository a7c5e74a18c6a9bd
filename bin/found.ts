// Is this server founded: are its offices there, and does each of the first two administrators have a link?
import { createHash, randomBytes } from 'node:crypto'
import { connect } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { openSeats } from '../db/organisation/founding.ts'
import { readServiceEnv } from './env.ts'

async function found(renew: boolean): Promise<number> {
  const env = readServiceEnv()
  await migrate(env.databaseUrl)
  const { db, close } = connect(env.databaseUrl, 2)
  const links = new Map<number, string>()
  try {
    const outcome = await openSeats(db, renew, (seat) => {
      const token = randomBytes(32).toString('base64url')
      links.set(seat, `${env.publicUrl}/access#${token}`)
      return { seat, tokenHash: createHash('sha256').update(token).digest('hex') }
    })
    if (!('expiresAt' in outcome)) {
      console.error(`found: ${outcome.zh}\nfound: ${outcome.en}`)
      return 1
    }
    console.log(linkText(links, outcome.expiresAt))
    return 0
  } finally {
    await close()
  }
}

function linkText(links: Map<number, string>, expiresAt: Date): string {
  const until = expiresAt.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
  return [
    '',
    '  每个链接交给一名系统管理员本人，只能使用一次。',
    '  Hand each link to one administrator in person; it works once.',
    '',
    ...[...links].map(([seat, url]) => `  ${seat}  ${url}`),
    '',
    `  有效期至 good until ${until} (Asia/Shanghai)`,
    '',
  ].join('\n')
}

process.exitCode = await found(process.argv.includes('--renew'))
