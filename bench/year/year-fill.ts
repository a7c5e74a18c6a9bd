// What stands in the database after a year: 400 alarms a day with their cases, 120 emergencies with their orders?
import { query } from '../../bin/infra/postgres/postgres.ts'
import { openCases } from '../acts.ts'
import { copiedFrom, rowsOfCopies } from '../filling/case-rows.ts'
import { copyCase } from '../filling/copies.ts'
import { signIn } from '../http.ts'
import type { Stage } from '../stage.ts'
import type { Templates } from './year-templates.ts'

export type YearSize = { alarms: number; emergencies: number }
/** What rings now: the alarms of most of a day; and the emergencies that go on. */
const STANDING = 250
const GOING_ON = 6
const HAZARDS = 2_000
const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330871', '330881']

const tables = [
  'alarms',
  'alarm_events',
  'cases',
  'case_facts',
  'case_items',
  'tasks',
  'obligations',
  'escalation_levels',
  'notices',
]

/** Rows are the product's own, under other ids, places and moments. */
export const fillYear = async (
  stage: Stage,
  templates: Templates,
  { alarms, emergencies }: YearSize,
): Promise<void> => {
  const { databaseUrl } = stage
  const [hazard] = await openCases(await signIn(stage.base, 'e001.safety'), 1)
  const { rows: indexes } = await query(
    databaseUrl,
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = ANY('{${tables}}') AND indexdef LIKE 'CREATE INDEX%'`,
  )
  await query(
    databaseUrl,
    [
      `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`,
      ...indexes.map(({ name }) => `DROP INDEX ${name}`),
      placesOfDevices,
      copies('bench_ended', templates.ended, alarms, 'true'),
      copies('bench_standing', templates.standing, STANDING, 'false'),
      copies('bench_emergency', templates.emergency, emergencies, `g.n > ${GOING_ON}`),
      ...['bench_ended', 'bench_standing'].flatMap((made) => [alarmsOf(made), eventsOf(made)]),
      ...['bench_ended', 'bench_standing', 'bench_emergency'].flatMap(rowsOfCopies),
      ...indexes.map(({ made }) => made as string),
    ].join(';\n'),
  )
  await copyCase(stage, hazard as string, HAZARDS)
  await query(databaseUrl, `UPDATE cases SET wake_at = NULL`)
  for (const table of [...tables, 'devices', 'enterprises'])
    await query(databaseUrl, `VACUUM (ANALYZE) ${table}`)
  await query(databaseUrl, 'CHECKPOINT')
}

const county = (n: string): string => `(ARRAY['${COUNTIES.join("','")}'])[${n} % 7 + 1]`
const scattered = (n: string, most: number): string => `abs(hashint8(${n})::bigint) % ${most}`

/** Each detector stands somewhere in its county, at an enterprise of it; places are known to five digits. */
const placesOfDevices = `
  CREATE TABLE bench_places AS SELECT row_number() OVER (ORDER BY d.id) - 1 AS n, d.id, d.key, p.id AS point
    FROM devices d JOIN points p ON p.device = d.id WHERE d.feed = 'gauges';
  UPDATE devices d SET region = p.region, lon = 118.2 + (${scattered('p.n', 100_000)}) / 100000.0, lat = 28.5 + (${scattered('p.n + 7', 90_000)}) / 100000.0,
    enterprise = (SELECT e.id FROM enterprises e WHERE e.region = p.region ORDER BY md5(e.id || p.n) LIMIT 1)
  FROM (SELECT *, ${county('n')} AS region FROM bench_places) p WHERE d.id = p.id`

/** One row for each copy: its id, number, place and moment. What has ended lies anywhere in the year, what goes on within the last day, in the order in
 * which it came. */
const copies = (name: string, id: string, count: number, ended: string): string => `
  CREATE TABLE ${name} AS SELECT '${id}'::text AS source, md5('${name}' || g.n)::uuid::text AS id, '${name}〔2026〕' || g.n || '号' AS number, ${ended} AS ended, p.n AS place, '' AS home,
    d.region, d.enterprise, p.id AS device, p.point, p.key AS device_key,
    now() - make_interval(secs => 600 + (${count} - g.n + (${scattered('g.n', 1_000)}) / 1000.0) / ${count} * CASE WHEN ${ended} THEN 31536000 ELSE 80000 END) - t.opened_at AS shift
  FROM generate_series(1, ${count}) g(n) JOIN bench_places p ON p.n = (${scattered('g.n', 1_000)}) JOIN devices d ON d.id = p.id
    CROSS JOIN (SELECT opened_at FROM cases WHERE id = '${id}') t`

const alarmsOf = (made: string): string => `INSERT INTO alarms SELECT written.*
  ${copiedFrom('alarms', made, 'id', {
    key: `'bench ' || m.id`,
    device: 'm.device',
    point_id: 'm.point',
    region: 'm.region',
    enterprise: 'm.enterprise',
    site: `coalesce(m.enterprise, 'bench') || '/' || m.place % 4`,
    level: `1 + (m.place % 10 > 0)::int + (m.place % 10 > 3)::int + (m.place % 10 > 7)::int`,
    raised_at: 't.raised_at + m.shift',
    rtn_at: 't.rtn_at + m.shift',
    acked_at: 't.acked_at + m.shift',
    closed_at: 't.closed_at + m.shift',
    case_started: 't.case_started + m.shift',
    readings_kept: 'true',
  })}`

const eventsOf = (made: string): string => {
  const columns =
    'alarm, seq, key, region, enterprise, condition, synthetic, kind, at, recorded_at, level, value, "limit", text, by, event'
  return `INSERT INTO alarm_events (${columns})
    SELECT m.id::uuid, t.seq, 'bench ' || m.id, m.region, m.enterprise, t.condition, t.synthetic, t.kind, t.at + m.shift, t.recorded_at + m.shift, t.level, t.value, t."limit", t.text, t.by, t.event
    FROM ${made} m JOIN alarm_events t ON t.alarm = m.source::uuid`
}
