// What would move if these calendars were in force, read batch by batch so that people's acts never wait for the answer?
import { createHash, randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { countStaleCases, readStalePeriods, type StaleCase } from '../db/reads/stale-periods.ts'
import type { CalendarSet } from '../domain/calendar/calendar.ts'
import type { DryRun } from '../domain/calendar/views.ts'
import { isRunning } from '../domain/case/clocks/obligations.ts'
import type { Instant } from '../domain/case/instant.ts'
import { type Moved, reckonAgain } from '../domain/case/reproject.ts'
import type { Known, World } from '../domain/case/world.ts'
import type { Deps } from './deps.ts'

/** A running period with its two dates; equal and not moved where nothing happens to it. */
export type Checked = Pick<StaleCase, 'caseId' | 'number' | 'process' | 'region' | 'revision'> &
  Pick<Moved, 'obligation' | 'clock' | 'from' | 'to' | 'firm' | 'rungs'> & { moved: boolean }
export type Batch = { cases: StaleCase[]; rows: Checked[]; sofar: DryRun }

type Asked = {
  calendars: CalendarSet
  base: string
  at: Instant
  run?: string
  signal?: AbortSignal
  onBatch?: (batch: Batch) => Promise<void>
}
type Needs = Pick<Deps, 'connection' | 'processFor'>

const batchSize = 250
/** Of equal periods that are remembered, so that memory stays bounded. */
const mostKnown = 5_000
/** How long the reckoning may hold the event loop before everybody else has a turn. */
const longestTurnMs = 8

/** Never keeps more than a batch; ends with an AbortError when nobody wants the answer any more. */
export const dryRun = async (deps: Needs, { calendars, base, at, run = randomUUID(), signal, onBatch }: Asked): Promise<DryRun> => {
  const { db } = deps.connection
  const known: Known = new Map()
  const world: World = { at, calendars, noticeWindowMs: 0, known }
  const total = await countStaleCases(db, calendars.version)
  const [sum, print] = [begun({ run, base, version: calendars.version, at, total }), createHash('sha256')]
  const turn = createTurn()
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const cases = await readStalePeriods(db, calendars.version, after, batchSize)
    if (cases.length === 0) return { ...sum, status: 'done', digest: print.digest('hex') }
    after = cases.at(-1)?.caseId ?? ''
    if (known.size > mostKnown) known.clear()
    const rows: Checked[] = []
    for (const one of cases) {
      rows.push(...checkedIn(deps, one, world, sum))
      await turn()
    }
    for (const row of rows) if (row.moved) print.update(printOf(row))
    sum.cases += cases.length
    await onBatch?.({ cases, rows, sofar: sum })
  }
}

export const begun = (of: Pick<DryRun, 'run' | 'base' | 'version' | 'at' | 'total'>): DryRun => ({
  ...of,
  status: 'running',
  ...{ cases: 0, checked: 0, moved: 0, unmoved: 0, firmed: 0, clocks: [], digest: null },
})

/** One line of the digest: which period of which case, from when to when, and how sure. */
export const printOf = ({ caseId, obligation, from, to, firm }: Omit<Moved, 'clock' | 'firmed' | 'rungs'> & { caseId: string }): string =>
  `${caseId}|${obligation}|${from}|${to}|${firm}\n`

const checkedIn = (deps: Needs, one: StaleCase, world: World, sum: DryRun): Checked[] => {
  const process = deps.processFor(one.process, one.chart)
  if (!process) throw new Error(`no process ${one.process}@${one.chart}`)
  const { obligations, moved } = reckonAgain(process, one, world)
  const known = new Map(moved.map((each) => [each.obligation, each]))
  const { caseId, number, region, revision } = one
  return obligations
    .filter(isRunning)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, clock, due, provisional }) => {
      const found = known.get(id)
      count(sum, one.process, clock, found)
      const dates = found ?? { from: due, to: due, firm: !provisional, rungs: 0 }
      const { from, to, firm, rungs } = dates
      return {
        caseId,
        number,
        process: one.process,
        region,
        revision,
        obligation: id,
        clock,
        from,
        to,
        firm,
        rungs,
        moved: found !== undefined,
      }
    })
}

const count = (sum: DryRun, process: string, clock: string, moved: Moved | undefined): void => {
  sum.checked += 1
  if (!moved) {
    sum.unmoved += 1
    return
  }
  sum.moved += 1
  sum.firmed += Number(moved.firmed)
  const known = sum.clocks.find((one) => one.process === process && one.clock === clock)
  if (!known) sum.clocks.push({ process, clock, moved: 1, firmed: Number(moved.firmed) })
  else Object.assign(known, { moved: known.moved + 1, firmed: known.firmed + Number(moved.firmed) })
}

const createTurn = () => {
  let since = performance.now()
  return async (): Promise<void> => {
    if (performance.now() - since < longestTurnMs) return
    await breathe()
    since = performance.now()
  }
}
