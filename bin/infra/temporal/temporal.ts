// Where is the embedded Temporal server, and how does it start, stop and come back after a kill −9?
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Child, Children } from '../children.ts'
import { isTaken, keptPort } from '../ports.ts'

/** A running Temporal development server. */
export type Temporal = {
  address: string
  pid: number
  stop: () => Promise<void>
  /** kill −9, for crash tests; start again with the same folder and find the same address. */
  kill: () => Promise<void>
}

export type TemporalOptions = {
  /** ANJIAN_DATA: the database file lives in `<folder>/temporal`, the log in `<folder>/logs`. */
  folder: string
  children: Children
  namespace?: string
  /** Keeps nothing on disk, for tests that never restart the server. */
  inMemory?: boolean
  /** Further dynamic configuration, or other values than ours, as `{ 'history.timerProcessorMaxTimeShift': '"1ms"' }`. */
  dynamicConfig?: Record<string, string>
}

const run = promisify(execFile)

/** What the server must be told to be quick, the same embedded and in production. */
export const DYNAMIC_CONFIG = {
  'history.transferProcessorMaxPollRPS': '500',
  'history.timerProcessorMaxPollRPS': '500',
  'history.timerProcessorMaxTimeShift': '"100ms"',
  'frontend.namespaceRPS': '10000',
  'frontend.namespaceRPS.visibility': '1000',
  'frontend.WorkflowTimeSkippingEnabled': 'true',
}

/** By what an operator finds cases in Temporal's own interface; the names are a contract with the workflows. */
export const SEARCH_ATTRIBUTES = {
  CaseProcess: 'Keyword',
  CaseState: 'Keyword',
  ChartVersion: 'Keyword',
}

const RETENTION = '8760h'
const PATIENCE_MS = 60_000
/** It chooses further ports by itself, and another process may be quicker. */
const STARTS = 3

/** Starts the server on the database file of that folder and waits until its namespace answers. */
export async function startTemporal({
  folder,
  children,
  namespace = 'default',
  inMemory = false,
  dynamicConfig = {},
}: TemporalOptions): Promise<Temporal> {
  const cli = temporalCli()
  mkdirSync(join(folder, 'temporal'), { recursive: true })
  const log = resolve(folder, 'logs', 'temporal.log')
  const storage = inMemory ? [] : fileFlags(resolve(folder, 'temporal', 'temporal.db'))
  for (let tries = 1; tries <= STARTS; tries += 1) {
    const ports = {
      grpc: await keptPort(folder, 'temporal'),
      http: await keptPort(folder, 'temporal-http'),
      metrics: await keptPort(folder, 'temporal-metrics'),
    }
    const address = `127.0.0.1:${ports.grpc}`
    const args = [...serverFlags(namespace, ports), ...storage, ...valueFlags(dynamicConfig)]
    const server = await children.start('temporal', cli, args, { log })
    if (await isUsable(server, cli, ports.grpc, namespace))
      return {
        address,
        pid: server.pid,
        stop: () => server.stop('SIGTERM', 20_000),
        kill: () => server.stop('SIGKILL'),
      }
  }
  throw new Error(`The embedded Temporal server does not start: see ${log}`)
}

/** The Temporal CLI that `bin/ensure.mjs` found. */
export function temporalCli(): string {
  const kept = join(
    import.meta.dirname,
    '..',
    '..',
    '..',
    '.cache',
    'temporal',
    process.platform === 'win32' ? 'temporal.exe' : 'temporal',
  )
  const cli = process.env.TEMPORAL_CLI ?? kept
  if (existsSync(cli)) return cli
  throw new Error(
    'There is no Temporal CLI yet: start with `npm start` or `npm test`, which fetch it',
  )
}

function serverFlags(
  namespace: string,
  ports: { grpc: number; http: number; metrics: number },
): string[] {
  return [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--namespace',
    namespace,
    '--log-level',
    'error',
    '--port',
    String(ports.grpc),
    '--http-port',
    String(ports.http),
    '--metrics-port',
    String(ports.metrics),
  ]
}

// The default journal of SQLite makes every step more than twice as slow.
function fileFlags(file: string): string[] {
  return [
    '--db-filename',
    file,
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    'synchronous=NORMAL',
  ]
}

function valueFlags(dynamicConfig: Record<string, string>): string[] {
  const values = Object.entries({ ...DYNAMIC_CONFIG, ...dynamicConfig }).flatMap(([key, value]) => [
    '--dynamic-config-value',
    `${key}=${value}`,
  ])
  return [
    ...values,
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => [
      '--search-attribute',
      `${name}=${type}`,
    ]),
  ]
}

// A closed case stays readable for a year; setting that is also the first thing that only works once the server is up.
async function isUsable(
  server: Child,
  cli: string,
  port: number,
  namespace: string,
): Promise<boolean> {
  let over = false
  void server.gone.then(() => {
    over = true
  })
  const give = Date.now() + PATIENCE_MS
  const args = [
    'operator',
    'namespace',
    'update',
    '--namespace',
    namespace,
    '--retention',
    RETENTION,
    '--address',
    `127.0.0.1:${port}`,
  ]
  while (!over && Date.now() < give) {
    // The CLI is a large program: it is not asked before somebody listens.
    if (
      (await isTaken(port)) &&
      (await run(cli, [...args, '--command-timeout', '5s']).then(
        () => true,
        () => false,
      ))
    )
      return true
    await new Promise((done) => setTimeout(done, 100))
  }
  if (!over) await server.stop('SIGKILL')
  return false
}
