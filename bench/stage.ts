// What stands on the measured machine? Own servers with normal durability, and the product's processes as in production.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, createChildren } from '../bin/infra/children.ts'
import { takeLock } from '../bin/infra/lock.ts'
import { freePort, isFree, keptPort } from '../bin/infra/ports.ts'
import { startPostgres } from '../bin/infra/postgres/postgres.ts'
import { startTemporal } from '../bin/infra/temporal/temporal.ts'
import { seedRegisters } from '../bin/seed/registers.ts'
import { connect } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'

const root = join(import.meta.dirname, '..')
const PREFIX = 'anjian-bench-'
const READY_MS = 60_000

export type Stage = Awaited<ReturnType<typeof openStage>>

export type Log = (words: string) => void
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Measures, and closes afterwards what the measurement stands on, also where it fails or somebody stops the run. */
export const closingAfter = async <Figures>(
  close: () => Promise<unknown>,
  measure: () => Promise<Figures>,
  onFailure: (error: unknown) => void = () => undefined,
): Promise<Figures> => {
  const leave = () => void close().then(() => process.exit(130))
  for (const signal of signals) process.once(signal, leave)
  try {
    return await measure()
  } catch (error) {
    onFailure(error)
    throw error
  } finally {
    for (const signal of signals) process.off(signal, leave)
    await close()
  }
}

/** For `closingAfter`: what went wrong, and what these processes said last. */
export const tellLastWords =
  (log: Log, stage: Stage, names: string[]) =>
  (error: unknown): void => {
    log(`${error}`)
    for (const name of names) log(`${name}: ${stage.log(name).slice(-2_000)}`)
  }

/** Closes what was opened last first, and the stage at the end. */
export const closeAll = async (open: (() => unknown)[], stage: Stage): Promise<void> => {
  for (const one of open.reverse()) await one()
  await stage.close()
}

/** Runs the product in the laboratory, where the clock of the law may be moved; the rest is as in production. */
export const laboratory = { ANJIAN_MODE: 'demo', ANJIAN_CLOCK_LAB: '1' }

/** A server that may be killed with −9 and started again where it was. */
const killable = async <Server extends { kill: () => Promise<void> }>(
  start: () => Promise<Server>,
) => {
  const first = await start()
  let running = first
  const startAgain = async (): Promise<void> => {
    running = await start()
  }
  return { first, kill: () => running.kill(), startAgain }
}

/**
 * Servers, registers, worker and API in a new folder below the system's temporary one; `further` settings replace those of production,
 * `settings` are PostgreSQL's.
 */
export const openStage = async (
  further: Record<string, string> = {},
  settings: Record<string, string> = {},
) => {
  await sweepDeadRuns()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  takeLock(join(folder, 'run', 'start.lock'))
  const children = createChildren(folder)
  const servers = await Promise.all([
    killable(() => startPostgres({ folder, children, settings })),
    killable(() => startTemporal({ folder, children })),
  ])
  const [{ first: postgres }, { first: temporal }] = servers
  const launch = (name: string, script: string, env: Record<string, string>): Promise<Child> =>
    children.start(name, process.execPath, [join(root, script)], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
      log: join(folder, 'logs', `${name}.log`),
    })
  const smtpPort = String(await keptPort(folder, 'smtp'))
  const mail = await launch('mail', 'bench/mail-server.ts', {
    PORT: smtpPort,
    FOLDER: join(folder, 'mail'),
  })
  await migrate(postgres.url)
  const { db, close } = connect(postgres.url)
  await seedRegisters(db)
  const base = `http://127.0.0.1:${await freePort()}`
  const addresses = { DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: temporal.address }
  const env = { ...settingsOf(base, folder, addresses, smtpPort), ...further }
  const worker = await launch('worker', 'bin/worker.ts', { ...env, PGAPPNAME: 'worker' })
  const api = await launch('api', 'bin/api.ts', { ...env, PGAPPNAME: 'api' })
  await ready(base, { api, worker }, folder)
  return {
    folder,
    base,
    db,
    databaseUrl: postgres.url,
    temporalAddress: temporal.address,
    launch,
    env,
    postgres: servers[0],
    temporal: servers[1],
    pids: {
      api: api.pid,
      worker: worker.pid,
      temporal: temporal.pid,
      postgres: postgres.pid,
      mail: mail.pid,
    },
    log: (name: string) => readFileSync(join(folder, 'logs', `${name}.log`), 'utf8'),
    close: async () => {
      await Promise.allSettled([
        api.stop('SIGKILL'),
        worker.stop('SIGKILL'),
        mail.stop('SIGKILL'),
        close(),
      ])
      await Promise.allSettled(servers.map(({ kill }) => kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const settingsOf = (
  base: string,
  folder: string,
  servers: Record<string, string>,
  smtpPort: string,
): Record<string, string> => ({
  ...servers,
  // Its people are the demo's, whom production refuses.
  ANJIAN_MODE: 'demo',
  ANJIAN_URGENT_LANE: 'off',
  ANJIAN_DATA: folder,
  ANJIAN_SECRET: randomBytes(32).toString('hex'),
  HOST: '127.0.0.1',
  PORT: new URL(base).port,
  PUBLIC_URL: base,
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  MAIL_FROM: 'bench@anjian.example',
})

const ready = async (
  base: string,
  processes: Record<string, Child>,
  folder: string,
): Promise<void> => {
  let ended: string | undefined
  for (const [name, { gone }] of Object.entries(processes))
    void gone.then(() => {
      ended = name
    })
  for (const give = Date.now() + READY_MS; Date.now() < give && ended === undefined; ) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    const worker = join(folder, 'logs', 'worker.log')
    if (answer?.ok && existsSync(worker) && readFileSync(worker, 'utf8').includes('worker ready'))
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `${ended ?? 'the product'} does not become ready: ${ended ? readFileSync(join(folder, 'logs', `${ended}.log`), 'utf8') : ''}`,
  )
}

/** Ends the servers and removes the folders of runs that were killed. */
const sweepDeadRuns = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    if ('heldBy' in takeLock(join(folder, 'run', 'start.lock'))) continue
    await createChildren(folder).sweep()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits until somebody listens on that port. */
export const listening = async (port: number): Promise<void> => {
  for (const give = Date.now() + READY_MS; Date.now() < give; ) {
    if (!(await isFree(port))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nobody listens on port ${port}`)
}
