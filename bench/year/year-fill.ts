// What stands in the database after a year: 400 alarms a day with their cases, 120 emergencies with their orders?
import { query } from '../../bin/infra/postgres/postgres.ts'
import { openCases } from '../acts.ts'
import { copyCase } from '../copies.ts'
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
      ...['bench_ended', 'bench_standing', 'bench_emergency'].flatMap(rowsOf),
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
  CREATE TABLE ${name} AS SELECT '${id}'::text AS source, md5('${name}' || g.n)::uuid::text AS id, '${name}〔2026〕' || g.n || '号' AS number, ${ended} AS ended, p.n AS place,
    d.region, d.enterprise, p.id AS device, p.point, p.key AS device_key,
    now() - make_interval(secs => 600 + (${count} - g.n + (${scattered('g.n', 1_000)}) / 1000.0) / ${count} * CASE WHEN ${ended} THEN 31536000 ELSE 80000 END) - t.opened_at AS shift
  FROM generate_series(1, ${count}) g(n) JOIN bench_places p ON p.n = (${scattered('g.n', 1_000)}) JOIN devices d ON d.id = p.id
    CROSS JOIN (SELECT opened_at FROM cases WHERE id = '${id}') t`

/** Ids within a row are replaced in its text; moments are moved column by column. */
const copied = (
  table: string,
  made: string,
  source: string,
  more: Record<string, string>,
): string => {
  const set = Object.entries(more).map(([column, value]) => `'${column}', ${value}`)
  return `FROM ${made} m JOIN ${table} t ON t.${source} = m.source${source === 'id' && table === 'alarms' ? '::uuid' : ''},
    LATERAL (SELECT replace(to_jsonb(t)::text, m.source, m.id)::jsonb AS row) same,
    LATERAL jsonb_populate_record(NULL::${table}, same.row || jsonb_build_object(${set.join(', ')})) AS written`
}

const alarmsOf = (made: string): string => `INSERT INTO alarms SELECT written.*
  ${copied('alarms', made, 'id', {
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
  const columns = 'alarm, seq, key, kind, at, recorded_at, level, value, "limit", text, by, event'
  return `INSERT INTO alarm_events (${columns})
    SELECT m.id::uuid, t.seq, 'bench ' || m.id, t.kind, t.at + m.shift, t.recorded_at + m.shift, t.level, t.value, t."limit", t.text, t.by, t.event
    FROM ${made} m JOIN alarm_events t ON t.alarm = m.source::uuid`
}

/** A closed one has no open task and no running period. */
const rowsOf = (made: string): string[] => {
  const shift = (column: string) => ({ [column]: `t.${column} + m.shift` })
  const place = { region: 'm.region' }
  const owned = { ...place, owner: 'm.enterprise' }
  return [
    `INSERT INTO cases SELECT written.* ${copied('cases', made, 'id', {
      ...owned,
      ...shift('opened_at'),
      number: 'm.number',
      status: `CASE WHEN m.ended THEN 'closed' ELSE t.status END`,
      level: `CASE WHEN m.ended THEN NULL ELSE t.level END`,
      closed_at: `CASE WHEN m.ended THEN coalesce(t.closed_at, t.opened_at + interval '6 hours') + m.shift END`,
      due_at: 't.due_at + m.shift',
      wake_at: 'NULL::text',
      record: `(same.row -> 'record') || jsonb_build_object('number', m.number, 'region', m.region, 'owner', m.enterprise,
        'openedAt', to_char((t.opened_at + m.shift) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || CASE WHEN m.ended THEN jsonb_build_object('status', 'closed',
        'closedAt', to_char((t.opened_at + m.shift + interval '6 hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ELSE '{}' END`,
    })}`,
    `INSERT INTO case_facts SELECT written.* ${copied('case_facts', made, 'case_id', {
      ...shift('occurred_at'),
      ...shift('recorded_at'),
    })}`,
    `INSERT INTO case_items SELECT written.* ${copied('case_items', made, 'case_id', {
      ...shift('opened_at'),
      ...shift('moved_at'),
      ...shift('ended_at'),
      ...shift('due_at'),
    })}`,
    `INSERT INTO tasks SELECT written.* ${copied('tasks', made, 'case_id', {
      ...owned,
      ...shift('opened_at'),
      open: 't.open AND NOT m.ended',
      done_by: `CASE WHEN m.place % 20 = 0 THEN t.done_by ELSE 'bench-' || m.place % 20 END`,
      closed_at: 't.closed_at + m.shift',
      due_at: `CASE WHEN isfinite(t.due_at) AND t.due_at < '9000-01-01' THEN t.due_at + m.shift ELSE t.due_at END`,
    })}`,
    `INSERT INTO obligations SELECT written.* ${copied('obligations', made, 'case_id', {
      ...place,
      ...shift('due_at'),
      status: `CASE WHEN m.ended AND t.status = 'running' THEN 'met' ELSE t.status END`,
    })}`,
    `INSERT INTO escalation_levels SELECT written.* ${copied('escalation_levels', made, 'case_id', {
      ...shift('planned_at'),
      status: `CASE WHEN m.ended AND t.status = 'planned' THEN 'cancelled' ELSE t.status END`,
    })}`,
    `INSERT INTO notices SELECT written.* ${copied('notices', made, 'case_id', {
      ...shift('at'),
      id: 'm.id || t.id',
      effect_id: 'm.id || t.effect_id',
    })}`,
  ]
}
