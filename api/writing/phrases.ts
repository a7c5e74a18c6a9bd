// How does a person keep his phrases for opinions, and who keeps those of an office?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { OfficePhrases, PhraseList, PhrasesView } from '../../contract/writing/phrases.ts'
import { phrasesBody } from '../../contract/writing/phrases.ts'
import {
  type KeptPhrases,
  keepPhrases,
  officesIn,
  type PhrasesOf,
  readPhrases,
} from '../../db/organisation/phrases.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { phraseFaults, phraseOffices } from '../../domain/phrases/phrases.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'
import { officeName } from '../reading/names.ts'

type PhrasesInput = v.InferOutput<typeof phrasesBody>
type C = Context<ApiEnv>

export const createPhraseRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['phrases'],
        summary: 'Phrases of one’s own, and those of one’s offices',
      }),
      async (c) => c.json(await phrasesFor(deps, c)),
    )
    .put(
      '/own',
      describeRoute({ tags: ['phrases'], summary: 'Keep one’s own phrases, in this order' }),
      checked('json', phrasesBody),
      async (c) => c.json(await keep(deps, c, { person: personOf(c).id }, c.req.valid('json'))),
    )
    .put(
      '/offices/:office',
      describeRoute({
        tags: ['phrases'],
        summary: 'Keep the phrases of an office that one is at the head of or administers',
      }),
      checked('json', phrasesBody),
      async (c) => {
        const office = c.req.param('office')
        const known = (await phrasesFor(deps, c)).offices.find((one) => one.office === office)
        if (!known) throw new DomainError('not-found')
        if (!known.keeps) throw new DomainError('not-allowed', [administrators])
        return c.json(await keep(deps, c, { office }, c.req.valid('json')))
      },
    )

const administrators = text(
  '科室常用意见由科室负责人或者系统管理员维护',
  'The head of the office or an administrator keeps its phrases',
)

const personOf = (c: C): Person => {
  const actor = c.get('actor')
  if (actor.kind !== 'person')
    throw new DomainError('not-allowed', [text('常用意见供个人使用', 'Phrases are for people')])
  return actor
}

/** In whose regions a person answers for the platform or for offices: of those all offices are asked. */
const regionsOf = ({ appointments }: Person): string[] => [
  ...new Set(
    appointments
      .filter(({ role }) => role === 'administrator' || role === 'leader')
      .map(({ region }) => region),
  ),
]

const phrasesFor = async (deps: Deps, c: C): Promise<PhrasesView> => {
  const person = personOf(c)
  return withScope(deps.connection.pool, { ...c.get('scope'), person: person.id }, async (tx) => {
    const reach = phraseOffices(person, await officesIn(tx, regionsOf(person)))
    const rows = await readPhrases(
      tx,
      person.id,
      reach.map(({ office }) => office),
    )
    return {
      own: listOf(rows.find((row) => row.person === person.id)),
      offices: reach.map(
        ({ office, ...may }): OfficePhrases => ({
          office,
          name: officeName(office),
          ...may,
          ...listOf(rows.find((row) => row.office === office)),
        }),
      ),
    }
  })
}

const listOf = (row: Pick<KeptPhrases, 'items' | 'revision'> | undefined): PhraseList => ({
  items: row?.items ?? [],
  revision: row?.revision ?? 0,
})

/** Sent twice, the second finds what the first has kept; sent over somebody else's change, it is refused. */
const keep = async (
  deps: Deps,
  c: C,
  whose: PhrasesOf,
  { items, revision }: PhrasesInput,
): Promise<PhraseList> => {
  const faults = phraseFaults(items)
  if (faults.length > 0)
    throw invalid(faults.map(({ at, fault }) => ({ path: `items.${at}`, message: fault })))
  const by = personOf(c)
  const kept = await keepPhrases(deps.connection.db, whose, {
    items,
    revision,
    by: by.id,
    at: c.get('at'),
  })
  if (kept) return listOf(kept)
  const { own, offices } = await phrasesFor(deps, c)
  const now = 'person' in whose ? own : offices.find(({ office }) => office === whose.office)
  if (now && now.revision === revision + 1 && JSON.stringify(now.items) === JSON.stringify(items))
    return { items: now.items, revision: now.revision }
  throw new DomainError(
    'stale-revision',
    [text('常用意见已在别处修改，请刷新', 'The phrases were changed elsewhere; load them again')],
    {
      revision: now?.revision ?? 0,
    },
  )
}
