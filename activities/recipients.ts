// Who holds the posts that a notice is addressed to, and who stands in for those who are absent?
import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Executor } from '../db/client.ts'
import { appointments, persons } from '../db/schema/organisation/organisation.ts'
import { statement } from '../db/statements.ts'
import { substitutesOf } from '../db/tasks/substitutions.ts'
import { type Text, text } from '../domain/language/words.ts'
import type { OnBehalfOf } from '../domain/organisation/actor.ts'
import type { Instant } from '../domain/time/instant.ts'

/** `onBehalfOf`: for whom he is told as a substitute; empty for whoever holds a post himself only. */
export type Recipient = { id: string; mail: string; onBehalfOf: OnBehalfOf[] }

export type PostHolder = { id: string; mail: string; group: string }
/** Who of those who hold the posts is meant. */
export type Choice = (holders: PostHolder[]) => Promise<PostHolder[]>
const everybody: Choice = async (holders) => holders

/** Holders of the posts now and people by name, and with each absent one also his substitute: both are notified, and both are kept. */
export const recipientsOf = async (
  tx: Executor,
  groups: string[],
  now: Instant,
  people: string[] = [],
  chosen: Choice = everybody,
): Promise<Recipient[]> => {
  const [ofPosts, byName] = await Promise.all([holdersOf(tx, groups, now), namedOf(tx, people)])
  const holders = [...(await chosen(ofPosts)), ...byName]
  const recipients = new Map<string, Recipient>(
    holders.map(({ id, mail }) => [id, { id, mail, onBehalfOf: [] }]),
  )
  const standing = await substitutesOf(tx, [...recipients.keys()], now)
  for (const { person, name, order, posts, substitute } of standing) {
    const covered = holders.some(
      ({ id, group }) => id === person && (group === null || posts.includes(group)),
    )
    if (!covered) continue
    const known = recipients.get(substitute.id) ?? {
      id: substitute.id,
      mail: substitute.mail,
      onBehalfOf: [],
    }
    const others = known.onBehalfOf.filter(({ id }) => id !== person)
    recipients.set(substitute.id, {
      ...known,
      onBehalfOf: [...others, { id: person, name, order }],
    })
  }
  return [...recipients.values()]
}

const holdersOf = async (tx: Executor, groups: string[], now: Instant): Promise<PostHolder[]> => {
  if (groups.length === 0) return []
  const offices = groups.map((group) => group.slice(0, group.lastIndexOf('/')))
  const rows = await statement(tx, 'holders_of_offices', selectHolders).execute({ offices, now })
  return rows
    .map(({ id, mail, office, role }) => ({ id, mail, group: `${office}/${role}` }))
    .filter(({ group }) => groups.includes(group))
}

const selectHolders = (db: Executor) => {
  const now = sql.placeholder('now')
  return db
    .select({
      id: persons.id,
      mail: persons.mail,
      office: appointments.office,
      role: appointments.role,
    })
    .from(appointments)
    .innerJoin(persons, eq(persons.id, appointments.person))
    .where(
      and(
        sql`${appointments.office} = ANY(${sql.placeholder('offices')}::text[])`,
        eq(persons.active, true),
        lte(appointments.since, now),
        or(isNull(appointments.until), gt(appointments.until, now)),
      ),
    )
}

/** Who is asked by name is told whatever post he holds. */
const namedOf = async (tx: Executor, people: string[]) => {
  if (people.length === 0) return []
  const rows = await tx
    .select({ id: persons.id, mail: persons.mail })
    .from(persons)
    .where(and(inArray(persons.id, people), eq(persons.active, true)))
  return rows.map((row) => ({ ...row, group: null }))
}

/** What a substitute reads: the notice, and for whom he gets it. */
export const bodyFor = (body: Text, { onBehalfOf }: Recipient): Text => {
  if (onBehalfOf.length === 0) return body
  const zh = onBehalfOf.map(({ name, order }) => `${name}（${order}）`).join('、')
  const en = onBehalfOf.map(({ name, order }) => `${name} (${order})`).join(', ')
  return text(
    `${body.zh}（您作为代理人代 ${zh} 收到本通知）`,
    `${body.en} (You receive this as the substitute of ${en}.)`,
  )
}
