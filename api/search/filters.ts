// How does a person keep a filter of a list under a name, and lend it to the office?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { SavedFilter } from '../../contract/search/search.ts'
import { filterBody, filterChangeBody, filtersQuery } from '../../contract/search/search.ts'
import {
  changeFilter,
  dropFilter,
  type KeptFilter,
  keepFilter,
  type OwnedFilter,
  type Reach,
  readFilter,
  readFilters,
} from '../../db/search/filters.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { keptQuery } from '../../domain/search/filters.ts'
import { type FilteredList, mostFilters } from '../../domain/search/saved-filter.ts'
import { authorOf, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'

type FilterInput = Pick<v.InferOutput<typeof filterBody>, 'name' | 'query' | 'sharedWith'>

export const createFilterRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['filters'],
        summary: 'Filters of one’s own, and those shared with one’s office',
      }),
      checked('query', filtersQuery),
      async (c) => {
        const reader = readerOf(c)
        const rows = await readFilters(
          deps.connection.db,
          reachOf(reader),
          c.req.valid('query').list ?? null,
        )
        return c.json({ items: rows.map((row) => viewOf(row, reader)) })
      },
    )
    .post(
      '/',
      describeRoute({ tags: ['filters'], summary: 'Keep a filter' }),
      checked('json', filterBody),
      (c) => keep(deps, c, c.req.valid('json')),
    )
    .put(
      '/:id',
      describeRoute({
        tags: ['filters'],
        summary: 'Rename, change or share a filter of one’s own',
      }),
      checked('json', filterChangeBody),
      async (c) => {
        const reader = readerOf(c)
        const body = c.req.valid('json')
        const known = await ownFilter(deps, reader, c.req.param('id'))
        const updatedAt = c.get('at')
        const change = { ...accepted(body, known.list, reader), updatedAt }
        await changeFilter(deps.connection.db, known.id, change)
        return c.json(viewOf({ ...known, ...change }, reader))
      },
    )
    .delete(
      '/:id',
      describeRoute({ tags: ['filters'], summary: 'Take a filter of one’s own away' }),
      async (c) => {
        const { id } = await ownFilter(deps, readerOf(c), c.req.param('id'))
        await dropFilter(deps.connection.db, id)
        return c.body(null, 204)
      },
    )

const keep = async (
  deps: Deps,
  c: Context<ApiEnv>,
  body: v.InferOutput<typeof filterBody>,
): Promise<Response> => {
  const reader = readerOf(c)
  const [request, at] = [requestOf(c, body), c.get('at')]
  const wanted: KeptFilter = {
    id: request.id,
    owner: reader.id,
    list: body.list,
    ...accepted(body, body.list, reader),
    createdAt: at,
    updatedAt: at,
  }
  const row = await keepFilter(deps.connection.db, wanted, mostFilters)
  if (!row)
    throw new DomainError('invalid-input', [
      text(`最多保存 ${mostFilters} 个筛选`, `At most ${mostFilters} filters are kept`),
    ])
  if (hashOfFilter(row) !== hashOfFilter(wanted) && row.updatedAt === row.createdAt)
    throw new DomainError('key-reused')
  return c.json(viewOf({ ...row, ownerName: reader.name }, reader), 201)
}

const hashOfFilter = ({ name, list, query, sharedWith }: KeptFilter): string =>
  bodyHash({ name, list, query, sharedWith })

const readerOf = (c: Context<ApiEnv>): Person => {
  const reader = authorOf(c.get('actor'))
  if (reader.kind !== 'person' || !isStaff(reader))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  return reader
}

const officesOf = ({ appointments }: Person): string[] => appointments.map(({ office }) => office)
const reachOf = (reader: Person): Reach => ({ person: reader.id, offices: officesOf(reader) })

/** Others’ filters are not there to be changed: a shared one says so, of the rest nobody learns. */
const ownFilter = async (deps: Deps, reader: Person, id: string): Promise<OwnedFilter> => {
  const found = await readFilter(deps.connection.db, reachOf(reader), id)
  if (!found) throw new DomainError('not-found')
  if (found.owner !== reader.id)
    throw new DomainError('not-allowed', [
      text('只有保存人可以修改', 'Only its owner may change it'),
    ])
  return found
}

const accepted = (
  { name, query, sharedWith }: FilterInput,
  list: FilteredList,
  reader: Person,
): FilterInput => {
  const kept = keptQuery(list, query)
  if (kept === null) throw invalid([{ path: 'query', message: 'is no filter of this list' }])
  if (sharedWith !== null && !officesOf(reader).includes(sharedWith))
    throw invalid([{ path: 'sharedWith', message: 'is no office of yours' }])
  return { name, query: kept, sharedWith }
}

const viewOf = (
  { id, owner, ownerName, name, list, query, sharedWith, updatedAt }: OwnedFilter,
  reader: Person,
): SavedFilter => ({
  id,
  name,
  list,
  query,
  sharedWith,
  updatedAt,
  mine: owner === reader.id,
  owner: ownerName ?? owner,
})
