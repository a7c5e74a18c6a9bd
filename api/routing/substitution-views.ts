// How does a substitution look to a reader: who has consented, and whose consent does it wait for?
import type { SubstitutionView } from '../../contract/routing/substitutions.ts'
import { type KnownSubstitution, namesOf, ownPostsOf } from '../../db/tasks/substitution-orders.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import {
  awaited,
  type Bargain,
  type Consent,
  sideOf,
  sides,
  waitsFor,
} from '../../domain/organisation/consents.ts'
import { coveredOf, inForce, mayGrantFor } from '../../domain/organisation/substitutions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { groupName } from '../reading/names.ts'

type Posts = Awaited<ReturnType<typeof ownPostsOf>>

/** What stands between the two, and who has consented, each with the posts he holds now. */
export const bargainOf = (
  row: KnownSubstitution,
  posts: Posts,
  by: Person,
): { bargain: Bargain; consents: Consent[] } => {
  const known = (id: string): Person => ({ ...by, id, appointments: posts.get(id) ?? [] })
  const absent = known(row.person)
  return {
    bargain: { absent, substitute: known(row.substitute), posts: coveredOf(absent, row.posts) },
    consents: row.consents.map(({ person, side }) => ({ side, by: known(person) })),
  }
}

/** Everybody whose posts it takes to judge these. */
export const concerned = (rows: KnownSubstitution[]): string[] => [
  ...new Set(
    rows.flatMap((row) => [
      row.person,
      row.substitute,
      ...row.consents.map(({ person }) => person),
    ]),
  ),
]

export const substitutionViews = async (
  { connection }: Pick<Deps, 'connection'>,
  by: Person,
  rows: KnownSubstitution[],
  at: Instant,
): Promise<SubstitutionView[]> => {
  const ids = concerned(rows)
  const others = rows.flatMap((row) => [row.createdBy, ...(row.endedBy ? [row.endedBy] : [])])
  const names = await namesOf(connection.db, [...new Set([...ids, ...others])])
  const posts = await ownPostsOf(connection.db, ids, at)
  return rows.map((row) => {
    const status = statusOf(row, at)
    const { bargain, consents } = bargainOf(row, posts, by)
    const waiting = status === 'waiting'
    const lasting = waiting || status === 'planned' || status === 'in-force'
    const mine = waiting ? sideOf(by, bargain, consents) : null
    return {
      ...viewOf(row, names),
      status,
      waitsFor: waiting
        ? waitsFor(bargain, consents).map((side) => ({
            side,
            words: sides[side],
            who: awaited[side],
          }))
        : [],
      mayAgree: mine === null ? null : sides[mine],
      mayEnd:
        lasting &&
        (mine !== null ||
          (waiting && row.substitute === by.id) ||
          mayGrantFor(by, bargain.absent, row.posts) === true),
    }
  })
}

const viewOf = (
  row: KnownSubstitution,
  names: Map<string, string>,
): Omit<SubstitutionView, 'status' | 'mayEnd' | 'mayAgree' | 'waitsFor'> => {
  const { id, since, until, order, reason, createdAt, endedAt, endReason } = row
  const who = (person: string) => ({ id: person, name: names.get(person) ?? person })
  return {
    id,
    from: row.fromDay,
    to: row.toDay,
    since,
    until,
    order,
    reason,
    createdAt,
    endedAt,
    endReason,
    person: who(row.person),
    substitute: who(row.substitute),
    posts: row.posts.map((group) => ({ group, words: groupName(group) })),
    createdBy: who(row.createdBy).name,
    endedBy: row.endedBy === null ? null : who(row.endedBy).name,
    consents: row.consents.map(({ person, side, at }) => ({
      name: who(person).name,
      words: sides[side],
      at,
    })),
  }
}

const statusOf = (row: KnownSubstitution, at: Instant): SubstitutionView['status'] => {
  if (row.endedAt !== null) return 'ended'
  if (row.agreedAt === null) return at < row.until ? 'waiting' : 'over'
  if (inForce(row, at)) return 'in-force'
  return at < row.since ? 'planned' : 'over'
}
