// What stands in the database of a large province: offices, cases, a million open tasks and three million closed ones?
import { hashPassword } from '../../api/http/accounts.ts'
import { query } from '../../bin/infra/postgres/postgres.ts'
import { DEMO_PASSWORD } from '../../bin/seed/accounts.ts'
import { saveAccount } from '../../db/organisation/accounts.ts'
import { appointments, persons } from '../../db/schema/organisation/organisation.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import type { Stage } from '../stage.ts'

/** Groups are spread evenly over offices and roles, offices over counties: the remainders below rest on these numbers. */
const COUNTIES: Region[] = ['330802', '330803', '330822', '330824', '330825', '330871', '330881']
const ROLES: Role[] = ['inspector', 'clerk', 'reviewer', 'section-chief']
const OFFICES = 3_000
const CASES = 50_001
const OPEN_ROWS = 1_000_000
const CLOSED_ROWS = 3_000_000
/** Every thirty-third task stands in two groups: so many tasks give so many rows. */
const tasksFor = (rows: number): number => Math.ceil((rows * 33) / 34)
const OPEN_TASKS = tasksFor(OPEN_ROWS)

const post = (office: number, role: Role) => ({
  office: `bench-${office}`,
  role,
  region: COUNTIES[office % COUNTIES.length] as Region,
})

/** Three roles in one office; and three roles in each of a hundred. */
export const readers = {
  restricted: { id: 'bench-700', posts: ROLES.slice(0, 3).map((role) => post(700, role)) },
  leader: {
    id: 'bench-leader',
    posts: Array.from({ length: 100 }, (_, office) =>
      ROLES.slice(0, 3).map((role) => post(office, role)),
    ).flat(),
  },
}

/** `caseId` is a case the product itself has opened: the others are copies of it. */
export const fillInbox = async (stage: Stage, caseId: string): Promise<void> => {
  await signUp(stage)
  const tables = `('tasks', 'task_people', 'cases')`
  const { rows: indexes } = await query(
    stage.databaseUrl,
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename IN ${tables} AND indexdef LIKE 'CREATE INDEX%'`,
  )
  const dropped = indexes.map(({ name }) => `DROP INDEX ${name}`)
  const statements = [
    ...dropped,
    offices,
    casesLike(caseId),
    openTasks,
    closedTasks,
    hands,
    ...indexes.map(({ made }) => made as string),
  ]
  const settings = `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '64MB'`
  await query(stage.databaseUrl, [settings, ...statements].join(';\n'))
  await query(stage.databaseUrl, 'VACUUM (ANALYZE, FREEZE) tasks')
  for (const table of ['cases', 'task_people', 'appointments', 'offices'])
    await query(stage.databaseUrl, `VACUUM (ANALYZE) ${table}`)
  await query(stage.databaseUrl, 'CHECKPOINT')
}

const signUp = async ({ db }: Stage): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const { id, posts } of Object.values(readers)) {
    await db.insert(persons).values({
      id,
      username: id,
      name: id,
      pinyin: id,
      mail: `${id}@anjian.example`,
      enterprise: null,
      active: true,
    })
    await db
      .insert(appointments)
      .values(posts.map((held) => ({ person: id, ...held, since: '2020-01-01T00:00:00.000Z' })))
    await saveAccount(db, { id, username: id, name: id, passwordHash })
  }
}

const counties = `(ARRAY['${COUNTIES.join("','")}'])`
const roles = `(ARRAY['${ROLES.join("','")}'])`
const county = `${counties}[n % 7 + 1]`
const office = '(n % 7 + 7 * ((n / 7) % 428))'
const caseOf = `md5((n % ${CASES})::text)::uuid::text`
// As long as the product's own, but in ascending order: a million random places in an index take minutes.
const taskOf = `lpad(n::text, 8, '0') || '-a0b9-4382-8dcc-509a6f75849b:verify:1'`
const role = `${roles}[(n / 2996 + also) % 4 + 1]`
/** Moments spread over about two hundred days, the same in every run. */
const spread = (from: string) =>
  `date_trunc('hour', now()) + interval '${from}' + make_interval(mins => (abs(hashint8(n)) % 288000)::int)`

const offices = `INSERT INTO offices (id, kind, region, name)
  SELECT 'bench-' || n, 'emergency', ${county}, jsonb_build_object('zh', '办公室 ' || n, 'en', 'Office ' || n) FROM generate_series(0, ${OFFICES - 1}) n`

const casesLike = (caseId: string): string => `INSERT INTO cases
  SELECT (jsonb_populate_record(t, jsonb_build_object('id', made.id, 'number', made.number, 'region', made.county, 'wake_at', NULL,
    'record', t.record || jsonb_build_object('id', made.id, 'number', made.number, 'region', made.county)))).*
  FROM cases t, (SELECT ${caseOf} AS id, 'B-' || n AS number, ${county} AS county FROM generate_series(0, ${CASES - 1}) n) made
  WHERE t.id = '${caseId}'`

const columns = `id, grp, case_id, process, task, open, assignee, assignee_name, due_at, opened_at, closed_at, done_by, region, owner, seen, revision`
const tasksFrom = (
  first: number,
  last: number,
  ofState: string,
): string => `INSERT INTO tasks (${columns})
  SELECT ${taskOf}, 'bench-' || ${office} || '/' || ${role}, ${caseOf}, 'hazard-rectification', 'verify', ${ofState}, ${county}, 'e001', n % 3 = 0, 1
  FROM generate_series(${first}, ${last}) n, generate_series(0, 1) also WHERE also = 0 OR n % 33 = 0`

const assigned = (value: string) => `CASE WHEN n % 40 = 0 THEN ${value} END`
const openTasks = tasksFrom(
  1,
  OPEN_TASKS,
  `true, ${assigned(`'bench-' || ${office}`)}, ${assigned(`'某某'`)}, ${spread('-20 days')}, ${spread('-240 days')}, NULL, NULL`,
)
const closedTasks = tasksFrom(
  OPEN_TASKS + 1,
  OPEN_TASKS + tasksFor(CLOSED_ROWS),
  `false, 'bench-' || ${office}, '某某', ${spread('-600 days')}, ${spread('-640 days')}, ${spread('-620 days')}, 'bench-' || ${office}`,
)

/** One open task in two hundred waits for a second hand; closed ones were signed, and copied to a neighbour. */
const hands = `INSERT INTO task_people (task_id, case_id, person, why, at)
  SELECT ${taskOf}, ${caseOf}, 'bench-' || CASE why WHEN 'signed' THEN ${office} ELSE (n % ${OFFICES}) END, why, ${spread('-620 days')}
  FROM generate_series(1, ${OPEN_TASKS + tasksFor(CLOSED_ROWS)}) n, unnest(ARRAY['signed', 'copied']) why
  WHERE n % CASE WHEN n <= ${OPEN_TASKS} THEN 200 WHEN why = 'signed' THEN 10 ELSE 20 END = 0`
