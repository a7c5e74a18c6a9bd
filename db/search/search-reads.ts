// Which cases, enterprises and people hold the words, as far as their reader may know of them?
import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { inLetters } from '../../domain/search/pinyin.ts'
import { type Term, termsOf } from '../../domain/search/tokens.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { containing } from '../keyset.ts'
import { appointments, enterprises, persons } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'

export type CaseFound = {
  record: CaseRecord
  enterprise: string | null
  level: number | null
  body: string | null
}

/** Facts of one case stand beside each other: so many are read for each case that is shown. */
const factsPerCase = 4

/** Cases whose head holds the words stand first, then those in which they were written; the newest first. */
export const findCases = async (
  tx: Reader,
  words: string[],
  limit: number,
): Promise<CaseFound[]> => {
  const query = queryOf(termsOf(words))
  const like = sql`${sql.param(words)}::text[], ${query}::tsquery`
  const heads = await read(tx, sql`search_cases(${like}, true, ${limit})`, [], limit)
  if (heads.length >= limit) return heads
  const known = heads.map(({ record }) => record.id)
  const facts = await read(
    tx,
    sql`search_cases(${like}, false, ${limit * factsPerCase})`,
    known,
    limit - heads.length,
  )
  return [...heads, ...facts]
}

const read = async (
  tx: Reader,
  hits: SQL,
  without: string[],
  limit: number,
): Promise<CaseFound[]> => {
  const { rows } = await tx.execute<CaseFound>(sql`
    SELECT c.record, c.level, e.name AS enterprise, nullif(hit.body, '') AS body
    FROM (SELECT DISTINCT ON (case_id) * FROM ${hits} ORDER BY case_id, at DESC, seq DESC) hit
    JOIN cases c ON c.id = hit.case_id LEFT JOIN enterprises e ON e.id = c.owner
    WHERE c.id <> ALL (${sql.param(without)}::text[])
    ORDER BY hit.at DESC, c.id LIMIT ${limit}`)
  return rows
}

/** Tokens hold letters and digits only; quoted, they ask for themselves and nothing else. */
const queryOf = (terms: Term[]): string =>
  terms.map(({ token, begins }) => `'${token}'${begins ? ':*' : ''}`).join(' & ')

const inReach = (scope: Scope): SQL | undefined =>
  or(
    inArray(enterprises.region, scope.regions),
    scope.owner === null ? undefined : eq(enterprises.id, scope.owner),
  )

type EnterpriseFound = Pick<typeof enterprises.$inferSelect, 'id' | 'name' | 'code' | 'region'>

/** Enterprises in scope by name, code or pinyin. */
export const findEnterprises = async (
  tx: Reader,
  scope: Scope,
  words: string[],
  limit: number,
): Promise<EnterpriseFound[]> => {
  const { id, name, code, region } = enterprises
  const rows = tx
    .select({ id, name, code, region })
    .from(enterprises)
    .where(and(inReach(scope), ...inSigns(words, sql`${name} || ' ' || ${code}`)))
    .orderBy(asc(name))
  return spelt(words) ? byLetters(await rows, words, limit) : rows.limit(limit)
}

export type PersonFound = {
  id: string
  name: string
  mail: string
  enterprise: string | null
  office: string
  role: string
}

/** People who hold a post now: for officials in their regions, for an enterprise its own. */
export const findPeople = async (
  tx: Reader,
  scope: Scope,
  words: string[],
  limit: number,
  at: Instant,
): Promise<PersonFound[]> => {
  const theirs =
    scope.owner === null
      ? inArray(appointments.region, scope.regions)
      : eq(persons.enterprise, scope.owner)
  const held = and(
    eq(persons.id, appointments.person),
    lte(appointments.since, at),
    or(isNull(appointments.until), gt(appointments.until, at)),
  )
  const { id, name, mail } = persons
  const rows = tx
    .selectDistinctOn([name, id], {
      id,
      name,
      mail,
      enterprise: enterprises.name,
      office: appointments.office,
      role: appointments.role,
    })
    .from(persons)
    .innerJoin(appointments, held)
    .leftJoin(enterprises, eq(enterprises.id, persons.enterprise))
    .where(and(eq(persons.active, true), theirs, ...inSigns(words, sql`${name}`)))
    .orderBy(asc(name), asc(id))
  return spelt(words) ? byLetters(await rows, words, limit) : rows.limit(limit)
}

/** Words of letters alone may be pinyin, which no column holds whole: they are compared here, name by name. */
const spelt = (words: string[]): boolean => words.some((word) => /^[a-z]+$/.test(word))

const inSigns = (words: string[], column: SQL): SQL[] =>
  words
    .filter((word) => !/^[a-z]+$/.test(word))
    .map((word) => sql`lower(${column}) LIKE ${containing(word)}`)

const byLetters = <Row extends { name: string; code?: string }>(
  rows: Row[],
  words: string[],
  limit: number,
): Row[] => {
  const letters = words.filter((word) => /^[a-z]+$/.test(word))
  const found: Row[] = []
  for (const row of rows) {
    const known = `${row.name.toLowerCase()} ${row.code?.toLowerCase() ?? ''} ${inLetters(row.name)}`
    if (letters.every((word) => known.includes(word))) found.push(row)
    if (found.length === limit) break
  }
  return found
}
