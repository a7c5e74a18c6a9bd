// How fast is the product on this machine, and how near to what PostgreSQL itself can do? Prints a table and writes docs/benchmarks.md.
import { Client, Connection } from '@temporalio/client'
import { sql } from 'drizzle-orm'
import {
  chartSteps,
  deskSteps,
  type Ledger,
  openCases,
  perform,
  sendAgain,
  type Track,
  turns,
} from './acts.ts'
import { anatomyOf } from './anatomy.ts'
import { type Figures, type Kind, type Point, WIDEST } from './figures.ts'
import { type Floor, openFloor } from './floor.ts'
import { signIn, type Visitor } from './http.ts'
import { withHead } from './inbox/page.ts'
import { closedLoop } from './loop.ts'
import { machineOf } from './machine.ts'
import { openAndWeigh } from './memory.ts'
import { rewrite } from './part-report.ts'
import { partsOfAll, wantedParts } from './parts.ts'
import { asHead, asText } from './report.ts'
import { soundness } from './soundness.ts'
import { closingAfter, openStage, type Stage, tellLastWords } from './stage.ts'
import { startUsage } from './usage.ts'
import { watchActs } from './wall/visible.ts'

const quick = process.argv.includes('--quick')
const size = quick
  ? { cases: 120, warmUpSeconds: 1, seconds: 3, watched: 60, busySeconds: 4, dissected: 30 }
  : { cases: 520, warmUpSeconds: 3, seconds: 13, watched: 200, busySeconds: 12, dissected: 90 }
const WATCHED_CASES = 12

const log = (words: string): void => void process.stderr.write(`bench: ${words}\n`)

type Tracks = { desk: Track[]; chart: Track[]; watched: Track[]; reader: Visitor }

const run = async (stage: Stage): Promise<Figures> => {
  const ledger: Ledger = { acked: [], retries: 0 }
  log('opening cases')
  const reporter = await signIn(stage.base, 'e001.safety')
  const { ids, memory } = await openAndWeigh(stage, reporter, size.cases)
  const tracks = await tracksOn(stage, ids)
  const floor = await openFloor(stage, tracks.desk.length)
  try {
    const points = await measureAll(stage, floor, tracks, ledger)
    const events = await historyEvents(stage, tracks, ledger)
    log('act → visible to another person')
    const visible = await watch(tracks, ledger)
    log('one act alone, statement by statement')
    const desk = await anatomyOf(stage, tracks.desk, size.dissected, ledger)
    const chart = await anatomyOf(stage, tracks.chart, size.dissected, ledger)
    log('lost, doubled, chains')
    await sendAgain(ledger, 50)
    const all = [...tracks.desk, ...tracks.chart, ...tracks.watched].map(({ caseId }) => caseId)
    const sound = await soundness(stage, ledger, all)
    const machine = await machineOf(stage)
    const { retries } = ledger
    return {
      machine,
      points,
      visible,
      memory,
      anatomy: { desk, chart },
      historyEvents: events,
      soundness: sound,
      retries,
    }
  } finally {
    await floor.close()
  }
}

/** Half of the cases for desk acts, half for the chart; twelve of another county are watched. */
const tracksOn = async (stage: Stage, ids: string[]): Promise<Tracks> => {
  const inspectors = await Promise.all(
    [1, 2, 3, 4].map((number) => signIn(stage.base, `kecheng.inspector${number}`)),
  )
  const inspector = (place: number) => inspectors[place % inspectors.length] as Visitor
  const [actor, reader, other] = await Promise.all(
    ['qujiang.inspector1', 'qujiang.inspector2', 'e002.safety'].map((name) =>
      signIn(stage.base, name),
    ),
  )
  if (!actor || !reader || !other) throw new Error('nobody to be watched')
  const half = ids.length / 2
  return {
    desk: ids
      .slice(0, half)
      .map((caseId, place) => ({ caseId, steps: deskSteps(inspector(place)), done: 0 })),
    chart: ids.slice(half).map((caseId, place) => ({
      caseId,
      steps: chartSteps(inspector(place), inspector(place + 1)),
      done: 0,
    })),
    watched: (await openCases(other, WATCHED_CASES)).map((caseId) => ({
      caseId,
      steps: deskSteps(actor),
      done: 0,
    })),
    reader,
  }
}

/** Floor, desk and chart in turn, so that all three meet the same server. */
const measureAll = async (
  stage: Stage,
  floor: Floor,
  tracks: Tracks,
  ledger: Ledger,
): Promise<Point[]> => {
  const points: Point[] = []
  for (const clients of [1, 8, WIDEST]) {
    log(`${clients} clients: bare floor, desk acts, chart acts`)
    await carriedOut(stage)
    const ids = turns(floor.ids, clients)
    points.push(await measure(stage, floor, 'floor', clients, (client) => floor.step(ids(client))))
    for (const kind of ['desk', 'chart'] as const) {
      const turn = turns(tracks[kind], clients)
      points.push(
        await measure(stage, floor, kind, clients, (client) => perform(turn(client), ledger)),
      )
    }
  }
  return points
}

/** What the acts before have left to do would be counted as the cost of those after. */
const carriedOut = async ({ db }: Stage): Promise<void> => {
  const left = sql`SELECT count(*)::int AS left FROM effects WHERE status <> 'done' AND not_before <= now()`
  while ((await db.execute<{ left: number }>(left)).rows[0]?.left !== 0)
    await new Promise((resolve) => setTimeout(resolve, 500))
}

const measure = async (
  stage: Stage,
  floor: Floor,
  kind: Kind,
  clients: number,
  step: (client: number) => Promise<number>,
): Promise<Point> => {
  let usage = startUsage({})
  const samples = await closedLoop(
    { clients, warmUpSeconds: size.warmUpSeconds, seconds: size.seconds },
    step,
    () => {
      usage = startUsage({ ...stage.pids, floor: floor.pid })
    },
  )
  return { kind, clients, samples, usage: usage() }
}

const watch = async (
  { watched, desk, reader }: Tracks,
  ledger: Ledger,
): Promise<Figures['visible']> => {
  const alone = await watchActs(watched, reader, ledger, { acts: size.watched })
  const turn = turns(desk, 8)
  const load = closedLoop({ clients: 8, warmUpSeconds: 0, seconds: size.busySeconds }, (client) =>
    perform(turn(client), ledger),
  )
  const [busy] = await Promise.all([
    watchActs(watched, reader, ledger, { at: performance.now() + size.busySeconds * 1000 - 500 }),
    load,
  ])
  return { alone, busy }
}

/** How many events of history an act leaves: six acts on one case of each kind. */
const historyEvents = async (
  stage: Stage,
  tracks: Tracks,
  ledger: Ledger,
): Promise<Figures['historyEvents']> => {
  const times = 6
  const connection = await Connection.connect({ address: stage.temporalAddress })
  const client = new Client({ connection })
  const length = async (track: Track) =>
    (await client.workflow.getHandle(`case/${track.caseId}`).describe()).historyLength
  const of = async (track: Track): Promise<number> => {
    const before = await length(track)
    for (let time = 0; time < times; time += 1) await perform(track, ledger)
    // What an act wakes may be written a moment after its answer.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    return ((await length(track)) - before) / times
  }
  try {
    return { desk: await of(tracks.desk[0] as Track), chart: await of(tracks.chart[0] as Track) }
  } finally {
    await connection.close()
  }
}

const main = async (): Promise<void> => {
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGHUP'))
  process.channel?.unref()
  const parts = wantedParts()
  if (parts.length === 0) await measureActs()
  for (const measure of parts.length > 0 ? parts : quick ? [] : partsOfAll) await measure(log)
}

const measureActs = async (): Promise<void> => {
  log(quick ? 'rough figures in a minute' : 'about nine minutes')
  const stage = await openStage()
  await closingAfter(
    stage.close,
    async () => {
      const figures = await run(stage)
      console.log(asText(figures))
      if (!quick) rewrite((before) => withHead(before, asHead(figures)), log)
      const { lost, doubled, brokenChains } = figures.soundness
      process.exitCode = lost + doubled + brokenChains > 0 ? 1 : 0
    },
    tellLastWords(log, stage, ['worker', 'api']),
  )
}

await main()
process.exit()
