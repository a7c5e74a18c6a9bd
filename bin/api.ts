// How does the API process come to life, and how does it end without cutting anybody off?
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Client, Connection } from '@temporalio/client'
import { pino } from 'pino'
import { createMailer } from '../activities/mail.ts'
import { createIdentity } from '../api/account/identity.ts'
import { createApp } from '../api/app.ts'
import { beginUnfinished } from '../api/change/reprojections.ts'
import { createDossierMaker } from '../api/dossier/dossier-maker.ts'
import type { Settings } from '../api/http/deps.ts'
import { createLive } from '../api/http/live.ts'
import { watchEngine } from '../api/operation/engine-watch.ts'
import { settleLeft } from '../api/payments/intake.ts'
import { createPerformer } from '../commit/perform.ts'
import { createSender } from '../commit/sender.ts'
import { anchorDay } from '../db/cases/anchors.ts'
import { createBooks, loadBooks } from '../db/change/books.ts'
import { actLimits, apart, connect } from '../db/client.ts'
import { createClock, storedOffset } from '../db/clock.ts'
import { readFrame } from '../devices/protocols/explain.ts'
import { processes, processFor } from '../domain/processes.ts'
import { registers } from '../domain/registers.ts'
import { createCaseClient } from '../workflows/client.ts'
import { createDailyClient } from '../workflows/daily-client.ts'
import { createReprojectionClient } from '../workflows/reprojection-client.ts'
import { refuseDemoDatabase } from './demo-database.ts'
import { readServiceEnv, type ServiceEnv } from './env.ts'
import { openMailStore } from './infra/mail/mail-store.ts'
import { shortMessages } from './infra/mail/short-messages.ts'
import { uiFolder } from './infra/ui-build.ts'
import { createMailbox } from './mailbox.ts'
import { pressInThread, printPlanInThread } from './press/press.ts'
import { processHere } from './process-here.ts'
import { demoAccounts } from './seed/accounts.ts'
import { openExaminer } from './signing.ts'

const root = join(import.meta.dirname, '..')
const graceMs = 8_000
const beginEveryMs = 15_000

const settingsOf = (env: ServiceEnv): Settings => ({
  demo: env.mode === 'demo',
  laboratory: env.clockLab,
  publicUrl: env.publicUrl,
  filesDir: env.filesDir,
  uiDir: uiFolder(root),
  chartsDir: join(root, 'ui'),
  noticeWindowMs: env.noticeWindow * 1_000,
  singleSignOn: env.oidc !== undefined,
  secondFactor: env.mode === 'production',
  signInsPerMinute: env.mode === 'demo' ? 600 : 60,
  secret: env.secret,
  behindProxy: env.mode === 'production',
  clamavAddress: env.clamavAddress,
  baseMap: env.baseMap,
  outbound: env.outbound,
  paymentSecret: env.payments?.secret,
})

const env = readServiceEnv()
const log = pino({ name: 'api', level: env.logLevel })
const connection = apart(connect(env.databaseUrl, 14), connect(env.databaseUrl, 10))
const writing = connect(env.databaseUrl, 10, actLimits)
const temporal = Connection.lazy({ address: env.temporalAddress })
const client = new Client({ connection: temporal, namespace: env.temporalNamespace })
const live = createLive(env.databaseUrl, log)
const mail = createMailer({ url: env.smtpUrl, from: env.mailFrom })
let stopping = false

const clock = createClock(connection.db, env.clockLab)
const workflows = createCaseClient(client)
const performer = createPerformer(
  {
    db: writing.db,
    now: (executor) => clock.now(executor),
    books: loadBooks,
    processFor: processHere,
    noticeWindowMs: env.noticeWindow * 1_000,
    publicUrl: env.publicUrl,
  },
  createSender(workflows.wake),
)
const cases = { ...performer, observe: workflows.observe, tick: workflows.tick }
const reprojections = createReprojectionClient(client)
const engine = watchEngine(connection.db, temporalAnswers)

const dossiers = createDossierMaker({
  db: connection.db,
  processFor,
  now: () => clock.now(),
  filesDir: env.filesDir,
  press: pressInThread,
  log,
})

const app = createApp({
  connection,
  clock,
  books: createBooks(connection.db),
  processes,
  processFor,
  registers,
  cases,
  reprojections,
  ...createIdentity(
    connection.db,
    { publicUrl: env.publicUrl, secret: env.secret, oidc: env.oidc ?? null },
    mail.send,
    log,
  ),
  sendShortMessage: shortMessages(env, mail.send),
  live,
  log,
  settings: settingsOf(env),
  dailyJobs: async (at) => void (await anchorDay(connection.db, at)),
  dailyRound: createDailyClient(client).wake,
  temporalAnswers,
  engineWaitsSince: engine.waitsSince,
  readFrame,
  dossiers,
  printPlan: printPlanInThread,
  examine: await openExaminer(env),
  stopping: () => stopping,
  mailbox: env.mailboxDir === undefined ? null : createMailbox(openMailStore(env.mailboxDir)),
  demoAccounts,
})

await refuseDemoDatabase(connection.db, env.mode)
if (!env.clockLab && (await storedOffset(connection.db)) !== 0) {
  throw new Error(
    'this database stands at a laboratory time: start with ANJIAN_CLOCK_LAB=1 or take another',
  )
}
const beginAgain = () => {
  void beginUnfinished({ connection, reprojections }).catch(notYet)
  void settleLeft({ connection, cases, clock, log }).catch((error) =>
    log.warn({ kind: error.name }, 'money that was told of waits'),
  )
  void dossiers.kick().catch((error) => log.warn({ kind: error.name }, 'a dossier waits'))
}
beginAgain()
const beginner = setInterval(beginAgain, beginEveryMs)
// Longer than proxies keep a connection on which nothing is said, 60 s as a rule: else one sends a request where we are just hanging up.
const serverOptions = { keepAliveTimeout: 75_000 }
const server = serve(
  { fetch: app.fetch, port: env.port, hostname: env.host, serverOptions },
  ({ port }) => log.info({ port }, 'listening'),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

/** Refuses new work, lets running requests end, closes streams, then the connections. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  const forced = setTimeout(() => process.exit(1), graceMs)
  forced.unref()
  const ended = new Promise((resolve) => server.close(resolve))
  clearInterval(beginner)
  engine.stop()
  await live.close()
  const hangingUp = setInterval(
    () => 'closeIdleConnections' in server && server.closeIdleConnections(),
    100,
  )
  await ended
  clearInterval(hangingUp)
  mail.close()
  await Promise.allSettled([temporal.close(), connection.close(), writing.close()])
  process.exit(0)
}

function notYet(error: Error): void {
  if (!stopping) log.warn({ kind: error.name }, 'an approved change waits')
}

async function temporalAnswers(): Promise<boolean> {
  try {
    await temporal.withDeadline(Date.now() + 1_500, () =>
      temporal.workflowService.getSystemInfo({}),
    )
    return true
  } catch {
    return false
  }
}
