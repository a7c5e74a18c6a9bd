// What stands in the database of a city after five years of enforcement: enterprises, and penalty cases in every stage?
import { sql } from 'drizzle-orm'
import { query } from '../../bin/infra/postgres/postgres.ts'
import { enterAll, seedEntries } from '../../bin/seed/entries.ts'
import { createPeople } from '../../bin/seed/people.ts'
import { play } from '../../bin/seed/play.ts'
import { beginningOf, cuesOf } from '../../bin/seed/script.ts'
import { enforcement } from '../../bin/seed/stories/enforcement.ts'
import type { Database } from '../../db/client.ts'
import { createClock } from '../../db/clock.ts'
import { enterprises } from '../../db/schema/organisation/organisation.ts'
import { searchTexts } from '../../db/schema/search/search.ts'
import { inLetters } from '../../domain/search/pinyin.ts'
import { plainOf, tokensOf } from '../../domain/search/tokens.ts'
import { type Instant, instant } from '../../domain/time/instant.ts'
import { rowsOfCopies } from '../filling/case-rows.ts'
import { abreast } from '../loop.ts'
import type { Log, Stage } from '../stage.ts'
import { companies } from '../wall/wall-fill.ts'

export type EnforcementSize = { enterprises: number; cases: number }

/** Where the stories of the demo are told. */
const HOME = '330822'
const BATCH = 2_500
const SECONDS_OF_FIVE_YEARS = 157_680_000
/** What goes on was opened within so many seconds: half a year. */
const SECONDS_OF_RUNNING = 15_552_000
/** One in so many goes on; the others have ended. */
const RUNNING_IN = 10
const tables = [
  'cases',
  'case_facts',
  'case_items',
  'tasks',
  'obligations',
  'escalation_levels',
  'notices',
]

/** Plays the penalty cases of the demo through the product; answers their ids. */
export const makePenaltyCases = async (stage: Stage, log: Log): Promise<string[]> => {
  const founded = instant(Date.now())
  await createClock(stage.db, true).setNow(beginningOf(founded))
  const people = createPeople(stage.base)
  const early = seedEntries.filter(({ early }) => early)
  const untaken = await enterAll(people, founded, () => undefined, early)
  const { refused } = await play({ db: stage.db, people, log }, cuesOf(enforcement, founded))
  if (untaken + refused > 0) throw new Error('a penalty case of the demo was refused')
  const { rows } = await query(
    stage.databaseUrl,
    `SELECT id FROM cases WHERE process = 'enforcement-case' ORDER BY opened_at`,
  )
  return rows.map(({ id }) => id as string)
}

/** Rows are the product's own, under other ids, places and moments. */
export const fillEnforcement = async (
  { db, databaseUrl }: Stage,
  sources: string[],
  size: EnforcementSize,
): Promise<void> => {
  await writeEnterprises(db, size.enterprises)
  const { rows: indexes } = await query(
    databaseUrl,
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = ANY('{${tables}}') AND indexdef LIKE 'CREATE INDEX%'`,
  )
  await query(
    databaseUrl,
    [
      `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`,
      ...indexes.map(({ name }) => `DROP INDEX ${name}`),
      ...sources.flatMap((id, at) => {
        const made = `bench_enforcement_${at}`
        return [
          copies(made, id, Math.ceil(size.cases / sources.length), size),
          ...rowsOfCopies(made),
        ]
      }),
      ...indexes.map(({ made }) => made as string),
    ].join(';\n'),
  )
  await writeHeads(db, databaseUrl)
  await query(databaseUrl, `UPDATE cases SET wake_at = NULL`)
  for (const table of [...tables, 'enterprises', 'search_texts'])
    await query(databaseUrl, `VACUUM (ANALYZE) ${table}`)
  await query(databaseUrl, 'CHECKPOINT')
}

const enterpriseAt = (n: number) => {
  const company = companies[n % companies.length] as (typeof companies)[number]
  const branch = Math.floor(n / companies.length)
  const name = branch === 0 ? company.name : `${company.name}第${branch}分公司`
  return {
    id: `bench-${n}`,
    region: company.region,
    name,
    code: `91330800B${String(n).padStart(9, '0')}`,
  }
}

const writeEnterprises = (db: Database, count: number): Promise<void> =>
  abreast(Math.ceil(count / BATCH), 2, async (batch) => {
    const rows = Array.from({ length: Math.min(BATCH, count - batch * BATCH) }, (_, at) =>
      enterpriseAt(batch * BATCH + at),
    )
    await db.insert(enterprises).values(
      rows.map((one) => ({
        ...one,
        pinyin: inLetters(one.name).split(' ').at(-1) ?? '',
        industry: '测量',
        address: '一号路',
        principal: '某某',
      })),
    )
  })

const scattered = (n: string, most: number): string => `abs(hashint8(${n})::bigint) % ${most}`

/** One row for each copy, at an enterprise anywhere in the city; what has ended was opened anywhere in the five years. */
const copies = (name: string, id: string, count: number, size: EnforcementSize): string => {
  const ended = `g.n % ${RUNNING_IN} > 0`
  return `CREATE TABLE ${name} AS SELECT '${id}'::text AS source, md5('${name}' || g.n)::uuid::text AS id, '${name}〔2026〕' || g.n || '号' AS number, ${ended} AS ended,
    g.n AS place, '${HOME}' AS home, e.region, e.id AS enterprise,
    now() - make_interval(secs => (${scattered('g.n', 1_000_000)}) / 1000000.0 * CASE WHEN ${ended} THEN ${SECONDS_OF_FIVE_YEARS} ELSE ${SECONDS_OF_RUNNING} END) - t.opened_at AS shift
  FROM generate_series(1, ${count}) g(n) JOIN enterprises e ON e.id = 'bench-' || (${scattered('g.n + 11', size.enterprises)})
    CROSS JOIN (SELECT opened_at FROM cases WHERE id = '${id}') t`
}

/** Head of each copy, cut into tokens as the product cuts them. */
const writeHeads = async (db: Database, databaseUrl: string): Promise<void> => {
  const { rows } = await query(
    databaseUrl,
    `SELECT c.id, c.number, c.title, c.region, c.owner, c.opened_at AS at, e.name, e.code FROM cases c JOIN enterprises e ON e.id = c.owner WHERE e.id LIKE 'bench-%'`,
  )
  await abreast(Math.ceil(rows.length / BATCH), 2, async (batch) => {
    const heads = rows.slice(batch * BATCH, (batch + 1) * BATCH).map((row) => {
      const { id, number, title, region, owner, name, code } = row as Record<string, string>
      const words = [number, title, name, code, inLetters(name ?? '')].join(' ').toLowerCase()
      return {
        caseId: id as string,
        seq: 0,
        region: region as string,
        owner: owner as string,
        at: instant(Date.parse(String(row.at))) as Instant,
        body: '',
        plain: plainOf(words),
        tokens: sql`array_to_tsvector(${sql.param(tokensOf(words))}::text[])`,
      }
    })
    await db.insert(searchTexts).values(heads)
  })
}
