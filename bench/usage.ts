// Which process used how much of the processors and of memory?
import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

/** Processor time so far, ms; `main` is the thread on which JavaScript runs. */
type Spent = { all: number; main: number }
export type Usage = { wallMs: number; processes: Record<string, Spent>; busyMs: number }

/** Begins to count; the answer ends it. PostgreSQL counts with all its backends, the driver is this process. */
export const startUsage = (pids: Record<string, number>): (() => Usage) => {
  const [from, busy, before] = [performance.now(), busyMs(), spentBy(pids)]
  return () => {
    const after = spentBy(pids)
    const processes = Object.fromEntries(
      Object.entries(after).map(([name, spent]) => [name, less(spent, before[name])]),
    )
    return { wallMs: performance.now() - from, processes, busyMs: busyMs() - busy }
  }
}

const less = (one: Spent, other: Spent | undefined): Spent => ({
  all: one.all - (other?.all ?? 0),
  main: one.main - (other?.main ?? 0),
})

const spentBy = (pids: Record<string, number>): Record<string, Spent> =>
  Object.fromEntries(
    Object.entries({ ...pids, driver: process.pid }).map(([name, pid]) => [
      name,
      name === 'postgres' ? ofTree(pid) : of(pid),
    ]),
  )

const of = (pid: number): Spent => ({
  all: ticks(`/proc/${pid}/stat`),
  main: ticks(`/proc/${pid}/task/${pid}/stat`),
})

// Backends that have ended are counted in the postmaster's own children.
const ofTree = (pid: number): Spent => {
  const own = fields(`/proc/${pid}/stat`)
  const ended = (Number(own[13]) + Number(own[14])) * TICK_MS
  const all =
    of(pid).all +
    ended +
    childrenOf(pid).reduce((sum, child) => sum + ticks(`/proc/${child}/stat`), 0)
  return { all, main: 0 }
}

const childrenOf = (pid: number): string[] =>
  readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && fields(`/proc/${name}/stat`)[1] === String(pid),
  )

const ticks = (file: string): number => {
  const all = fields(file)
  return (Number(all[11] ?? 0) + Number(all[12] ?? 0)) * TICK_MS
}

/** The fields of a stat file from the state on: a name may hold blanks. */
const fields = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

/** Time that all processors together were busy since the machine came up. */
const busyMs = (): number => {
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0] = readFileSync(
    '/proc/stat',
    'utf8',
  )
    .split('\n', 1)[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + interrupts + soft) * TICK_MS
}

/** Resident memory of a process, bytes. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
