// Where is the embedded PostgreSQL, and how does it start, stop and come back after a kill −9?
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { Child, Children } from '../children.ts'
import { keptPort } from '../ports.ts'
import { type Allowed, type Cluster, findCluster, initialiseCluster } from './postgres-cluster.ts'

/** A running embedded PostgreSQL. */
export type Postgres = {
  url: string
  pid: number
  stop: () => Promise<void>
  /** kill −9 of the whole server, for crash tests; start again with the same folder. */
  kill: () => Promise<void>
}

export type PostgresOptions = {
  /** ANJIAN_DATA: the cluster lives in `<folder>/postgres` (or is linked from there), its log in `<folder>/logs`. */
  folder: string
  children: Children
  /** Further settings, as `{ fsync: 'off' }`. */
  settings?: Record<string, string>
  /** Told where the cluster lies, when that is not in its folder. */
  log?: (text: string) => void
  allowed?: Allowed
}

const USER = 'anjian'
const DATABASE = 'anjian'
const ATTEMPTS = 20

/** Starts (and the first time creates) the cluster of that folder, and its database `anjian`. */
export async function startPostgres({
  folder,
  children,
  settings = {},
  log: report = () => undefined,
  allowed = {},
}: PostgresOptions): Promise<Postgres> {
  const cluster = await findCluster(resolve(folder, 'postgres'), report, allowed)
  const password = initialise(cluster, folder)
  const port = await keptPort(folder, 'postgres')
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`
  const log = resolve(folder, 'logs', 'postgres.log')
  const call = cluster.way.command(cluster.postgres, flags(cluster.place, port, settings))
  const start = () =>
    children.start('postgres', ...call, cluster.way.as({ log, endBy: 'SIGINT', cwd: '/' }))
  const server = await startUntilUp(start, url, cluster.place, log)
  await createDatabase(url)
  return {
    url,
    pid: server.pid,
    stop: () => server.stop('SIGINT', 20_000),
    kill: () => server.stop('SIGKILL'),
  }
}

function initialise(cluster: Cluster, folder: string): string {
  const file = join(folder, 'run', 'postgres.password')
  if (existsSync(join(cluster.place, 'PG_VERSION'))) return readFileSync(file, 'utf8')
  mkdirSync(join(folder, 'run'), { recursive: true })
  const password = randomBytes(18).toString('hex')
  writeFileSync(file, password, { mode: 0o600 })
  initialiseCluster(cluster, USER, password)
  return password
}

function flags(cluster: string, port: number, settings: Record<string, string>): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_min_messages: 'warning',
    ...settings,
  }
  return [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

// After a kill −9 the old backends may hold the shared memory for a moment, and the new server then refuses to start.
async function startUntilUp(
  start: () => Promise<Child>,
  url: string,
  cluster: string,
  log: string,
): Promise<Child> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await removeStalePid(cluster)
    const server = await start()
    if (await answers(server, url)) return server
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error(`The embedded PostgreSQL does not start: see ${log}`)
}

// The number in postmaster.pid may by now belong to a stranger, and PostgreSQL would then believe that it runs already.
async function removeStalePid(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  if (pid > 0 && process.platform === 'linux' && !commandLine(pid).includes(cluster))
    rmSync(file, { force: true })
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function answers(server: Child, url: string): Promise<boolean> {
  let over = false
  void server.gone.then(() => {
    over = true
  })
  while (!over) {
    if (
      await query(url, 'SELECT 1', 'postgres').then(
        () => true,
        () => false,
      )
    )
      return true
    await new Promise((done) => setTimeout(done, 50))
  }
  return false
}

async function createDatabase(url: string): Promise<void> {
  const found = await query(
    url,
    `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`,
    'postgres',
  )
  if (found.rowCount === 0) await query(url, `CREATE DATABASE ${DATABASE}`, 'postgres')
}

/** Runs one statement on a connection of its own, in another database of the same server where one is named. */
export async function query(url: string, sql: string, database?: string): Promise<pg.QueryResult> {
  const target = new URL(url)
  if (database !== undefined) target.pathname = `/${database}`
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await client.query(sql)
  } finally {
    await client.end().catch(() => undefined)
  }
}
