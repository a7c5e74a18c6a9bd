// What did the daily round tell this person, and whom could it not tell anything?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type {
  DigestView,
  ReachabilityGap,
  ReachabilityView,
} from '../../contract/supervision/supervision.ts'
import { digestQuery } from '../../contract/supervision/supervision.ts'
import { readDigest, readReachability } from '../../db/daily/daily-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff, supervises } from '../../domain/organisation/policy.ts'
import { type Gap, lackWords } from '../../domain/views/reachability.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'

export const createDailyRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/digest',
      describeRoute({
        tags: ['supervision'],
        summary: "One's own digest of a working morning; the newest without a date",
      }),
      checked('query', digestQuery),
      async (c) => c.json(await digest(deps, c.var, c.req.valid('query').date || null)),
    )
    .get(
      '/reachability',
      describeRoute({
        tags: ['supervision'],
        summary: 'Posts that cannot be told of what falls due in the coming week',
      }),
      async (c) => c.json(await reachable(deps, c.var)),
    )

const digest = async (
  deps: Deps,
  { actor, scope }: Variables,
  date: string | null,
): Promise<DigestView> => {
  if (!supervises(actor) || actor.kind !== 'person')
    throw new DomainError('not-allowed', [
      text('供领导和督办员使用', 'For leaders and supervisors'),
    ])
  const { days, digest } = await withScope(deps.connection.pool, scope, (tx) =>
    readDigest(tx, actor.id, date),
  )
  if (!digest?.content) return { days, digest: null }
  const { day, at, sent, content } = digest
  return { days, digest: { day, at, sent, ...content } }
}

const reachable = async (deps: Deps, { actor, scope }: Variables): Promise<ReachabilityView> => {
  if (!isStaff(actor))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  const { day, at, gaps } = await withScope(deps.connection.pool, scope, readReachability)
  return { day, at, items: byGroup(gaps) }
}

/** One group of the city stands in the gaps of several counties. */
const byGroup = (gaps: Gap[]): ReachabilityGap[] => {
  const groups = new Map<string, ReachabilityGap>()
  for (const { group, words, nobody, people, escalationLevels } of gaps) {
    const known = groups.get(group)?.escalationLevels ?? []
    const unreachable = people.map(({ name, lacks }) => ({
      name,
      lacks: lacks.map((lack) => lackWords[lack]),
    }))
    groups.set(group, {
      group,
      words,
      nobody,
      people: unreachable,
      escalationLevels: [
        ...known,
        ...escalationLevels.map(({ region: _, ...escalationLevel }) => escalationLevel),
      ],
    })
  }
  return [...groups.values()].sort((a, b) => Number(b.nobody) - Number(a.nobody))
}
