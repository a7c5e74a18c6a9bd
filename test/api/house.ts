// An API over a real database, with the real engine in place of Temporal: what a case answers, without waiting for it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { ReprojectionStep } from '../../activities/contract.ts'
import type { ActivityDeps, Mail } from '../../activities/deps.ts'
import { createActivities } from '../../activities/index.ts'
import { createReprojection } from '../../activities/reprojection.ts'
import { createIdentity } from '../../api/account/identity.ts'
import { createApp } from '../../api/app.ts'
import { createDossierMaker } from '../../api/dossier/dossier-maker.ts'
import { createFileStore } from '../../api/evidence/file-store.ts'
import type { OidcSettings } from '../../api/http/accounts.ts'
import type { CaseClient, Deps, Settings, ShortMessage } from '../../api/http/deps.ts'
import { createLive } from '../../api/http/live.ts'
import { examineApart } from '../../bin/documents/examine-apart.ts'
import { createPerformer } from '../../commit/perform.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { createClock } from '../../db/clock.ts'
import { saveAccounts } from '../../db/organisation/accounts.ts'
import { readFrame } from '../../devices/protocols/explain.ts'
import { pressDossier } from '../../documents/dossier.ts'
import { printPlan } from '../../documents/plan.ts'
import { createRenderer } from '../../documents/render.ts'
import { demoSealer } from '../../documents/seal.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Register } from '../../domain/registers/define.ts'
import { quickHash } from '../support/people/passwords.ts'
import { people, settle } from '../support/people/people.ts'
import { createDatabase } from '../support/servers/infra.ts'

export const password = 'Correct-horse-9'
const origin = 'http://localhost:8300'
const product: Record<string, ProcessDefinition> = { 'hazard-rectification': hazardRectification }

export type House = Awaited<ReturnType<typeof openHouse>>
export type Sent = {
  method?: string
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
}

/** `further`: processes beside those of the product; `registers`: those that are kept. */
export const openHouse = async (
  settings: Partial<Settings> = {},
  oidc: OidcSettings | null = null,
  further: Record<string, ProcessDefinition> = {},
  registers: Record<string, Register> = {},
  more: Partial<ActivityDeps> = {},
) => {
  const processes = { ...product, ...further }
  const { url, drop } = await createDatabase()
  const connection = connect(url)
  const clock = createClock(connection.db, true)
  await settle(connection.db)
  const passwordHash = await quickHash(password)
  const accounts = Object.entries(people).map(([id, [name]]) => ({
    id,
    username: id,
    name,
    passwordHash,
  }))
  await saveAccounts(connection.db, accounts)
  const filesDir = mkdtempSync(join(tmpdir(), 'anjian-files-'))
  const log = pino({ level: 'silent' })
  const mails: Mail[] = []
  const messages: ShortMessage[] = []
  const live = createLive(url, log)
  const engine = engineOf(connection.db, clock, mails, processes, {
    noticeWindowMs: settings.noticeWindowMs ?? 0,
    ...storeIn(filesDir),
    ...more,
  })
  const deps: Deps = {
    connection,
    clock,
    books: () => loadBooks(connection.db),
    processes,
    processFor: (id) => processes[id],
    registers,
    ...engine,
    reprojections: batchesOf(connection.db, clock, processes, () => deps.cases),
    ...createIdentity(
      connection.db,
      { publicUrl: origin, secret: 'a secret of thirty-two characters', oidc },
      mailbox(mails),
      log,
    ),
    sendShortMessage: async (one) => messages.push(one) > 0,
    live,
    log,
    settings: { ...usual, filesDir, ...settings },
    dailyJobs: async () => undefined,
    temporalAnswers: async () => true,
    engineWaitsSince: () => null,
    readFrame,
    dossiers: createDossierMaker({
      db: connection.db,
      processFor: (id) => processes[id],
      now: () => clock.now(),
      filesDir,
      press: async (sheet, papers) =>
        pressDossier(sheet, ({ no }) => {
          const paper = papers[no] ?? ''
          return typeof paper === 'string' ? readFileSync(paper) : paper
        }),
      log,
    }),
    printPlan: async (sheet) => printPlan(sheet),
    examine: examineApart([]),
    stopping: () => false,
    mailbox: null,
    demoAccounts: () => [],
  }
  const app = createApp(deps)
  const close = async () => {
    await live.close()
    await connection.close()
    await drop()
    rmSync(filesDir, { recursive: true, force: true })
  }
  return {
    app,
    deps,
    mails,
    messages,
    db: connection.db,
    clock,
    live,
    filesDir,
    close,
    ...doors(app),
  }
}

const usual: Omit<Settings, 'filesDir'> = {
  demo: true,
  laboratory: true,
  publicUrl: origin,
  uiDir: join(import.meta.dirname, '../../dist/ui'),
  chartsDir: join(import.meta.dirname, '../../ui'),
  noticeWindowMs: 0,
  singleSignOn: false,
  secondFactor: false,
  outbound: { listed: [], own: [], httpsOnly: true },
  signInsPerMinute: 1_000,
  secret: 'a secret of thirty-two characters',
  behindProxy: false,
}

type OfStore = Pick<ActivityDeps, 'removal' | 'lookAtBytes'>

const storeIn = (folder: string): OfStore => {
  const { remove, chunks, look: lookAtBytes } = createFileStore(folder)
  return { removal: { remove, discardPieces: chunks.discard }, lookAtBytes }
}

const mailbox = (mails: Mail[]) => async (one: Mail) => ({
  ok: mails.push(one) > 0,
  detail: '250',
  retry: false,
})

/** What Temporal would do with the same activities, at once. */
const engineOf = (
  db: Deps['connection']['db'],
  clock: ReturnType<typeof createClock>,
  mails: Mail[],
  processes: Record<string, ProcessDefinition>,
  { noticeWindowMs = 0, ...more }: Partial<ActivityDeps> & OfStore,
): Pick<Deps, 'cases' | 'dailyRound'> => {
  const mail = { send: mailbox(mails) }
  const processFor = (id: string) => {
    const found = processes[id]
    if (!found) throw new TypeError(id)
    return found
  }
  const now = (executor: Parameters<typeof clock.now>[0]) => clock.now(executor)
  const documents = createRenderer(demoSealer)
  const ofCommits = { db, now, books: () => loadBooks(db), processFor, noticeWindowMs }
  const performer = createPerformer(ofCommits, () => undefined)
  const activities = createActivities({
    ...ofCommits,
    documents,
    mail,
    secret: usual.secret,
    cases: performer,
    ...more,
  })
  const tick: CaseClient['tick'] = async ({ caseId, process }) => {
    await activities.advance({ caseId, process, commandId: null })
    // A slow machine leaves some of them for another round, as the workflow does.
    while ((await activities.runEffects({ caseId, process })).left);
    await activities.advance({ caseId, process, commandId: null })
  }
  const dailyRound = async () => {
    while ((await activities.dailyRound()).more);
  }
  const observe: CaseClient['observe'] = async (address) => void (await activities.advance(address))
  return { cases: { ...performer, observe, tick }, dailyRound }
}

/** The batch as its workflow runs it, in one pass: what cannot answer waits until it is begun again. */
const batchesOf = (
  db: Deps['connection']['db'],
  clock: ReturnType<typeof createClock>,
  processes: Record<string, ProcessDefinition>,
  cases: () => CaseClient,
): Deps['reprojections'] => {
  const batch = createReprojection({
    db,
    now: (executor) => clock.now(executor),
    processFor: (id) => processes[id],
    processes,
    cases: { act: (key) => cases().act(key) },
    casesPerSecond: 100_000,
    liveness: () => ({ beat: () => undefined, signal: new AbortController().signal }),
  })
  const begin = async (id: string): Promise<void> => {
    await batch.listReprojected({ id })
    for (let after: string | null = ''; after !== null; ) {
      const step: ReprojectionStep = await batch.reprojectSome({ id, after })
      if (step.left === 0) return batch.concludeReprojection({ id })
      after = step.after
    }
  }
  return { begin }
}

type App = { request: (path: string, init: RequestInit) => Response | Promise<Response> }

const doors = (app: App) => {
  const cookies = new Map<string, string>()
  const send = async (
    path: string,
    { method, json, body, headers = {} }: Sent = {},
  ): Promise<Response> => {
    const sent = json === undefined ? body : JSON.stringify(json)
    const type: Record<string, string> =
      json === undefined ? {} : { 'content-type': 'application/json' }
    return app.request(path, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      ...(sent === undefined ? {} : { body: sent }),
      headers: { ...type, ...headers },
    })
  }
  const signIn = async (username: string): Promise<string> => {
    const known = cookies.get(username)
    if (known) return known
    const answer = await send('/api/session', { json: { username, password } })
    if (answer.status !== 200) throw new Error(`${username}: ${await answer.text()}`)
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    cookies.set(username, cookie)
    return cookie
  }
  /** A request of a signed-in person, with status and body. */
  const as = async (username: string, path: string, sent: Sent = {}) => {
    const answer = await send(path, {
      ...sent,
      headers: { cookie: await signIn(username), ...sent.headers },
    })
    const words = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: (words === '' ? null : JSON.parse(words)) as never as Record<string, never> & Body,
    }
  }
  return { send, signIn, as }
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers as a client of another language would
type Body = any

export const hazard = (more: Record<string, unknown> = {}) => ({
  title: '危化品仓库防爆灯损坏',
  site: '2号仓库',
  category: 'hazchem',
  description: '仓库内防爆灯外壳破裂',
  ...more,
})

/** Reports a hazard as a person of the enterprise and answers its id. */
export const report = async (house: House, key?: string): Promise<string> => {
  const answer = await house.as('qi', '/api/cases/hazard-rectification', {
    json: { data: hazard() },
    headers: key ? { 'idempotency-key': key } : {},
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.id
}
