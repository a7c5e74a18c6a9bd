// Where in the product do these words stand, as far as their reader may know?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { FoundCase, SearchedPerson, SearchView } from '../../contract/search/search.ts'
import { searchQuery } from '../../contract/search/search.ts'
import { withScope } from '../../db/scope.ts'
import {
  type CaseFound,
  findCases,
  findEnterprises,
  findPeople,
  type PersonFound,
} from '../../db/search/search-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Audience } from '../../domain/model/audience.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import type { SearchKind } from '../../domain/search/found.ts'
import { excerpt, marked } from '../../domain/search/hit.ts'
import { wordsOf } from '../../domain/search/tokens.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { processOf } from '../reading/case-reading.ts'
import { officeName, regionName, roleName } from '../reading/names.ts'

const mostPerMinute = 240

export const createSearchRoutes = (deps: Deps) => {
  const count = createBrake()
  return new Hono<ApiEnv>().get(
    '/search',
    describeRoute({
      tags: ['search'],
      summary: 'Cases, enterprises and people in scope that hold all the words',
    }),
    checked('query', searchQuery),
    async (c) => {
      const { actor } = c.var
      if (actor.kind !== 'person')
        throw new DomainError('not-allowed', [
          text('供登录人员使用', 'For people who have signed in'),
        ])
      count(actor.id)
      const { q, kinds, limit } = c.req.valid('query')
      return c.json(await search(deps, c.var, wordsOf(q), kinds.split(',') as SearchKind[], limit))
    },
  )
}

/** A person who types is not held up; who asks faster than anybody types is, until the minute is over. */
const createBrake = () => {
  let [minute, query] = [0, new Map<string, number>()]
  return (who: string): void => {
    const now = Math.floor(performance.now() / 60_000)
    if (now !== minute) [minute, query] = [now, new Map()]
    const before = query.get(who) ?? 0
    if (before >= mostPerMinute) throw new DomainError('rate-limited', [], { retryAfter: 60 })
    query.set(who, before + 1)
  }
}

const search = async (
  deps: Deps,
  reader: Variables,
  words: string[],
  kinds: SearchKind[],
  limit: number,
): Promise<SearchView> => {
  if (words.length === 0) return { cases: [], enterprises: [], people: [] }
  const { actor, scope, at } = reader
  const of = <Found>(kind: SearchKind, find: () => Promise<Found[]>) =>
    kinds.includes(kind) ? find() : []
  return withScope(deps.connection.pool, scope, async (tx) => {
    const cases = await of('case', () => findCases(tx, words, limit))
    const enterprises = await of('enterprise', () => findEnterprises(tx, scope, words, limit))
    const people = await of('person', () => findPeople(tx, scope, words, limit, at))
    return {
      cases: cases.map((found) => caseView(deps, found, words, audienceOf(actor))),
      enterprises: enterprises.map(({ id, name, code, region }) => ({
        id,
        name: marked(name, words),
        code: marked(code, words),
        region: regionName(region),
      })),
      people: people.map((found) => personView(found, words)),
    }
  })
}

const caseView = (
  deps: Deps,
  { record, enterprise, body }: CaseFound,
  words: string[],
  audience: Audience,
): FoundCase => {
  const process = processOf(deps, record)
  return {
    id: record.id,
    process: record.process,
    number: marked(record.number, words),
    title: marked(record.title, words),
    enterprise: enterprise === null ? null : marked(enterprise, words),
    state: stateWords(process, stateKey(record.snapshot.value), audience, record.snapshot.context),
    status: record.status,
    level: process.level(record),
    excerpt: body === null ? null : excerpt(body, words),
  }
}

const personView = (
  { id, name, mail, enterprise, office, role }: PersonFound,
  words: string[],
): SearchedPerson => ({
  id,
  name: marked(name, words),
  mail,
  enterprise,
  office: officeName(office, enterprise),
  role: roleName(role),
})
