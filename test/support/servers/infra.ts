// Which real servers do the tests run against, and how does a suite get a database of its own?
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Children, createChildren } from '../../../bin/infra/children.ts'
import { takeLock } from '../../../bin/infra/lock.ts'
import { type Smtp, startSmtp } from '../../../bin/infra/mail/smtp.ts'
import { keptPort } from '../../../bin/infra/ports.ts'
import { type Postgres, query, startPostgres } from '../../../bin/infra/postgres/postgres.ts'
import { startTemporal, type Temporal } from '../../../bin/infra/temporal/temporal.ts'

/** The addresses that the global set-up hands to the suites: `inject('infra')`. */
export type InfraAddresses = {
  /** A migrated database that nobody connects to: the template of `createDatabase`. */
  templateUrl: string
  temporalAddress: string
  smtpUrl: string
  mailDir: string
}

/** Servers of one suite's own, which it may kill and start again (crash tests). */
export type OwnInfra = {
  folder: string
  children: Children
  postgres: Postgres
  temporal: Temporal
  smtp: Smtp
  /** Starts it again on the same folder and port after a `kill()`; `postgres` and `temporal` are then the new ones. */
  restartPostgres: () => Promise<Postgres>
  restartTemporal: () => Promise<Temporal>
  stop: () => Promise<void>
}

export type OwnInfraOptions = { inMemory?: boolean; dynamicConfig?: Record<string, string> }

const PREFIX = 'anjian-test-'
// Without fsync a killed server still loses nothing, only a killed machine does; synchronous_commit must stay on.
// Small buffers and no further processes: what each backend maps, and each process that begins, costs more here than it brings.
const HASTY = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
}

const MEMORY = '/dev/shm'
const ROOM = 6 * 1024 ** 3

/** Below memory that the system offers as a folder, where there is room: to make and drop a database costs half as much there. */
const places = (): string[] => {
  if (!existsSync(MEMORY)) return [tmpdir()]
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize < ROOM ? [tmpdir(), MEMORY] : [MEMORY, tmpdir()]
}

/** Starts PostgreSQL, Temporal and SMTP in a fresh folder of the first of those places. */
export async function startOwnInfra({
  inMemory = false,
  dynamicConfig = {},
}: OwnInfraOptions = {}): Promise<OwnInfra> {
  const folder = mkdtempSync(join(places()[0]!, PREFIX))
  takeLock(join(folder, 'run', 'start.lock'))
  const children = createChildren(folder)
  const startDatabase = () => startPostgres({ folder, children, settings: HASTY })
  const startServer = () => startTemporal({ folder, children, inMemory, dynamicConfig })
  const startMail = async () =>
    startSmtp({ folder: join(folder, 'mail'), port: await keptPort(folder, 'smtp') })
  const [postgres, temporal, smtp] = await Promise.all([
    startDatabase(),
    startServer(),
    startMail(),
  ])
  const infra: OwnInfra = {
    folder,
    children,
    postgres,
    temporal,
    smtp,
    restartPostgres: async () => {
      infra.postgres = await startDatabase()
      return infra.postgres
    },
    restartTemporal: async () => {
      infra.temporal = await startServer()
      return infra.temporal
    },
    stop: async () => {
      await Promise.allSettled([infra.postgres.kill(), infra.temporal.kill(), infra.smtp.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return infra
}

/** A database of its own on the shared PostgreSQL, migrated and empty; call it in a suite that has the global set-up. */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { inject } = await import('vitest')
  return cloneDatabase(inject('infra').templateUrl)
}

/** Copies the database of that URL, which nobody may be connected to. */
export async function cloneDatabase(
  templateUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = new URL(templateUrl)
  const template = url.pathname.slice(1)
  const name = `t_${randomBytes(6).toString('hex')}`
  // Copying files needs a checkpoint, which costs nothing without fsync, and less than half the computing of a copy by the log.
  await query(
    templateUrl,
    `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`,
    'postgres',
  )
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () =>
      void (await query(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, 'postgres')),
  }
}

/** Ends the servers and removes the folders of test runs that are no longer alive. */
export async function sweepDeadRuns(): Promise<void> {
  const folders = places().flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => join(place, name)),
  )
  for (const folder of folders) {
    const lock = existsSync(join(folder, 'run'))
      ? takeLock(join(folder, 'run', 'start.lock'))
      : undefined
    if (lock === undefined || 'heldBy' in lock) continue
    await createChildren(folder).sweep()
    rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    infra: InfraAddresses
  }
}
