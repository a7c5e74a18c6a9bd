// How do the tokens of machines end with the post or account of the administrator who made them, and who is told?
import { randomUUID } from 'node:crypto'
import type { Executor } from '../../db/client.ts'
import { keepMails, readersOf } from '../../db/daily/daily.ts'
import { revokeTokens, shortenTokens, type TokenRow } from '../../db/organisation/machine-tokens.ts'
import { registryChanges } from '../../db/schema/devices/duty.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { civilDate, civilMoment, type Instant } from '../../domain/time/instant.ts'

type Ending = {
  tokens: TokenRow[]
  until: Instant
  at: Instant
  by: { id: string; name: string }
  maker: string
  reason: string
  bodyHash: string
}

const namesOf = (tokens: TokenRow[]): string => tokens.map(({ name }) => name).join('、')

/** Said before it happens, to whoever decides. */
export const tokenWarnings = (tokens: TokenRow[]): Text[] => {
  if (tokens.length === 0) return []
  const names = namesOf(tokens)
  return [
    text(
      `其生成的机器令牌届时同时失效，使用它们的系统须由其他管理员重新生成令牌：${names}`,
      `The tokens of machines that he made end with it; another administrator has to make new ones for the systems that use them: ${names}`,
    ),
  ]
}

/** Revoked at once, or no longer valid from the day of the end; recorded with the register and told to the administrators of the region. */
export const endTokens = async (tx: Executor, ending: Ending): Promise<void> => {
  const { tokens, until, at, by, reason, bodyHash } = ending
  if (tokens.length === 0) return
  const ids = tokens.map(({ id }) => id)
  if (until <= at) await revokeTokens(tx, ids, by.name)
  else await shortenTokens(tx, ids, until)
  const words = until <= at ? '吊销机器令牌' : '缩短机器令牌有效期'
  await tx.insert(registryChanges).values(
    tokens.map(({ id, name, region }) => ({
      id: randomUUID(),
      region,
      words: `${words} ${name}`,
      reason,
      rows: [{ what: 'token', key: id, before: { name }, after: until <= at ? null : { until } }],
      by: by.id,
      byName: by.name,
      at,
      bodyHash,
    })),
  )
  await tellAdministrators(tx, ending)
}

const tellAdministrators = async (
  tx: Executor,
  { tokens, until, at, maker }: Ending,
): Promise<void> => {
  const day = civilDate(at)
  const readers = await readersOf(tx, ['administrator'], at)
  const mails = readers.flatMap(({ id: person, regions }) => {
    const own = tokens.filter(({ region }) => regions.includes(region))
    if (own.length === 0) return []
    const mail = {
      id: `token/${person}/${randomUUID()}`,
      kind: 'token' as const,
      person,
      day,
      at,
      content: null,
      print: own.map(({ id }) => id).join(' '),
      sent: 'pending' as const,
    }
    return [{ ...mail, ...mailOf(own, maker, until) }]
  })
  await keepMails(tx, mails)
}

const mailOf = (tokens: TokenRow[], maker: string, until: Instant): { title: Text; body: Text } => {
  const [names, since] = [namesOf(tokens), civilMoment(until)]
  return {
    title: text(
      `【智慧安监】${tokens.length} 个机器令牌随管理员离任失效`,
      `[anjian] ${tokens.length} tokens of machines end with their administrator`,
    ),
    body: text(
      `${maker}生成的机器令牌自 ${since} 起失效：${names}。仍需使用的，请在“机器令牌”中重新生成。`,
      `Tokens that ${maker} made are no longer valid from ${since}: ${names}. Make new ones under “Tokens” where they are still needed.`,
    ),
  }
}
