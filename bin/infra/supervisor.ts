// How does a process of the product stay up, and how is it stopped?
import { join } from 'node:path'
import type { Child, Children } from './children.ts'
import { lastComplaint } from './log-tail.ts'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const SETTLED_MS = 30_000
const HOPELESS = 4

export type Supervised = { stop: () => Promise<void> }

export type SupervisorOptions = {
  children: Children
  env: NodeJS.ProcessEnv
  logs: string
  graceMs: number
  log: (text: string) => void
  /** Told when a process ends again and again; unset once the product is up, from when on it is started for ever. */
  giveUp?: ((error: Error) => void) | undefined
}

/** Runs `node <script>` and starts it again when it ends, after a pause that doubles until it stays up. */
export async function keepRunning(
  name: string,
  script: string,
  options: SupervisorOptions,
  args: string[] = [],
): Promise<Supervised> {
  const log = join(options.logs, `${name}.log`)
  const start = () =>
    options.children.start(name, process.execPath, [script, ...args], { env: options.env, log })
  let child: Child = await start()
  let stopping = false
  const wake = new AbortController()
  const watch = async () => {
    let ends = 0
    for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const began = Date.now()
      const end = await child.gone
      if (stopping) return
      if (Date.now() - began > SETTLED_MS) [pause, ends] = [FIRST_PAUSE_MS, 0]
      ends += 1
      if (ends >= HOPELESS && options.giveUp)
        return options.giveUp(
          new Error(`${name} does not stay up: ${lastComplaint(log)} (see ${log})`),
        )
      options.log(`${name} ended (${end}), starting it again: see ${log}`)
      await sleep(pause, wake.signal)
      if (!stopping) child = await start()
    }
  }
  const watching = watch()
  return {
    async stop() {
      stopping = true
      wake.abort()
      await child.stop('SIGTERM', options.graceMs)
      await watching
      await child.stop('SIGTERM', options.graceMs)
    },
  }
}

/** Runs `node <script>` to its end; throws with the log's name when it fails. */
export async function runOnce(
  name: string,
  script: string,
  args: string[],
  options: SupervisorOptions,
  started: (child: Child) => void,
): Promise<void> {
  const log = join(options.logs, `${name}.log`)
  const child = await options.children.start(name, process.execPath, [script, ...args], {
    env: options.env,
    log,
  })
  started(child)
  const end = await child.gone
  if (end !== 0) throw new Error(`${name} failed (${end}): ${lastComplaint(log)} (see ${log})`)
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
