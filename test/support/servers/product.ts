// The whole product as separate processes before given servers: what a browser or a crash test stands in front of.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, createChildren } from '../../../bin/infra/children.ts'
import { freePort } from '../../../bin/infra/ports.ts'
import { DEMO_PASSWORD } from '../../../bin/seed/accounts.ts'
import { seedRegisters } from '../../../bin/seed/registers.ts'
import type { ActAnswer, CaseView } from '../../../contract/case/cases.ts'
import type { ClockAnswer } from '../../../contract/operation/operation.ts'
import { connect } from '../../../db/client.ts'
import { createClock } from '../../../db/clock.ts'
import { notMade } from '../../../domain/engine/judging/document-acts.ts'
import type { Problem } from '../../../domain/language/errors.ts'
import { processes } from '../../../domain/processes.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { withPapers as bringPapers, uploadedBy } from '../people/papers.ts'
import { quickHash } from '../people/passwords.ts'
import { program } from './programs.ts'

export type Servers = {
  databaseUrl: string
  temporalAddress: string
  smtpUrl: string
  mailDir: string
}
export type Product = Awaited<ReturnType<typeof openProduct>>

/** Seeds the registers and starts worker and API in laboratory mode; `at` sets the legal clock before anything happens. */
export const openProduct = async (
  servers: Servers,
  at?: string,
  more: Record<string, string> = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-product-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const connection = connect(servers.databaseUrl)
  await seedRegisters(connection.db, quickHash)
  if (at) await createClock(connection.db, true).setNow(at)
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    ANJIAN_BUILT: process.env.ANJIAN_BUILT,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: base,
    ANJIAN_MODE: 'demo',
    ANJIAN_CLOCK_LAB: '1',
    ANJIAN_NOTICE_WINDOW: '0',
    ANJIAN_DATA: folder,
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    SMTP_URL: servers.smtpUrl,
    MAILBOX_DIR: servers.mailDir,
    LOG_LEVEL: 'warn',
    ...more,
  }
  const children = createChildren(folder)
  const launch = async (name: string, extra: Record<string, string> = {}): Promise<Child> =>
    children.start(name, process.execPath, [await program(name)], {
      env: { ...env, ...extra },
      log: join(folder, `${name}.log`),
    })
  const product = {
    base,
    folder,
    env,
    db: connection.db,
    worker: await launch('worker'),
    api: await launch('api'),
    launch,
    restartWorker: async () => {
      product.worker = await launch('worker')
    },
    restartApi: async () => {
      product.api = await launch('api')
      await ready(base)
    },
    log: (name: string) => readFileSync(join(folder, `${name}.log`), 'utf8'),
    person: (username: string) => signIn(base, username),
    close: async () => {
      await Promise.all([product.api.stop('SIGKILL'), product.worker.stop('SIGKILL')])
      await connection.close().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await ready(base)
  return product
}

export const ready = async (base: string): Promise<void> => {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the product does not become ready')
}

const processFor = (id: string) => {
  const found = processes[id]
  if (!found) throw new TypeError(id)
  return found
}

export type PersonAtWork = Awaited<ReturnType<typeof signIn>>

/** One signed-in person before the HTTP API. */
export const signIn = async (base: string, username: string) => {
  const response = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  })
  if (!response.ok)
    throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const raw = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    fetch(base + path, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
  const get = async <Body>(path: string): Promise<Body> => answered(await raw('GET', path), path)
  const view = (id: string) => get<CaseView>(`/api/cases/${id}`)
  const start = async (
    process: string,
    data: Record<string, unknown>,
    key: string = randomUUID(),
  ): Promise<ActAnswer> =>
    answered(
      await raw('POST', `/api/cases/${process}`, { data }, { 'idempotency-key': key }),
      process,
    )
  /** The form with a file for every paper that whoever applies for himself has to bring. */
  const withPapers = (process: string, type: string, data: Record<string, unknown> = {}) =>
    bringPapers(
      processFor(process),
      type,
      data,
      uploadedBy((path, sent) => fetch(base + path, sent), cookie),
    )
  return {
    username,
    cookie,
    raw,
    get,
    view,
    timeline: (id: string) =>
      get<{ items: TimelineItem[]; chain: { valid: boolean; brokenAt: number | null } }>(
        `/api/cases/${id}/timeline`,
      ),
    start,
    act: async (
      id: string,
      type: string,
      data: Record<string, unknown> = {},
      options: { key?: string; ifMatch?: number; taskId?: string } = {},
    ): Promise<ActAnswer> => {
      const headers = {
        'idempotency-key': options.key ?? randomUUID(),
        ...(options.ifMatch === undefined ? {} : { 'if-match': String(options.ifMatch) }),
      }
      const body = { type, data, ...(options.taskId ? { taskId: options.taskId } : {}) }
      return answered(
        await onceMade(() => raw('POST', `/api/cases/${id}/acts`, body, headers)),
        type,
      )
    },
    withPapers,
    /** Applies with a file for every paper that the form needs. */
    applies: async (process: string, data: Record<string, unknown>) =>
      start(process, await withPapers(process, processFor(process).start.type, data)),
    advance: async (period: string) =>
      answered<ClockAnswer>(await raw('POST', '/api/clock', { advance: period }), period),
  }
}

/** A problem of the API as an error with its code. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem, where: string) {
    super(`${where}: ${problem.status} ${problem.code} ${JSON.stringify(problem.reasons)}`)
    this.problem = problem
  }
}

const answered = async <Body>(response: Response, where: string): Promise<Body> => {
  const body = await response.json()
  if (!response.ok) throw new ProblemError(body as Problem, where)
  return body as Body
}

/** Mails that the demo's SMTP server has received, one per Message-ID. */
export const mailsIn = (folder: string): { messageId: string; to: string; subject: string }[] => {
  const lines = readFileSync(join(folder, 'mails.jsonl'), 'utf8').trim().split('\n')
  const mails = lines
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { messageId: string; to: string; subject: string })
  return [...new Map(mails.map((mail) => [mail.messageId, mail])).values()]
}

const WALKED_DAYS = 2

/**
 * The laboratory's clock stands at nine in the morning of that day in Shanghai. It walks the last days morning by morning; those before are
 * left out as an outage would leave them out, and what fell due in them happens late, at its own instant.
 */
export const walkTo = async (
  product: Product,
  person: PersonAtWork,
  date: string,
): Promise<void> => {
  const target = Date.parse(`${date}T01:00:00.000Z`)
  const { now } = await person.get<{ now: string }>('/api/me')
  const near = target - WALKED_DAYS * 86_400_000
  if (near > Date.parse(now))
    await createClock(product.db, true).setNow(new Date(near).toISOString())
  const days = Math.round((target - Math.max(near, Date.parse(now))) / 86_400_000)
  await person.advance(`P${days}D`)
}

/** Whoever is told that a document is not made yet waits a moment and presses again. */
const onceMade = async (press: () => Promise<Response>): Promise<Response> => {
  for (const until = Date.now() + 30_000; ; ) {
    const response = await press()
    if (
      response.status !== 409 ||
      Date.now() > until ||
      !(await response.clone().text()).includes(notMade.zh)
    )
      return response
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
