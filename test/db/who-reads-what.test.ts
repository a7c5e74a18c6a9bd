// Which rows of which table does PostgreSQL itself show to whom, whatever a query asks for?
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Database } from '../../db/client.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { settle } from '../support/people/people.ts'
import { createDatabase } from '../support/servers/infra.ts'

/** The rows lie in the first county and concern the first enterprise; the person is one of the county's office. */
const readers: Record<string, Scope> = {
  county: { regions: ['330802'], caseRegions: ['330802'], owner: null, person: 'lin' },
  elsewhere: { regions: ['330881'], caseRegions: ['330881'], owner: null, person: 'jiang' },
  enterprise: { regions: [], caseRegions: [], owner: 'e-1', person: 'qi' },
  neighbour: { regions: [], caseRegions: [], owner: 'e-2', person: 'rao' },
  nobody: { regions: [], caseRegions: [], owner: null, person: null },
}

const uuid = '00000000-0000-4000-8000-000000000001'
const shared: Record<string, unknown> = {
  region: '330802',
  owner: 'e-1',
  enterprise: 'e-1',
  case_id: 'c-1',
  alarm: uuid,
  device: uuid,
  person: 'lin',
  audience: 'internal',
  proposed_by: 'wu',
}
const [both, county, owner] = ['county enterprise', 'county', 'enterprise']
const scoped = (names: string, seenBy: string) =>
  names.split(' ').map((name) => [name, {}, seenBy] as const)

/** A row of the table, what is special in it, and who is to see it. */
type Row = readonly [table: string, special: Record<string, unknown>, seenBy: string]
const ofChange = (change: string, more: Record<string, unknown>, seenBy: string): Row => [
  'register_decisions',
  { change, request: change, decision: 'refused', ...more },
  seenBy,
]
const rows: readonly Row[] = [
  ['cases', { id: 'c-1' }, both],
  ...scoped('tasks licences obligations escalation_levels', both),
  ['commands', { id: 'of-the-county', actor: { kind: 'person', id: 'lin' } }, county],
  ['commands', { id: 'of-the-party', actor: { kind: 'person', id: 'qi' } }, owner],
  ['commands', { id: 'of-a-colleague', actor: { kind: 'person', id: 'wu' } }, ''],
  ['case_facts', { seq: 1 }, county],
  ['case_items', {}, county],
  ['case_facts', { seq: 2, audience: 'party' }, both],
  ['case_facts', { seq: 3, audience: 'public' }, both],
  ['documents', { id: 'inner', code: 'a' }, county],
  ['documents', { id: 'outer', code: 'b', audience: 'party' }, both],
  ['document_bytes', { document: 'inner' }, county],
  ['document_bytes', { document: 'outer' }, both],
  ['document_services', { document: 'inner' }, county],
  ['document_services', { document: 'outer' }, both],
  ['notices', { id: 'of-the-county', person: 'chen' }, county],
  ['notices', { id: 'of-the-party', person: 'qi' }, both],
  ['notices', { id: 'of-no-case', case_id: 'c-0', person: 'jiang' }, 'elsewhere'],
  ['calls', { id: 'of-the-notice', notice_id: 'of-the-county' }, county],
  ['call_receipts', { call_id: 'of-the-notice' }, county],
  ['person_phones', {}, 'county elsewhere'],
  ['self_checks', { photos: ['of-a-check'] }, both],
  ...scoped('self_check_cases', both),
  ['files', { id: 'of-the-case', uploaded_by: 'zhou' }, both],
  ['files', { id: 'of-a-check', case_id: null, uploaded_by: 'zhou' }, both],
  ['files', { id: 'brought', case_id: null, uploaded_by: 'qi' }, owner],
  ['files', { id: 'left', case_id: null, uploaded_by: 'qi', enterprise: 'e-2' }, ''],
  ['files', { id: 'own', case_id: null, uploaded_by: 'lin', enterprise: null }, county],
  ['uploads', { id: 'brought', uploaded_by: 'qi' }, owner],
  ['uploads', { id: 'left', uploaded_by: 'qi', enterprise: 'e-2' }, ''],
  ['uploads', { id: 'own', uploaded_by: 'lin', enterprise: null }, county],
  ...scoped('daily_mails signatures roster_calls payment_differences', county),
  ['phrase_lists', { id: 'of-the-office', person: null, office: '330802-enforcement' }, county],
  ['phrase_lists', { id: 'of-a-person', person: 'qi' }, owner],
  ...scoped('flow_stays flow_cells statistics_days reachability discretion_fines', county),
  ...scoped('statistics_reports statistics_steps statistics_counted', both),
  ['statistics_entries', { seq: 1 }, both],
  ['statistics_entries', { seq: 2, region: '330881' }, 'county elsewhere enterprise'],
  ['statistics_entries', { seq: 3, region: '330881', owner: 'e-2' }, 'elsewhere neighbour'],
  ['devices', { id: uuid }, both],
  ...scoped('points positions latest_positions device_states device_documents', both),
  ...scoped('device_signs device_clocks readings readings_1m latest_readings', both),
  ['draws', { id: 'd-1' }, county],
  ['draw_steps', { draw: 'd-1' }, county],
  ['year_plans', { id: 'p-1' }, county],
  ['year_plan_rows', { plan: 'p-1' }, county],
  ['year_plan_steps', { plan: 'p-1' }, county],
  ['payment_orders', { id: 'of-the-enterprise', item: null }, both],
  ['payment_orders', { id: 'of-a-person', item: 1 }, county],
  ['payment_receipts', { serial: 'of-the-enterprise', item: null }, both],
  ['payment_receipts', { serial: 'of-a-person', item: 1 }, county],
  ['alarms', { id: uuid }, both],
  ...scoped('alarm_events alarm_readings alarm_acknowledgements alarm_shelvings', both),
  ...scoped('warned_alarms service_permits late_exceedances', both),
  ['video_points', { id: '33080200001320000001' }, both],
  ...scoped('device_commands duty_shifts duty_notes outbound_messages', county),
  ['outbound_deliveries', { error: null }, county],
  ['rosters', { id: 'roster' }, county],
  ['roster_decisions', { roster: 'roster' }, county],
  ['roster_exchanges', { id: 'exchange' }, county],
  ['roster_exchange_decisions', { exchange: 'exchange' }, county],
  ['register_entries', { id: 'entry' }, both],
  ['entry_reservations', { entry: 'entry' }, county],
  ['register_changes', { id: 'inner', by_owner: false }, county],
  ['register_changes', { id: 'own', by_owner: true }, both],
  ['register_changes', { id: 'confirmed', by_owner: false }, both],
  ofChange('inner', { version: null }, county),
  ofChange('own', { by_owner: true }, both),
  ofChange('confirmed', { decision: 'approved', version: 2 }, both),
]

let opened: Awaited<ReturnType<typeof openRows>>
beforeAll(async () => {
  opened = await openRows()
})
afterAll(() => opened?.close())

const openRows = async () => {
  const { url, drop } = await createDatabase()
  const { db, pool, close } = connect(url, 2)
  await settle(db)
  await db.transaction(async (tx) => {
    // Only what is asked here has to be right in these rows, not what they hang together by.
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    for (const [table, special] of rows) await fill(tx, table, special)
    for (const seq of [0, 1])
      await fill(tx, 'search_texts', { seq, plain: '防爆灯', tokens: '', at: '2026-03-01' })
  })
  return { db, pool, close: () => close().then(drop) }
}

type Column = { name: string; type: string; needed: boolean }
const columnsOf = async (tx: Pick<Database, 'execute'>, table: string) => {
  const { rows: found } = await tx.execute<Column>(sql`
    SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AS needed
    FROM information_schema.columns WHERE table_name = ${table}`)
  return found
}

const anyValue: Record<string, unknown> = {
  jsonb: '{}',
  boolean: false,
  bytea: Buffer.from(''),
  ARRAY: [],
  uuid,
  date: '2026-03-01',
  'timestamp with time zone': '2026-03-01T00:00:00.000Z',
  text: 'x',
}

/** A row with these values, and with any other that a column asks for. */
const fill = async (
  tx: Pick<Database, 'execute'>,
  table: string,
  special: Record<string, unknown>,
): Promise<void> => {
  const columns = (await columnsOf(tx, table)).filter(
    ({ name, needed }) => needed || name in special || (name in shared && name !== 'person'),
  )
  const values = columns.map(({ name, type }) => {
    if (name in special) return special[name]
    return name in shared && (name !== 'device' || type === 'uuid')
      ? shared[name]
      : (anyValue[type] ?? 1)
  })
  const names = columns.map(({ name }) => sql.identifier(name))
  await tx.execute(
    sql`INSERT INTO ${sql.identifier(table)} (${sql.join(names, sql`, `)}) VALUES (${sql.join(
      values.map((value) => sql`${sql.param(value)}`),
      sql`, `,
    )})`,
  )
}

const isThis = (special: Record<string, unknown>): SQL => {
  const [key] = Object.entries(special).filter(([name]) =>
    /^(id|seq|serial|document|change)$/.test(name),
  )
  return key ? sql`${sql.identifier(key[0])} = ${key[1]}` : sql`true`
}
const nameOf = ([table, special]: Row) =>
  [
    table,
    ...['id', 'seq', 'serial', 'document', 'change'].flatMap((key) => special[key] ?? []),
  ].join(' ')

const seenBy = (scope: Scope) =>
  withScope(opened.pool, scope, async (tx: Reader) => {
    const counts = rows.map(
      (row) =>
        sql`SELECT ${nameOf(row)} AS name FROM ${sql.identifier(row[0])} WHERE ${isThis(row[1])}`,
    )
    const { rows: found } = await tx.execute<{ name: string }>(sql.join(counts, sql` UNION ALL `))
    return new Set(found.map(({ name }) => name))
  })

test('promise (secrecy): PostgreSQL shows each row to those whose it is, and to nobody else', async () => {
  const seen = await Promise.all(
    Object.entries(readers).map(async ([who, scope]) => [who, await seenBy(scope)] as const),
  )
  const visible = rows.map((row) => [
    nameOf(row),
    seen.flatMap(([who, names]) => (names.has(nameOf(row)) ? [who] : [])).join(' '),
  ])
  expect(visible).toEqual(rows.map((row) => [nameOf(row), row[2]]))
})

test('promise (secrecy): of texts a county finds all of its own, an enterprise the heads of its own, and others nothing', async () => {
  const found = (scope: Scope, heads: boolean) =>
    withScope(opened.pool, scope, async (tx) => {
      const request = sql`SELECT seq FROM search_cases(ARRAY['防爆'], ''::tsquery, ${heads}, 10)`
      return (await tx.execute<{ seq: number }>(request)).rows.map(({ seq }) => seq)
    })
  const all = Object.values(readers).map((scope) =>
    Promise.all([found(scope, true), found(scope, false)]),
  )
  expect(await Promise.all(all)).toEqual([
    [[0], [1]],
    [[], []],
    [[0], []],
    [[], []],
    [[], []],
  ])
  await expect(
    withScope(opened.pool, readers.county!, (tx) => tx.execute(sql`SELECT * FROM search_texts`)),
  ).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('promise (secrecy): whoever keeps the platform of a region reads none of its cases, by no table and no search', async () => {
  const platform: Scope = { ...readers.county!, caseRegions: [] }
  const [all, kept] = await Promise.all([seenBy(readers.county!), seenBy(platform)])
  const hidden = rows.filter((row) => all.has(nameOf(row)) && !kept.has(nameOf(row)))
  const ofCases = `cases tasks licences obligations escalation_levels case_facts case_items
    documents document_bytes document_services notices calls call_receipts files
    payment_differences flow_stays discretion_fines statistics_entries
    payment_orders payment_receipts`
  expect([...new Set(hidden.map(([table]) => table))]).toEqual(ofCases.split(/\s+/))
  const found = await withScope(opened.pool, platform, (tx) =>
    tx.execute(sql`SELECT seq FROM search_cases(ARRAY['防爆'], ''::tsquery, true, 10)`),
  )
  expect(found.rows).toEqual([])
})

const names = async (request: SQL) =>
  (await opened.db.execute<{ name: string }>(request)).rows.map(({ name }) => name)
const tables = sql`pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`

test('promise (secrecy): what readers see whole is named here; forms, requests and secrets are none of it', async () => {
  const whole = await names(
    sql`SELECT relname AS name FROM ${tables} AND NOT relrowsecurity AND has_any_column_privilege('anjian_reader', oid, 'SELECT') ORDER BY 1`,
  )
  const named = `appointments competence_decisions competence_proposals daily_rounds deliveries
    discretion_runs enterprises escalation_policy_decisions escalation_policy_proposals
    feed_owners feed_periods feed_states feeds flow_runs kept_bytes lost_links offices
    outbound_receivers persons post_proposals routing_rule_ends routing_rules
    statistics_runs substitution_agreements substitution_consents substitution_ends
    substitutions task_people vacancies video_sources`
  expect(whole).toEqual(named.split(/\s+/))
})

test('promise (secrecy): each table whose rows are shown by scope is asked about above', async () => {
  const secured = await names(
    sql`SELECT relname AS name FROM ${tables} AND relrowsecurity ORDER BY 1`,
  )
  expect(secured).toEqual([...new Set([...rows.map(([table]) => table), 'search_texts'])].sort())
})

test('promise (secrecy): a reader writes nothing, neither by right nor in his transaction', async () => {
  expect(
    await names(
      sql`SELECT relname AS name FROM ${tables} AND has_table_privilege('anjian_reader', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    ),
  ).toEqual([])
  const writing = withScope(opened.pool, readers.county!, (tx) =>
    tx.execute(sql`INSERT INTO offices (id) VALUES ('x')`),
  )
  await expect(writing).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/25006|42501/) },
  })
})

test('promise (secrecy): no secret, password or token stands in a column that a reader may name', async () => {
  const visible = await names(sql`
    SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND a.attname ~ 'secret|password|token_hash|code_hash|new_secret'
      AND has_column_privilege('anjian_reader', c.oid, a.attnum, 'SELECT')`)
  expect(visible).toEqual([])
})
