// How long does a dry run of a decree take over a quarter of a million running periods, and do acts beside it wait?
import { randomUUID } from 'node:crypto'
import { query } from '../../bin/infra/postgres/postgres.ts'
import type { ProposalView } from '../../contract/change/changes.ts'
import { chartSteps, deskSteps, type Ledger, openCases, perform, type Track } from '../acts.ts'
import { signIn, type Visitor } from '../http.ts'
import { closedLoop, percentile } from '../loop.ts'
import { closingAfter, openStage, type Stage } from '../stage.ts'
import { memoryOf, startUsage } from '../usage.ts'

const OBLIGATIONS = 250_000
const PATIENCE_MS = 300_000
const POLL_MS = 500
const ALONE_SECONDS = 15

export type CalendarFigures = {
  checked: number
  cases: number
  movedCount: number
  seconds: number
  /** Processor time of the API's main thread and of PostgreSQL meanwhile, s. */
  spent: { api: number; postgres: number }
  /** Resident memory of the API before and at its highest, bytes. */
  memory: { before: number; highest: number }
  /** Desk acts of one client, ms in ascending order. */
  acts: { alone: number[]; beside: number[] }
  filledSeconds: number
}

/** Fills servers of its own; the dry run goes over HTTP like an administrator's, while one inspector works. */
export const measureCalendar = async (log: (words: string) => void): Promise<CalendarFigures> => {
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    const caseId = await ordered(stage)
    log(`calendar: ${OBLIGATIONS} running periods`)
    const began = performance.now()
    await fill(stage, caseId)
    const filledSeconds = (performance.now() - began) / 1000
    const ledger: Ledger = { acked: [], retries: 0 }
    const [worked = ''] = await openCases(await signIn(stage.base, 'e001.safety'), 1)
    const track: Track = {
      caseId: worked,
      steps: deskSteps(await signIn(stage.base, 'kecheng.inspector1')),
      done: 0,
    }
    log('calendar: acts alone')
    const alone = await closedLoop({ clients: 1, warmUpSeconds: 3, seconds: ALONE_SECONDS }, () =>
      perform(track, ledger),
    )
    log('calendar: dry run beside acts')
    return {
      ...(await tryOut(stage, track, ledger)),
      filledSeconds,
      acts: { alone: alone.ms, beside: beside.splice(0) },
    }
  })
}

/** A case with a period that ends in the year that is to be decreed. */
const ordered = async (stage: Stage): Promise<string> => {
  const [caseId = ''] = await openCases(await signIn(stage.base, 'e001.safety'), 1)
  const [one, other] = await Promise.all(
    [1, 2].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
  )
  if (!one || !other) throw new Error('nobody to order')
  const order = {
    who: one,
    type: 'issue-order',
    data: { [DATE_FIELD]: `${new Date().getFullYear() + 1}-01-20`, requirements: '清理' },
  }
  const track: Track = { caseId, steps: [...chartSteps(one, other).slice(0, 2), order], done: 0 }
  for (const _ of track.steps) await perform(track, { acked: [], retries: 0 })
  return caseId
}

const beside: number[] = []

const tryOut = async (
  stage: Stage,
  track: Track,
  ledger: Ledger,
): Promise<Omit<CalendarFigures, 'acts' | 'filledSeconds'>> => {
  const admin = await signIn(stage.base, 'city.admin')
  const before = memoryOf(stage.pids.api)
  let [highest, going] = [before, true]
  const acting = (async () => {
    while (going) beside.push(await perform(track, ledger))
  })()
  const [began, usage] = [performance.now(), startUsage(stage.pids)]
  const { id } = await propose(admin)
  for (;;) {
    highest = Math.max(highest, memoryOf(stage.pids.api))
    const { status, body } = await admin.ask<ProposalView>('GET', `/api/changes/${id}`)
    if (status !== 200 || body.preview.status === 'failed')
      throw new Error(`no dry run: ${status} ${JSON.stringify(body).slice(0, 400)}`)
    const seconds = (performance.now() - began) / 1000
    if (body.preview.status === 'done' || seconds * 1000 > PATIENCE_MS) {
      going = false
      await acting
      beside.sort((a, b) => a - b)
      const { checked, cases, movedCount } = body.preview
      const { processes } = usage()
      const spent = {
        api: (processes.api?.main ?? 0) / 1000,
        postgres: (processes.postgres?.all ?? 0) / 1000,
      }
      return { checked, cases, movedCount, seconds, spent, memory: { before, highest } }
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

const propose = async (admin: Visitor): Promise<ProposalView> => {
  const year = new Date().getFullYear() + 1
  const off = [
    '01-01',
    '01-04',
    '02-05',
    '02-08',
    '02-09',
    '02-10',
    '02-11',
    '02-12',
    '04-05',
    '05-03',
    '05-04',
    '05-05',
  ].map((day) => `${year}-${day}`)
  const proposed = {
    kind: 'year',
    year,
    decree: `国务院办公厅关于${year}年部分节假日安排的通知`,
    source: '测量',
    off,
    work: [],
  }
  const key = { 'idempotency-key': randomUUID() }
  const { status, body } = await admin.ask<ProposalView>(
    'POST',
    '/api/changes',
    { proposed, reason: '' },
    key,
  )
  if (status !== 201)
    throw new Error(`not proposed: ${status} ${JSON.stringify(body).slice(0, 400)}`)
  return body
}

/** Set by the order that starts the copied period. */
const DATE_FIELD = 'dueDate'
/** Of each copy, so that a case has several periods as a real one has. */
const PERIODS = 4

/** Copies of a case that the product itself has opened, due over a quarter of the year that is to be decreed, in all counties; they have no workflows. */
const fill = async (stage: Stage, caseId: string): Promise<void> => {
  const counties = `(ARRAY['330802','330803','330822','330824','330825','330871','330881'])`
  const date = `(make_date(extract(year FROM now())::int + 1, 1, 1) + ((n + 7 * p) % 90)::int)`
  const period = `jsonb_build_object('id', 'copy:' || p, 'due', ${date}, 'nominal', ${date}, 'dueAt', ${date} || 'T16:00:00.000Z', 'dateData', jsonb_build_object('${DATE_FIELD}', ${date}))`
  const source = `(SELECT e FROM jsonb_array_elements(t.record->'obligations') e WHERE e->>'status' = 'running' AND e->'dateData' ? '${DATE_FIELD}' LIMIT 1)`
  const copied = `(SELECT jsonb_agg(first.e || ${period}) FROM generate_series(1, ${PERIODS}) p)`
  // Unpacked once: the copied case is large, and PostgreSQL would unpack it for every copy and every period.
  const cases = `WITH one AS MATERIALIZED (SELECT to_jsonb(t) - 'record' AS row, t.record - 'obligations' AS record, ${source} AS e FROM cases t WHERE t.id = '${caseId}'),
    made AS MATERIALIZED (SELECT md5(n::text)::uuid::text AS id, 'B-' || n AS number, ${counties}[n % 7 + 1] AS county, ${copied} AS held
      FROM one first, generate_series(1, ${OBLIGATIONS / PERIODS}) n)
    INSERT INTO cases SELECT (jsonb_populate_record(NULL::cases, one.row || jsonb_build_object('id', made.id, 'number', made.number, 'region', made.county,
      'wake_at', NULL, 'record', one.record || jsonb_build_object('id', made.id, 'number', made.number, 'region', made.county, 'obligations', made.held)))).*
    FROM one, made`
  const obligations = `INSERT INTO obligations (case_id, id, process, clock, rule, status, due_at, provisional, calendar, region)
    SELECT c.id, e->>'id', c.process, e->>'clock', e->>'rule', e->>'status', (e->>'dueAt')::timestamptz, (e->>'provisional')::boolean, e->>'calendar', c.region
    FROM cases c, jsonb_array_elements(c.record->'obligations') e WHERE c.id <> '${caseId}'`
  const { rows: held } = await query(
    stage.databaseUrl,
    `SELECT ${source} AS e FROM cases t WHERE t.id = '${caseId}'`,
  )
  if (!held[0]?.e) throw new Error('the ordered case has no period to copy')
  const { rows } = await query(
    stage.databaseUrl,
    `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'cases' AND indexdef LIKE 'CREATE INDEX%'`,
  )
  const dropped = rows.map(({ name }) => `DROP INDEX ${name}`)
  await query(
    stage.databaseUrl,
    [...dropped, `SET synchronous_commit = off`, cases, obligations].join(';\n'),
  )
  for (const table of ['cases', 'obligations'])
    await query(stage.databaseUrl, `VACUUM (ANALYZE) ${table}`)
  await query(stage.databaseUrl, 'CHECKPOINT')
}

const MOST_SECONDS = 60

export const calendarGoals = ({ checked, seconds }: CalendarFigures) => [
  {
    words: `dry run over ${OBLIGATIONS.toLocaleString('en-US')} running periods ≤ ${MOST_SECONDS} s`,
    figure: `${seconds.toFixed(1)} s`,
    met: checked >= OBLIGATIONS && seconds <= MOST_SECONDS,
  },
]

const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`

export const calendarTable = ({
  checked,
  movedCount,
  seconds,
  spent,
  memory,
}: CalendarFigures) => ({
  head: [
    'periods read',
    'move',
    's',
    'processor: API, s',
    'PostgreSQL, s',
    'memory of the API before',
    'at most',
  ],
  rows: [
    [
      String(checked),
      String(movedCount),
      ...[seconds, spent.api, spent.postgres].map((one) => one.toFixed(1)),
      mib(memory.before),
      mib(memory.highest),
    ],
  ],
})

export const calendarActs = ({ acts }: CalendarFigures) => ({
  head: ['desk acts of one client, ms', 'acts', 'p50', 'p95', 'p99'],
  rows: (['alone', 'beside'] as const).map((name) => [
    name === 'alone' ? 'alone' : 'beside the dry run',
    String(acts[name].length),
    ...[0.5, 0.95, 0.99].map((share) => percentile(acts[name], share).toFixed(1)),
  ]),
})
