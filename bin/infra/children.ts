// Which processes did a run start, and are they gone again, also after a kill −9?
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A running child with what it takes to end it. */
export type Child = {
  pid: number
  process: ChildProcess
  /** Resolves when the process is gone, with its exit code or signal. */
  gone: Promise<number | string>
  /** Asks it to end, waits for the grace, then kills. */
  stop: (signal?: NodeJS.Signals, graceMs?: number) => Promise<void>
}

export type ChildOptions = Pick<SpawnOptions, 'env' | 'cwd' | 'uid' | 'gid'> & {
  log: string
  endBy?: NodeJS.Signals
}

/**
 * Starts children in process groups of their own (a Ctrl-C is ours to hand on), logs them to files, records their pids under
 * `folder/run`, and ends them when this process dies.
 */
export function createChildren(folder: string) {
  const run = join(folder, 'run')
  mkdirSync(run, { recursive: true })
  return {
    start: (name: string, command: string, args: string[], options: ChildOptions) =>
      startChild(run, name, command, args, options),
    sweep: () => sweep(run),
  }
}

export type Children = ReturnType<typeof createChildren>

async function startChild(
  run: string,
  name: string,
  command: string,
  args: string[],
  options: ChildOptions,
): Promise<Child> {
  const { log, endBy = 'SIGTERM', ...rest } = options
  mkdirSync(join(log, '..'), { recursive: true })
  const out = openSync(log, 'a')
  const child = spawn(command, args, {
    ...rest,
    stdio: ['ignore', out, out],
    detached: process.platform !== 'win32',
  })
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
  const pid = child.pid as number
  const record = join(run, `${name}.${pid}.pid`)
  writeFileSync(record, `${pid} ${endBy} ${processStart(pid) ?? ''}`)
  const lifeline = guard(pid, endBy)
  const gone = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 0)),
  )
  void gone.then(() => {
    lifeline?.kill('SIGKILL')
    rmSync(record, { force: true })
  })
  return {
    pid,
    process: child,
    gone,
    stop: (signal = endBy, graceMs = 10_000) => stopChild(child, gone, signal, graceMs),
  }
}

async function stopChild(
  child: ChildProcess,
  gone: Promise<unknown>,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await gone
  clearTimeout(timer)
}

// A shell that waits for the end of its input, which comes when this process is gone in whatever way, and then ends the child.
function guard(pid: number, signal: NodeJS.Signals): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const script = `while read -r _; do :; done; kill -${signal.slice(3)} ${pid}`
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  shell.on('error', () => undefined)
  shell.unref()
  ;(shell.stdin as unknown as { unref?: () => void })?.unref?.()
  return shell
}

/** Ends every process that an earlier run recorded and left behind; answers how many. */
async function sweep(run: string): Promise<number> {
  const left = readdirSync(run).filter((file) => file.endsWith('.pid'))
  const ended = await Promise.all(left.map((file) => endRecorded(join(run, file))))
  return ended.filter(Boolean).length
}

async function endRecorded(record: string): Promise<boolean> {
  const [pidText = '', signal = 'SIGTERM', ...startedAt] = readFileSync(record, 'utf8').split(' ')
  const pid = Number(pidText)
  const same = () => pid > 0 && processStart(pid) === startedAt.join(' ')
  const found = same()
  if (found) process.kill(pid, signal as NodeJS.Signals)
  for (let waited = 0; same(); waited += 50) {
    if (waited === 5000) process.kill(pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  rmSync(record, { force: true })
  return found
}

/** When a process began, as the system tells it: a pid that is used again has another birth. Undefined when there is none. */
export function processStart(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined
  }
}
