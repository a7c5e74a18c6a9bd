// Who stands behind the cookie of a visit to one’s own matter, and how does a visit begin and end?
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import {
  beginOwnSession,
  isInForce,
  readOwnSession,
  recordOf,
} from '../../db/own-matter/own-matter.ts'
import { holderOf } from '../../domain/engine/judging/holder.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Holder } from '../../domain/organisation/actor.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { processOf } from '../reading/case-reading.ts'

/** A visit is short, whatever is done in it: a telephone is left lying, a machine is somebody else’s. Real time, not the legal clock. */
export const visitMinutes = 30
const cookieName = 'anjian.own-matter'

const ended = text(
  '查询已结束，请重新输入案件编号和查询码',
  'The visit has ended: enter the number and the code again',
)

export type Visit = {
  holder: Holder
  record: CaseRecord
  process: ProcessDefinition
  until: Date
  /** The hash of its token. */
  session: string
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex')

/** What a visitor knows is compared in the same time, right or wrong. */
export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((words) => createHash('sha256').update(words).digest())
  return timingSafeEqual(a as Buffer, b as Buffer)
}

export const keyedHash = ({ settings }: Pick<Deps, 'settings'>, words: string): string =>
  createHmac('sha256', settings.secret).update(words).digest('hex')

/** The hash of the token that the visitor has brought; null: he has none. */
export const tokenHashOf = (c: Context<ApiEnv>): string | null => {
  const token = new RegExp(`(?:^|;\\s*)${cookieName.replace('.', '\\.')}=([0-9a-f]{64})(?:;|$)`)
  const found = token.exec(c.req.header('cookie') ?? '')?.[1]
  return found === undefined ? null : hashed(found)
}

const cookie = ({ settings }: Pick<Deps, 'settings'>, value: string, seconds: number): string =>
  [
    `${cookieName}=${value}`,
    `Max-Age=${seconds}`,
    'Path=/api/own-matter',
    'HttpOnly',
    'SameSite=Strict',
    ...(settings.publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')

export const withoutCookie = (deps: Pick<Deps, 'settings'>): string => cookie(deps, '', 0)

/** A session of its own kind: it opens this one item, and nothing that an account opens. */
export const beginVisit = async (
  deps: Pick<Deps, 'connection' | 'settings'>,
  c: Context<ApiEnv>,
  visitor: { holder: string; caseId: string; document: string },
): Promise<Date> => {
  const [token, now] = [randomBytes(32).toString('hex'), new Date()]
  const expiresAt = new Date(now.getTime() + visitMinutes * 60_000)
  const session = { tokenHash: hashed(token), ...visitor, expiresAt }
  await beginOwnSession(deps.connection.db, session, now)
  c.header('set-cookie', cookie(deps, token, visitMinutes * 60), { append: true })
  return expiresAt
}

/** Asked at every request: a power of attorney may have ended meanwhile. */
export const visitOf = async (deps: Deps, c: Context<ApiEnv>): Promise<Visit> => {
  const { db } = deps.connection
  const tokenHash = tokenHashOf(c)
  const session = tokenHash && (await readOwnSession(db, tokenHash, new Date()))
  const record = session && (await recordOf(db, session.caseId))
  if (!tokenHash || !session || !record) throw new DomainError('unauthenticated', [ended])
  if (!(await isInForce(db, session.document))) throw new DomainError('unauthenticated', [ended])
  const process = processOf(deps, record)
  const holder = holderOf(process, record, session.holder, await deps.clock.now())
  if (!holder) throw new DomainError('unauthenticated', [ended])
  return { holder, record, process, until: session.expiresAt, session: tokenHash }
}
