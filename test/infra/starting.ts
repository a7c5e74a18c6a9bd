// How does a test run `npm start` in a folder of its own, and look at what it leaves there?
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../bin/infra/ports.ts'
import { program } from '../support/servers/programs.ts'

const root = join(import.meta.dirname, '..', '..')

/** A folder and a port for any number of starts, one after the other or at once. */
export const openFolder = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-start-'))
  const port = await freePort()
  const started: ChildProcess[] = []
  const kept = (file: string) => readFileSync(join(folder, 'run', file), 'utf8')
  const log = (name: string) =>
    existsSync(join(folder, 'logs', `${name}.log`))
      ? readFileSync(join(folder, 'logs', `${name}.log`), 'utf8')
      : ''
  return {
    folder,
    base: `http://127.0.0.1:${port}`,
    start: (more: Record<string, string> = {}) => {
      const child = follow(join(root, 'bin', 'start.ts'), {
        ANJIAN_DATA: folder,
        PORT: String(port),
        ANJIAN_MODE: 'demo',
        ...more,
      })
      started.push(child.child)
      return child
    },
    log,
    /** Resolves once a process of the product has written that into its log. */
    logged: async (name: string, words: string) => {
      while (!log(name).includes(words)) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    pidOf: (name: string) =>
      Number(
        files(folder)
          .find((file) => file.startsWith(`${name}.`) && file.endsWith('.pid'))
          ?.split('.')[1],
      ),
    /** What a start leaves in its folder as long as it runs. */
    marks: () => files(folder).filter((file) => /\.(pid|lock)$/.test(file)),
    databaseUrl: () =>
      `postgres://anjian:${kept('postgres.password')}@127.0.0.1:${kept('postgres.port')}/anjian`,
    temporalAddress: () => `127.0.0.1:${kept('temporal.port')}`,
    /** Runs a program of `bin/` beside it to its end. */
    run: async (name: string, env: Record<string, string>) => {
      const run = follow(await program(name), { ANJIAN_DATA: folder, ANJIAN_MODE: 'demo', ...env })
      return { code: await run.end, out: run.printed() }
    },
    close: () => {
      for (const child of started) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
    },
  }
}

const files = (folder: string): string[] => readdirSync(join(folder, 'run'))

const follow = (script: string, more: Record<string, string>) => {
  const { VITEST: _, NODE_ENV: __, ...outside } = process.env
  const child = spawn(process.execPath, [script], {
    env: { ...outside, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text
    })
  const end = new Promise<number | null>((resolve) => child.once('close', resolve))
  const untilOutput = async (words: RegExp) => {
    while (!words.test(output) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50))
    if (!words.test(output)) throw new Error(`it did not say ${words}: ${output}`)
  }
  return { child, end, untilOutput, printed: () => output }
}
