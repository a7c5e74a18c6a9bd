// How does an administrator have something tried again: once, with his reason, by whoever can?
import type { Context } from 'hono'
import {
  askAgain,
  findReplay,
  keepReplay,
  type NewReplay,
  notAsked,
} from '../../db/cases/replays.ts'
import { readQuarantinedCommand, readUndeliveredRow } from '../../db/devices/dead-letters-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { caseNeverBegan, obstacleTo } from '../../domain/letters/obstacles.ts'
import type { LetterKind } from '../../domain/letters/views.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { registryRequest } from '../http/registry-request.ts'
import { frameFor, seesCaseless } from './letter-reading.ts'

type Requested = { id: string }
type About = Pick<NewReplay, 'feed' | 'region'>
/** What is about to be tried: whether it may be, and how it is begun. */
type Trial = (
  regions: string[],
) => Promise<About & { begin: (request: NewReplay) => Promise<boolean> }>

const cannot = (why: Text): DomainError => new DomainError('not-possible-now', [why])

/** The same request once more is answered as it was, and nothing is done again. */
const once = async (
  deps: Deps,
  c: Context<ApiEnv>,
  [kind, subject, reason]: [LetterKind, string, string],
  trial: Trial,
): Promise<Requested> => {
  const { regions, ...request } = registryRequest(deps, c, `replay ${kind} ${subject}`, { reason })
  const before = await findReplay(deps.connection.db, request.id)
  if (before && before.bodyHash !== request.bodyHash) throw new DomainError('key-reused')
  if (before) return { id: before.id }
  const { begin, ...about } = await trial(regions)
  const begun = await begin({ ...request, ...about, kind, subject, reason, state: 'waiting' })
  if (!begun) throw cannot(text('已在处理或已处理', 'It is being tried, or has been done'))
  return { id: request.id }
}

/** The process that holds the line does it. */
export const replayFrame = (
  deps: Deps,
  c: Context<ApiEnv>,
  seq: number,
  reason: string,
): Promise<Requested> =>
  once(deps, c, ['frame', String(seq), reason], async (regions) => {
    const found = await frameFor(deps, regions, seq)
    const obstacle = obstacleTo(found)
    if (obstacle) throw cannot(obstacle)
    return {
      feed: found.feed,
      region: found.region,
      begin: (request) => keepReplay(deps.connection.db, request),
    }
  })

/** The process that delivers does it. */
export const replayDelivery = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: number,
  reason: string,
): Promise<Requested> =>
  once(deps, c, ['outbox', String(id), reason], async (regions) => {
    const found = await readUndeliveredRow(deps.connection.db, regions, id)
    if (!found) throw new DomainError('not-found')
    return {
      feed: null,
      region: found.region,
      begin: (request) => keepReplay(deps.connection.db, request),
    }
  })

/** Its case decides it anew. If the defect is still there, it comes back to quarantine. */
export const replayCommand = (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  reason: string,
): Promise<Requested> =>
  once(deps, c, ['command', id, reason], async (regions) => {
    const { db } = deps.connection
    const found = await readQuarantinedCommand(db, regions, seesCaseless(c), id)
    if (!found) throw new DomainError('not-found')
    const { caseId, process, life, region } = found
    if (process === null || life === null) throw cannot(caseNeverBegan)
    const begin = async (request: NewReplay): Promise<boolean> => {
      if (!(await askAgain(db, request))) return false
      const address = { caseId, process, life }
      const asking =
        id === caseId ? deps.cases.tick(address) : deps.cases.observe({ ...address, commandId: id })
      await asking.catch(async (error: unknown) => {
        await notAsked(db, id)
        throw error
      })
      return true
    }
    return { feed: null, region, begin }
  })
