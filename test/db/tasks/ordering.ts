// People with posts, and orders by which some stand in for others, in a database of their own.
import { randomUUID } from 'node:crypto'
import { connect } from '../../../db/client.ts'
import { appointments, persons } from '../../../db/schema/organisation/organisation.ts'
import {
  substitutionAgreements,
  substitutions,
} from '../../../db/schema/organisation/substitutions.ts'
import type { Region } from '../../../domain/organisation/regions.ts'
import { later } from '../../../domain/time/instant.ts'
import { createDatabase } from '../../support/servers/infra.ts'

export const now = '2026-03-05T02:00:00.000Z'
export const [before, after] = [later(now, -1_000), later(now, 1_000)]
export const long = '2004-01-01T00:00:00.000Z'
export const office = '330802-bureau'
export const chief = `${office}/section-chief`

type Post = {
  role: string
  office?: string
  region?: Region
  since?: string
  until?: string | null
}
type Order = Partial<typeof substitutions.$inferInsert>

export type Orders = Awaited<ReturnType<typeof openOrders>>

export const openOrders = async () => {
  const { url, drop } = await createDatabase()
  const { db, pool, close } = connect(url)
  const somebody = async (posts: Post[], active = true): Promise<string> => {
    const id = `p-${randomUUID().slice(0, 8)}`
    const person = { id, username: id, name: `甲${id}`, pinyin: id, mail: `${id}@anjian.example` }
    await db.insert(persons).values({ ...person, enterprise: null, active })
    for (const { role, since = long, until = null, ...where } of posts)
      await db.insert(appointments).values({
        person: id,
        office,
        region: '330802',
        role: role as never,
        since,
        until,
        ...where,
      })
    return id
  }
  const wantedFor = (person: string, substitute: string, more: Order = {}) => ({
    id: randomUUID(),
    person,
    substitute,
    fromDay: '2026-03-05',
    toDay: '2026-03-05',
    since: before,
    until: after,
    order: '衢应急〔2026〕1号',
    reason: '出差',
    posts: [chief],
    bodyHash: 'x',
    createdBy: person,
    createdAt: long,
    ...more,
  })
  /** One that is in force around `now`, unless it says otherwise. */
  const ordered = async (
    person: string,
    substitute: string,
    more: Order = {},
    agreedAt: string | null = long,
  ) => {
    const row = wantedFor(person, substitute, more)
    await db.insert(substitutions).values(row)
    if (agreedAt !== null)
      await db.insert(substitutionAgreements).values({ substitution: row.id, at: agreedAt })
    return row.id
  }
  const pair = async (more: Order = {}, agreedAt: string | null = long) => {
    const [absent, other] = [
      await somebody([{ role: 'section-chief' }]),
      await somebody([{ role: 'inspector' }]),
    ]
    return { absent, other, id: await ordered(absent, other, more, agreedAt) }
  }
  return { db, pool, somebody, wantedFor, ordered, pair, close: () => close().then(drop) }
}
