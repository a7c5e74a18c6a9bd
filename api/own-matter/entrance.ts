// How does somebody come in by number, code and telephone, and how is a stranger kept out?
import { randomInt, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { oneTimeCodeBody, ownSessionBody } from '../../contract/own-matter/own-matter.ts'
import { countInMinute } from '../../db/organisation/accounts.ts'
import {
  endOwnSession,
  findByNumber,
  forgiveFailures,
  isGuessedAt,
  isInForce,
  keepOneTimeCode,
  noteFailure,
  type OpeningPaper,
  tryOneTimeCode,
  useOneTimeCode,
} from '../../db/own-matter/own-matter.ts'
import { maskedNumber, mobileNumber } from '../../domain/calls/phone.ts'
import { accessCode } from '../../domain/documents/access-code.ts'
import { holderFor } from '../../domain/engine/judging/holder.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { plainCode, plainNumber } from '../../domain/public/follow.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { networkOf } from '../http/network.ts'
import { brake, brakes, evenly } from '../http/strangers.ts'
import { processOf } from '../reading/case-reading.ts'
import { beginVisit, isSame, keyedHash, tokenHashOf, withoutCookie } from './own-session.ts'

const tags = { tags: ['own matter'], security: [] }
const leastMs = 250
export const codeMinutes = 10
export const mostTries = 5
const hourMs = 3_600_000
const dayMs = 86_400_000
/** Codes from one network for one holder; those for him, and to one telephone, from wherever: a stranger who has the paper uses up his own. */
const mostAnHour = 5
const mostADay = 10
const mostInAll = 20

const noSuch = text(
  '案件编号或者查询码不正确',
  'The number of the case or the code of the paper is not right',
)
const noTelephone = text(
  '办案机关未登记您的手机号码，请携带身份证件到办案机关登记',
  'No mobile number of yours is in the record: bring your identity card to the office',
)
const notSent = text('短信未能发出，请稍后再试', 'The message could not be sent: try again later')
const tooOften = text(
  '一小时内发送验证码次数过多，请稍后再试',
  'Too many codes were sent within the hour: try again later',
)
const tooManyToday = text(
  '今日发送验证码次数过多，请明日再试，或到办案机关查询',
  'Too many codes were sent today: try again tomorrow, or come to the office',
)
const guessedAt = text(
  '该文书的查询码因验证码多次输入错误已停用，请联系办案机关重新制发文书',
  'The code of this paper is stopped, for one-time codes were wrong many times: ask the office to issue the paper anew',
)
const wrongCode = text(
  `验证码不正确或者已失效；一个验证码最多输入${mostTries}次，${codeMinutes}分钟内有效`,
  `The code is wrong or holds no longer; each may be tried ${mostTries} times within ${codeMinutes} minutes`,
)

export const createEntrance = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/codes',
      describeRoute({
        ...tags,
        summary: 'Have a one-time code sent, by number and code of a paper',
      }),
      brake(deps, brakes.ownMatter),
      checked('json', oneTimeCodeBody),
      async (c) => {
        const { number, code } = c.req.valid('json')
        return c.json(
          await evenly(
            leastMs,
            sendCode(deps, c, { number: plainNumber(number), code: plainCode(code) }),
          ),
          201,
        )
      },
    )
    .post(
      '/session',
      describeRoute({ ...tags, summary: 'Begin a visit with the code from the telephone' }),
      brake(deps, brakes.ownMatter),
      checked('json', ownSessionBody),
      async (c) => {
        const { challenge, code } = c.req.valid('json')
        const visitor = await evenly(leastMs, redeem(deps, challenge, code.replace(/\s/g, '')))
        const until = await beginVisit(deps, c, visitor)
        return c.json({ until: until.toISOString() }, 201)
      },
    )
    .delete('/session', describeRoute({ ...tags, summary: 'End the visit' }), async (c) => {
      const tokenHash = tokenHashOf(c)
      if (tokenHash) await endOwnSession(deps.connection.db, tokenHash)
      c.header('set-cookie', withoutCookie(deps), { append: true })
      return c.body(null, 204)
    })

/** An unknown number, a case without such papers and a wrong code get the same answer after the same time. */
const sendCode = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { number, code }: { number: string; code: string },
) => {
  const at = await deps.clock.now()
  const known = await whoOpens(deps, number, code, at)
  if (!known) throw new DomainError('not-found', [noSuch])
  const { holder, telephone, record, document } = known
  if (await isGuessedAt(deps.connection.db, document))
    throw new DomainError('not-possible-now', [guessedAt])
  const phone = mobileNumber(telephone)
  if (phone === null) throw new DomainError('not-possible-now', [noTelephone])
  await countCode(deps, c, holder.id, phone)
  const [challenge, oneTime, now] = [randomUUID(), sixDigits(), new Date()]
  await keepOneTimeCode(
    deps.connection.db,
    {
      id: challenge,
      holder: holder.id,
      caseId: record.id,
      document,
      codeHash: hashOf(deps, challenge, oneTime),
      expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
    },
    now,
  )
  const matter = `查询验证码${oneTime}，${codeMinutes}分钟内有效`
  const sent = await deps.sendShortMessage({
    // Nobody at the gateway learns the challenge that belongs to the code.
    id: randomUUID(),
    phone,
    matter,
    number: record.number,
  })
  if (!sent) throw new DomainError('unavailable', [notSent])
  return { challenge, sentTo: maskedNumber(phone), minutes: codeMinutes }
}

/** Counted by keyed hashes, which name neither holder nor telephone nor network. */
const countCode = async (deps: Deps, c: Context<ApiEnv>, holder: string, phone: string) => {
  const from = `${holder} ${networkOf(c, deps.settings.behindProxy)}`
  for (const [what, who, windowMs, most, why] of [
    ['own-code', from, hourMs, mostAnHour, tooOften],
    ['own-code day', from, dayMs, mostADay, tooManyToday],
    ['own-code all', holder, dayMs, mostInAll, tooManyToday],
    ['own-code phone', phone, dayMs, mostInAll, tooManyToday],
  ] as const) {
    const key = `${what} ${keyedHash(deps, `${what} ${who}`).slice(0, 22)}`
    if ((await countInMinute(deps.connection.db, key, Date.now(), windowMs)) > most)
      throw new DomainError('rate-limited', [why], { retryAfter: 3_600 })
  }
}

const whoOpens = async (deps: Deps, number: string, code: string, at: Instant) => {
  const found = await findByNumber(deps.connection.db, number)
  const papers = found?.papers ?? []
  const fitting = papers.filter(({ id }) => isSame(accessCode(deps.settings.secret, id), code))
  const paper = fitting[0]
  return found && paper ? letIn(deps, found.record, paper, at) : null
}

const letIn = (deps: Deps, record: CaseRecord, { id, item }: OpeningPaper, at: Instant) => {
  const known = holderFor(processOf(deps, record), record, item, at)
  return known && { ...known, record, document: id }
}

const redeem = async (deps: Deps, challenge: string, code: string) => {
  const now = new Date()
  const { db } = deps.connection
  const kept = await tryOneTimeCode(db, challenge, { now, most: mostTries })
  const right = isSame(kept?.codeHash ?? '', hashOf(deps, challenge, code))
  if (kept && !right) await noteFailure(db, kept, now)
  if (!kept || !right || !(await opensStill(deps, kept.document)))
    throw new DomainError('wrong-code', [wrongCode])
  if (!(await useOneTimeCode(db, challenge, now))) throw new DomainError('wrong-code', [wrongCode])
  const { holder, caseId, document } = kept
  await forgiveFailures(db, document)
  return { holder, caseId, document }
}

const opensStill = async ({ connection: { db } }: Deps, document: string): Promise<boolean> =>
  (await isInForce(db, document)) && !(await isGuessedAt(db, document))

const sixDigits = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

const hashOf = (deps: Deps, challenge: string, code: string): string =>
  keyedHash(deps, `own-matter code ${challenge} ${code}`)
