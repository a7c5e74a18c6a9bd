// How is the open door kept from being run down, without asking who comes through it?
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { countInMinute } from '../../db/organisation/accounts.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { networkOf } from './network.ts'

export type DoorDeps = Pick<Deps, 'connection' | 'settings'>

type Brake = { what: string; perMinute: number; perDay?: number }

const reportsADay = 60
/** Of a report, or of a statement in somebody’s own matter. */
export const mostFiles = 9
/** What comes with no report belongs to no case, and fills the disk. */
const filesADay = reportsADay * mostFiles

export const brakes = {
  report: { what: 'public-report', perMinute: 5, perDay: reportsADay },
  file: { what: 'public-file', perMinute: 30, perDay: filesADay },
  follow: { what: 'public-follow', perMinute: 20 },
  ownMatter: { what: 'own-matter', perMinute: 10, perDay: 200 },
  ownAct: { what: 'own-act', perMinute: 30 },
  verify: { what: 'public-verify', perMinute: 60 },
  signatures: { what: 'public-signatures', perMinute: 20 },
  notices: { what: 'public-notices', perMinute: 120 },
  licences: { what: 'public-licences', perMinute: 20 },
  registers: { what: 'public-registers', perMinute: 20 },
} as const satisfies Record<string, Brake>

/** The demo stands behind one address for everybody who looks at it. */
const demoFactor = 50
const dayMs = 86_400_000
const tooMany = text(
  '同一网络地址的请求过多，请稍后再试，或拨打12350',
  'Too many requests from this address: try again later, or call 12350',
)

/** Counts by a keyed hash of the network, which tells nobody where a report came from. */
export const brake =
  (
    { connection, settings }: DoorDeps,
    { what, perMinute, perDay }: Brake,
  ): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const factor = settings.demo ? demoFactor : 1
    const who = createHmac('sha256', settings.secret)
      .update(`address ${networkOf(c, settings.behindProxy)}`)
      .digest('base64url')
      .slice(0, 22)
    if ((await countInMinute(connection.db, `${what} ${who}`)) > perMinute * factor)
      throw refused(60)
    if (
      perDay &&
      (await countInMinute(connection.db, `${what} day ${who}`, Date.now(), dayMs)) >
        perDay * factor
    )
      throw refused(3_600)
    await next()
  }

const refused = (retryAfter: number) => new DomainError('rate-limited', [tooMany], { retryAfter })

const leastMs = 2_000
const mostMs = dayMs

/** Says when a form was opened; signed, so that no robot can make one up. Technical time, not the legal clock. */
export const ticketOf = ({ secret }: Pick<Deps['settings'], 'secret'>, now = Date.now()): string =>
  `${now}.${signed(secret, String(now))}`

const signed = (secret: string, moment: string): string =>
  createHmac('sha256', secret).update(`ticket ${moment}`).digest('base64url')

const tooFast = text(
  '表单未能通过检查，请稍候几秒再提交',
  'The form did not pass the check: wait a few seconds and submit again',
)

/** A field that people do not see, and a form filled faster than anybody writes, speak of a robot. Whoever is wrongly held may send again. */
export const checkHuman = (
  { secret }: Pick<Deps['settings'], 'secret'>,
  sent: { ticket: string; website?: string | undefined },
): void => {
  const [moment = '', mark = ''] = sent.ticket.split('.')
  const [received, right] = [Buffer.from(mark), Buffer.from(signed(secret, moment))]
  const own = received.length === right.length && timingSafeEqual(received, right)
  const age = Date.now() - Number(moment)
  if (sent.website || !own || age < leastMs || age > mostMs)
    throw new DomainError('invalid-input', [tooFast], { fields: {} })
}

/** An answer does not tell by its speed whether there was anything to look at. */
export const evenly = async <Result>(leastMs: number, work: Promise<Result>): Promise<Result> => {
  const [result] = await Promise.allSettled([
    work,
    new Promise((resolve) => setTimeout(resolve, leastMs)),
  ])
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/** The same key stands for one report and for the files that belong to it. */
export const reportKey = (c: Context<ApiEnv>, header: string): string => {
  const key = c.req.header(header)
  if (key === undefined || !/^[\w-]{16,64}$/.test(key)) {
    throw new DomainError('invalid-input', [
      text(
        `缺少请求头 ${header}（16–64位字母、数字或连字符）`,
        `The header ${header} is missing (16–64 letters, digits, strokes)`,
      ),
    ])
  }
  return key
}
