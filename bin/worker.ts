// How is a worker put together: bundle, activities and their dependencies, on which lanes?

import { constants, setPriority } from 'node:os'
import { Context } from '@temporalio/activity'
import { Client } from '@temporalio/client'
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common'
import { NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { NotYet } from '../activities/calls.ts'
import { openChannels } from '../activities/channels/open.ts'
import type {
  CallActivities,
  CaseActivities,
  DailyActivities,
  ReprojectionActivities,
} from '../activities/contract.ts'
import type { ActivityDeps } from '../activities/deps.ts'
import { createActivities } from '../activities/index.ts'
import { createMailer } from '../activities/mail.ts'
import { createPaymentPlatform } from '../activities/payments/platform.ts'
import { createReprojection } from '../activities/reprojection.ts'
import { createFileStore } from '../api/evidence/file-store.ts'
import { createPerformer } from '../commit/perform.ts'
import { startRelay } from '../commit/relay.ts'
import { createSender } from '../commit/sender.ts'
import { loadBooks } from '../db/change/books.ts'
import { connect } from '../db/client.ts'
import { createClock, storedOffset } from '../db/clock.ts'
import { createRenderer } from '../documents/render.ts'
import { demoSealer } from '../documents/seal.ts'
import { callOrder } from '../domain/calls/order.ts'
import { processes, processFor } from '../domain/processes.ts'
import { createCallClient } from '../workflows/call-client.ts'
import { createCaseClient } from '../workflows/client.ts'
import { createDailyClient } from '../workflows/daily-client.ts'
import { caseQueue, urgentQueue } from '../workflows/queues.ts'
import { refuseDemoDatabase } from './demo-database.ts'
import { readServiceEnv, type ServiceEnv } from './env.ts'
import { processHere } from './process-here.ts'
import { openSeal } from './signing.ts'
import { workflowBundle } from './workflow-bundle.ts'

const graceMs = '10s'
/** So many bytes of the file store are read again in a second by night: a disk does more, and others want it too. */
const bytesPerSecond = 64 * 1024 * 1024
/** Cases kept warm; above the hot set, and set by hand since the default could exhaust the isolate. */
const cachedCases = 1_200
/**
 * So many cases of a lane look or advance at a time. More would not be done sooner, for the database and two processors are shared with people
 * at work; and each would take longer than its workflow task may, so that in a storm most of it would be done in vain.
 */
const casesAtOnce = 8

type Activities = CaseActivities & DailyActivities & CallActivities & ReprojectionActivities
/** What stands between the product's parts and the worker; crash tests break them on purpose. */
export type Between = {
  mail?: (mail: ActivityDeps['mail']) => ActivityDeps['mail']
  documents?: (documents: ActivityDeps['documents']) => ActivityDeps['documents']
  seal?: (seal: ActivityDeps['seal']) => ActivityDeps['seal']
  activities?: (activities: Activities) => Activities
}

const compose = async (env: ServiceEnv, temporal: Client, between: Between) => {
  const connection = connect(env.databaseUrl, 16)
  const clock = createClock(connection.db, env.clockLab)
  const mail = createMailer({ url: env.smtpUrl, from: env.mailFrom })
  const documents = createRenderer(demoSealer)
  const seal = await openSeal(env)
  const { db } = connection
  const store = createFileStore(env.filesDir)
  const now = (executor: Parameters<typeof clock.now>[0]) => clock.now(executor)
  const { wake } = createCaseClient(temporal)
  const ofCommits = {
    db,
    now,
    books: loadBooks,
    processFor: processHere,
    noticeWindowMs: env.noticeWindow * 1000,
    publicUrl: env.publicUrl,
  }
  const cases = createPerformer(ofCommits, createSender(wake))
  const ofCases = createActivities({
    ...ofCommits,
    documents: between.documents?.(documents) ?? documents,
    seal: between.seal?.(seal) ?? seal,
    mail: between.mail?.(mail) ?? mail,
    secret: env.secret,
    cases,
    removal: { remove: store.remove, discardPieces: store.chunks.discard },
    lookAtBytes: (sha256) =>
      store.look(sha256, { perSecond: bytesPerSecond, beat: () => Context.current().heartbeat() }),
    ...(env.payments ? { payments: createPaymentPlatform(env.payments) } : {}),
    ...callsOf(env, temporal),
  })
  const { reprojectionsPerSecond: casesPerSecond } = env
  const ofBatches = createReprojection({
    db,
    now,
    processFor,
    processes,
    cases,
    casesPerSecond,
    liveness,
  })
  const activities = { ...ofCases, ...ofBatches, hear: quietly(ofCases.hear) }
  const relay = startRelay(db, wake, (kind) => console.warn(`wakes wait: ${kind}`))
  return { connection, mail, relay, activities: between.activities?.(activities) ?? activities }
}

/** Where no channel is set up nobody is called. */
const callsOf = ({ channels }: ServiceEnv, temporal: Client): Pick<ActivityDeps, 'calls'> => {
  if (Object.keys(channels).length === 0) return {}
  const calls = {
    channels: openChannels(channels),
    order: callOrder,
    begin: createCallClient(temporal).begin,
    scheduledAt: () => Context.current().info.scheduledTimestampMs,
  }
  return { calls }
}

/** To be asked again is no failure that anybody need read of. */
const quietly =
  (hear: CallActivities['hear']): CallActivities['hear'] =>
  (input) =>
    hear(input).catch((error: unknown) => {
      if (!(error instanceof NotYet)) throw error
      const { message } = error
      const category = ApplicationFailureCategory.BENIGN
      throw ApplicationFailure.create({ message, type: 'not-yet', category })
    })

const liveness = () => {
  const { heartbeat, cancellationSignal: signal } = Context.current()
  return { beat: () => heartbeat(), signal }
}

const lanes = (lane: ServiceEnv['urgentLane']): string[] =>
  lane === 'only' ? [urgentQueue] : lane === 'off' ? [caseQueue] : [caseQueue, urgentQueue]

/** Who acts waits for an answer and goes first; what the clock brings may take a little longer. A worker that also serves alarms gives way to nobody. */
const giveWay = (lane: ServiceEnv['urgentLane']): void => {
  if (lane === 'off') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

/** Runs a worker until the process is asked to stop. */
export const runWorker = async (between: Between = {}): Promise<void> => {
  const env = readServiceEnv()
  giveWay(env.urgentLane)
  Runtime.install({
    shutdownSignals: ['SIGINT', 'SIGTERM'],
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'WARN' } } },
  })
  const bundle = await workflowBundle()
  const temporal = await NativeConnection.connect({ address: env.temporalAddress })
  const client = new Client({ connection: temporal, namespace: env.temporalNamespace })
  const { connection, mail, relay, activities } = await compose(env, client, between)
  await refuseDemoDatabase(connection.db, env.mode)
  if (!env.clockLab && (await storedOffset(connection.db)) !== 0)
    throw new Error(
      'this database stands at a laboratory time: start with ANJIAN_CLOCK_LAB=1 or take another',
    )
  const options = {
    connection: temporal,
    namespace: env.temporalNamespace,
    workflowBundle: bundle,
    activities,
    maxCachedWorkflows: cachedCases,
    maxConcurrentWorkflowTaskExecutions: casesAtOnce,
    stickyQueueScheduleToStartTimeout: '5s' as const,
    shutdownGraceTime: graceMs,
    maxHeartbeatThrottleInterval: '1s',
  }
  const workers = await Promise.all(
    lanes(env.urgentLane).map((taskQueue) => Worker.create({ ...options, taskQueue })),
  )
  if (env.urgentLane !== 'only') await createDailyClient(client).begin()
  console.log(`worker ready on ${lanes(env.urgentLane).join(', ')}`)
  try {
    await Promise.all(workers.map((worker) => worker.run()))
  } finally {
    await relay.stop()
    await temporal.close()
    mail.close()
    await connection.close()
  }
}

if (import.meta.main) await runWorker()
