// What would move if these calendars and rules were in force, read batch by batch so that people's acts never wait for the answer?
import { createHash, randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { type Books, type Reach, versionOf } from '../../domain/change/change.ts'
import type { DryRun } from '../../domain/change/views.ts'
import { isRunning } from '../../domain/engine/clocks/obligations.ts'
import { gradeAgain } from '../../domain/engine/grading.ts'
import {
  gradeName,
  type MovedPeriod,
  movedGrade,
  reckonAgain,
} from '../../domain/engine/reproject.ts'
import type { DecisionContext, Known } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Executor } from '../client.ts'
import type { Check } from './proposals.ts'
import {
  countStaleCases,
  readStalePeriods,
  type StaleCase,
  type StaleReach,
} from './stale-periods-reads.ts'

export type Batch = { cases: StaleCase[]; rows: Check[]; sofar: DryRun }

/** `base`: the version that the run starts from, `reach`: what it reads. */
type DryRunInput = {
  books: Books
  reach: Reach
  base: string
  at: Instant
  run?: string
  signal?: AbortSignal
  onBatch?: (batch: Batch) => Promise<void>
}
type Needs = {
  db: Pick<Executor, 'execute'>
  processFor: (id: string, version: number) => ProcessDefinition | undefined
  /** By their ids, as they run now. */
  processes: Readonly<Record<string, ProcessDefinition>>
}

/** Cases of the processes that count by an amount. */
const staleReach = ({ processes }: Needs, reach: Reach): StaleReach =>
  'amount' in reach
    ? {
        graded: Object.values(processes)
          .filter(({ graded }) => graded?.amounts.includes(reach.amount))
          .map(({ id }) => id),
        regions: reach.regions,
      }
    : reach

const batchSize = 250
/** Of equal periods that are remembered, so that memory stays bounded. */
const mostKnown = 5_000
/** How long the reckoning may hold the event loop before everybody else has a turn. */
const longestTurnMs = 8

/** Never keeps more than a batch; ends with an AbortError when nobody wants the answer any more. */
export const dryRun = async (
  deps: Needs,
  { books, reach, base, at, run = randomUUID(), signal, onBatch }: DryRunInput,
): Promise<DryRun> => {
  const { db } = deps
  const known: Known = new Map()
  const decisionContext: DecisionContext = { at, ...books, noticeWindowMs: 0, known }
  const stale = staleReach(deps, reach)
  const total = await countStaleCases(db, stale)
  const [sum, print] = [
    begun({ run, base, version: versionOf(books), at, total }),
    createHash('sha256'),
  ]
  const turn = createTurn()
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const cases = await readStalePeriods(db, stale, after, batchSize)
    if (cases.length === 0) return { ...sum, status: 'done', digest: print.digest('hex') }
    after = cases.at(-1)?.caseId ?? ''
    if (known.size > mostKnown) known.clear()
    const rows: Check[] = []
    for (const one of cases) {
      rows.push(...checkedIn(deps, one, decisionContext, sum))
      await turn()
    }
    for (const row of rows) if (row.isMoved) print.update(printOf(row))
    sum.cases += cases.length
    await onBatch?.({ cases, rows, sofar: sum })
  }
}

export const begun = (of: Pick<DryRun, 'run' | 'base' | 'version' | 'at' | 'total'>): DryRun => ({
  ...of,
  status: 'running',
  cases: 0,
  checked: 0,
  movedCount: 0,
  unmoved: 0,
  firmed: 0,
  newlyOverdue: 0,
  noLongerOverdue: 0,
  clocks: [],
  places: [],
  digest: null,
})

/** One line of the digest: which period of which case, from when to when, and how sure. */
export const printOf = ({
  caseId,
  obligation,
  from,
  to,
  firm,
}: Pick<MovedPeriod, 'obligation' | 'from' | 'to' | 'firm'> & { caseId: string }): string =>
  `${caseId}|${obligation}|${from}|${to}|${firm}\n`

const checkedIn = (
  deps: Needs,
  one: StaleCase,
  decisionContext: DecisionContext,
  sum: DryRun,
): Check[] => {
  const process = deps.processFor(one.process, one.chart)
  if (!process) throw new Error(`no process ${one.process}@${one.chart}`)
  const { obligations, movedPeriods } = reckonAgain(process, one, decisionContext)
  const known = new Map(movedPeriods.map((each) => [each.obligation, each]))
  const periods = obligations.filter(isRunning).map(({ id, clock, due, provisional }) => ({
    found: known.get(id),
    stays: { ...unmoved, clock, obligation: id, from: due, to: due, firm: !provisional },
  }))
  return [...periods, ...gradesIn(process, one, decisionContext)]
    .sort((a, b) => (a.stays.obligation < b.stays.obligation ? -1 : 1))
    .map(({ found, stays }) => {
      count(sum, one, stays.clock, found)
      return checkOf(one, found ?? stays, found !== undefined)
    })
}

const unmoved = { firmed: false, escalationLevels: 0, late: null, versions: null }

/** Each grade of a case that counts by amounts, moved or not. */
const gradesIn = (
  process: ProcessDefinition,
  one: StaleCase,
  { amounts, at }: DecisionContext,
): { found: MovedPeriod | undefined; stays: MovedPeriod }[] => {
  const snapshot = { context: one.context }
  if (!process.graded || Object.keys(one.context).length === 0) return []
  const moved = gradeAgain(process, { region: one.region, snapshot }, amounts, at)?.moved ?? []
  return Object.entries(process.graded.grades).map(([grade, { of }]) => {
    const found = moved.find((each) => each.grade === grade)
    const value = of(one.context)
    return {
      found: found && movedGrade(found),
      stays: {
        ...unmoved,
        clock: grade,
        obligation: gradeName(grade),
        from: value,
        to: value,
        firm: true,
      },
    }
  })
}

const checkOf = (
  { caseId, number, process, region, revision }: StaleCase,
  moved: MovedPeriod,
  isMoved: boolean,
): Check => {
  const { obligation, clock, from, to, firm, escalationLevels, late, versions } = moved
  return {
    caseId,
    number,
    process,
    region,
    revision,
    obligation,
    clock,
    from,
    to,
    firm,
    escalationLevels,
    late,
    ruleFrom: versions?.from ?? null,
    ruleTo: versions?.to ?? null,
    isMoved,
  }
}

const count = (
  sum: DryRun,
  { process, region }: Pick<StaleCase, 'process' | 'region'>,
  clock: string,
  movedPeriod: MovedPeriod | undefined,
): void => {
  sum.checked += 1
  if (!movedPeriod) {
    sum.unmoved += 1
    return
  }
  const [firmed, newly, noLonger] = [
    movedPeriod.firmed,
    movedPeriod.late === 'newly',
    movedPeriod.late === 'no-longer',
  ].map(Number) as [number, number, number]
  sum.movedCount += 1
  sum.firmed += firmed
  sum.newlyOverdue += newly
  sum.noLongerOverdue += noLonger
  const ofClock = rowIn(sum.clocks, (one) => one.process === process && one.clock === clock, {
    process,
    clock,
    movedCount: 0,
    firmed: 0,
  })
  ofClock.movedCount += 1
  ofClock.firmed += firmed
  const none = { process, region, movedCount: 0, newlyOverdue: 0, noLongerOverdue: 0 }
  const ofPlace = rowIn(sum.places, (one) => one.process === process && one.region === region, none)
  ofPlace.movedCount += 1
  ofPlace.newlyOverdue += newly
  ofPlace.noLongerOverdue += noLonger
}

const rowIn = <Row>(rows: Row[], is: (row: Row) => boolean, fresh: Row): Row => {
  const found = rows.find(is)
  if (!found) rows.push(fresh)
  return found ?? fresh
}

const createTurn = () => {
  let since = performance.now()
  return async (): Promise<void> => {
    if (performance.now() - since < longestTurnMs) return
    await breathe()
    since = performance.now()
  }
}
