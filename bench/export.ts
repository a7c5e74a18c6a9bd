// Does anybody who acts notice that somebody takes a hundred thousand rows along?
import { query } from '../bin/infra/postgres/postgres.ts'
import { DEMO_PASSWORD } from '../bin/seed/accounts.ts'
import { deskSteps, type Ledger, openCases, perform, type Track, turns } from './acts.ts'
import { signIn } from './http.ts'
import { closedLoop, mean, percentile } from './loop.ts'
import { closingAfter, openStage, type Stage } from './stage.ts'

type Format = 'xlsx' | 'csv'
/** Milliseconds of acts in ascending order, with and without an export beside them; the export's own seconds. */
type ExportPoint = {
  format: Format
  alone: number[]
  beside: number[]
  seconds: number[]
  bytes: number
}
export type ExportFigures = { rows: number; clients: number; points: ExportPoint[] }

const ROWS = 100_000
const CASES = 64
const CLIENTS = 8
/** Longer than one export beside people who act takes. */
const thorough = { rounds: 1, seconds: 100 }
const rough = { rounds: 1, seconds: 60 }
const MOST_WORSE = 0.2

/** Fills servers of its own; acts alone and acts beside an export take turns, so that both meet the same machine. */
export const measureExport = async (
  log: (words: string) => void,
  quick: boolean,
): Promise<ExportFigures> => {
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    log(`export: ${ROWS} cases`)
    const ids = await openCases(await signIn(stage.base, 'e001.safety'), CASES)
    const inspectors = await Promise.all(
      [1, 2, 3].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
    )
    const tracks: Track[] = ids.map((caseId, at) => ({
      caseId,
      steps: deskSteps(inspectors[at % 3]!),
      done: 0,
    }))
    await fill(stage, ids[0] as string)
    log('export: filled')
    const act = actor(tracks)
    await act(3)
    const points: ExportPoint[] = []
    for (const format of ['xlsx', 'csv'] as const)
      points.push(await measure(stage, format, act, { log, ...(quick ? rough : thorough) }))
    return { rows: ROWS, clients: CLIENTS, points }
  })
}

/** Copies of one case in its own county; nobody works them, so they have no workflows. */
const fill = async ({ databaseUrl }: Stage, caseId: string): Promise<void> => {
  await query(
    databaseUrl,
    `SET synchronous_commit = off; INSERT INTO cases
      SELECT (jsonb_populate_record(t, jsonb_build_object('id', made.id, 'number', made.number, 'wake_at', NULL, 'status', 'closed',
        'record', t.record || jsonb_build_object('id', made.id, 'number', made.number, 'status', 'closed')))).*
      FROM cases t, (SELECT md5(n::text)::uuid::text AS id, 'B-' || n AS number FROM generate_series(1, ${ROWS - CASES}) n) made
      WHERE t.id = '${caseId}'`,
  )
  await query(databaseUrl, 'VACUUM (ANALYZE) cases')
  await query(databaseUrl, 'CHECKPOINT')
}

const actor = (tracks: Track[]) => {
  const ledger: Ledger = { acked: [], retries: 0 }
  const turn = turns(tracks, CLIENTS)
  return async (seconds: number): Promise<number[]> =>
    (
      await closedLoop({ clients: CLIENTS, warmUpSeconds: 0, seconds }, (client) =>
        perform(turn(client), ledger),
      )
    ).ms
}

type Acting = (seconds: number) => Promise<number[]>
type Size = { log: (words: string) => void; rounds: number; seconds: number }

const measure = async (
  stage: Stage,
  format: Format,
  act: Acting,
  { log, rounds, seconds }: Size,
): Promise<ExportPoint> => {
  const point: ExportPoint = { format, alone: [], beside: [], seconds: [], bytes: 0 }
  const cookie = await cookieOf(stage.base, 'kecheng.inspector4')
  for (let round = 1; round <= rounds; round += 1) {
    log(`export: ${format}, round ${round} of ${rounds}`)
    point.alone.push(...(await act(seconds)))
    const ended = new AbortController()
    const taking = takeAlong(stage.base, format, cookie, point, ended.signal)
    point.beside.push(...(await act(seconds)))
    ended.abort()
    await taking
  }
  if (point.seconds.length === 0) throw new Error('no export came to its end')
  for (const ms of [point.alone, point.beside]) ms.sort((a, b) => a - b)
  return point
}

/** One export after the other until the acts have ended; one that is under way then is cut off. */
const takeAlong = async (
  base: string,
  format: Format,
  cookie: string,
  point: ExportPoint,
  ended: AbortSignal,
): Promise<void> => {
  while (!ended.aborted) {
    const began = performance.now()
    try {
      const answer = await fetch(`${base}/api/exports/cases?format=${format}`, {
        headers: { cookie },
        signal: ended,
      })
      if (answer.status !== 200 || answer.headers.get('x-total-rows') !== String(ROWS))
        throw new Error(`no export: ${answer.status}`)
      point.bytes = (await answer.arrayBuffer()).byteLength
      point.seconds.push((performance.now() - began) / 1000)
    } catch (error) {
      if (!ended.aborted) throw error
    }
  }
}

const cookieOf = async (base: string, username: string): Promise<string> => {
  const body = JSON.stringify({ username, password: DEMO_PASSWORD })
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

const worse = ({ alone, beside }: ExportPoint): number =>
  percentile(beside, 0.95) / percentile(alone, 0.95) - 1
const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(0)} %`

export const exportGoals = ({ points, rows }: ExportFigures) =>
  points.map((point) => ({
    words: `act p95 beside an export of ${rows.toLocaleString('en-US')} rows (${point.format}) at most ${MOST_WORSE * 100} % worse`,
    figure: percent(worse(point)),
    met: worse(point) <= MOST_WORSE,
  }))

export const exportTable = ({ points, clients }: ExportFigures) => ({
  head: [`desk acts, ${clients} clients`, 'p50 ms', 'p95 ms', 'acts', 'one export, s', 'MB'],
  rows: points.flatMap(({ format, alone, beside, seconds, bytes }) =>
    ([alone, beside] as const).map((ms, at) => [
      at === 0 ? `alone (${format})` : `beside an export (${format})`,
      ...[0.5, 0.95].map((share) => percentile(ms, share).toFixed(1)),
      String(ms.length),
      ...(at === 0 ? ['', ''] : [mean(seconds).toFixed(1), (bytes / 1e6).toFixed(1)]),
    ]),
  ),
})
