// A worker, a database with people, a legal clock that tests move, and a mail box that can be out of order.
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker'
import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import type { ActivityDeps, Mail } from '../../../activities/deps.ts'
import { createActivities } from '../../../activities/index.ts'
import type { CaseClient } from '../../../api/http/deps.ts'
import { builtFolder, ensureBuilt } from '../../../bin/infra/built.ts'
import { createPerformer } from '../../../commit/perform.ts'
import { createSender } from '../../../commit/sender.ts'
import { keepCommand } from '../../../db/cases/commands.ts'
import { loadBooks } from '../../../db/change/books.ts'
import { connect, type Database, type Executor } from '../../../db/client.ts'
import { createClock } from '../../../db/clock.ts'
import { cases as caseRows } from '../../../db/schema/cases/cases.ts'
import { createRenderer } from '../../../documents/render.ts'
import { demoSealer } from '../../../documents/seal.ts'
import { bodyHash, commandId } from '../../../domain/identity/commands.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { processes as ofTheProduct } from '../../../domain/processes.ts'
import { exampleMatter } from '../../../templates/process/domain/example-matter/process.ts'
import { createCaseClient } from '../../../workflows/client.ts'
import { devices } from '../people/cast.ts'
import { bringNamedFiles } from '../people/named-files.ts'
import { settle } from '../people/people.ts'
import { counter } from '../processes/counter.ts'
import { asking, helping } from '../processes/linked.ts'
import { createDatabase } from './infra.ts'

/** Those of the product, the toys, and the template of a new one. */
export const processes: Record<string, ProcessDefinition> = {
  ...ofTheProduct,
  counter,
  asking,
  helping,
  'example-matter': exampleMatter,
}

const root = join(import.meta.dirname, '..', '..', '..')
const sources = [
  'workflows',
  'domain',
  'templates/process/workflows',
  'test/support/servers/workflows.ts',
  'package-lock.json',
]

let bundle: Promise<{ codePath: string }> | undefined
/** The workflows of `workflows.ts` in one file, made once from each state of their sources. */
export const testBundle = (): Promise<{ codePath: string }> => {
  bundle ??= builtBundle()
  return bundle
}

const builtBundle = async (): Promise<{ codePath: string }> => {
  const codePath = join(builtFolder(root), 'test-workflows', 'bundle.js')
  const make = async () => {
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, 'workflows.ts'),
      logger: new DefaultLogger('ERROR'),
    })
    mkdirSync(dirname(codePath), { recursive: true })
    writeFileSync(codePath, code)
  }
  await ensureBuilt(root, { name: 'test-workflows', sources, make })
  return { codePath }
}

export const processFor = (id: string): ProcessDefinition => {
  const found = processes[id]
  if (!found) throw new TypeError(id)
  return found
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** Opens the stage; `patch` may break what the activities see. */
export const openStage = async (patch: (deps: ActivityDeps) => ActivityDeps = (deps) => deps) => {
  const { url, drop } = await createDatabase()
  const { db, close } = connect(url)
  await settle(db)
  const clock = createClock(db, true)
  const mails: Mail[] = []
  const mailServer = { up: true }
  const temporal = await openTemporal()
  const client = createCaseClient(temporal.client, temporal.taskQueue)
  const ofCommits = {
    db,
    now: (executor: Executor) => clock.now(executor),
    books: loadBooks,
    processFor,
    noticeWindowMs: 0,
  }
  const deps: ActivityDeps = patch({
    ...ofCommits,
    documents: createRenderer(demoSealer),
    mail: {
      send: async (mail) => {
        if (!mailServer.up) return { ok: false, detail: 'away', retry: true }
        mails.push(mail)
        return { ok: true, detail: '250', retry: false }
      },
    },
    cases: createPerformer(ofCommits, createSender(client.wake)),
    removal: { remove: async () => undefined, discardPieces: async () => undefined },
    lookAtBytes: async () => ({ found: 'intact', stamp: '' }),
  })
  const performer = createPerformer(deps, createSender(client.wake))
  const worker = await startWorker(temporal.native, deps)
  return {
    url,
    db,
    clock,
    mails,
    mailServer,
    deps,
    client,
    temporal: temporal.client,
    taskQueue: temporal.taskQueue,
    performer,
    ...verbs(db, clock, { ...performer, tick: client.tick }),
    /** The wake of its first act has reached Temporal. */
    hasWorkflow: async (caseId: string, process = 'counter') => {
      while ((await client.status({ caseId, process, generation: 1 })) === null)
        await new Promise((resolve) => setTimeout(resolve, 20))
    },
    close: async () => {
      await worker.stop()
      await temporal.close()
      await close()
      await drop()
    },
  }

  async function startWorker(connection: NativeConnection, deps: ActivityDeps) {
    const started = await Worker.create({
      connection,
      taskQueue: temporal.taskQueue,
      workflowBundle: await testBundle(),
      activities: createActivities(deps),
      maxCachedWorkflows: 200,
      stickyQueueScheduleToStartTimeout: '5s',
    })
    const running = started.run()
    return {
      stop: async () => {
        started.shutdown()
        await running
      },
    }
  }
}

const openTemporal = async () => {
  const address = inject('infra').temporalAddress
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR') })
  } catch {
    // one file may open several stages
  }
  const native = await NativeConnection.connect({ address })
  const connection = await Connection.connect({ address })
  return {
    native,
    client: new Client({ connection }),
    taskQueue: `test-${randomUUID()}`,
    close: async () => {
      await native.close()
      await connection.close()
    },
  }
}

/** What a person does to a case, as the API would do it. */
const verbs = (
  db: Database,
  clock: ReturnType<typeof createClock>,
  cases: Pick<CaseClient, 'act' | 'tick'>,
) => {
  const store = async (
    caseId: string,
    who: string,
    type: string,
    data: Record<string, unknown>,
    options: { key?: string; taskId?: string; ifMatch?: number } = {},
  ) => {
    const now = await clock.now()
    const id = commandId(who, options.key ?? randomUUID())
    await keepCommand(db, {
      id,
      caseId,
      actor: { kind: who === devices.id ? 'machine' : 'person', id: who },
      type,
      taskId: options.taskId ?? null,
      body: data,
      ifMatch: options.ifMatch ?? null,
      bodyHash: bodyHash({ type, data }),
      occurredAt: now,
      recordedAt: now,
    })
    return id
  }
  const record = async (caseId: string): Promise<CaseRecord> => {
    const [row] = await db
      .select({ record: caseRows.record })
      .from(caseRows)
      .where(eq(caseRows.id, caseId))
    if (!row) throw new Error(`no case ${caseId}`)
    return row.record
  }
  const bring = async (process: string, who: string, type: string, data: object) =>
    bringNamedFiles(db, processFor(process), {
      type,
      data: { ...data },
      who,
      at: await clock.now(),
    })
  return {
    store,
    record,
    start: async (process: string, who: string, data: Record<string, unknown>) => {
      const caseId = randomUUID()
      const { type } = processFor(process).start
      await bring(process, who, type, data)
      const command = await store(caseId, who, type, data)
      await cases.act({ caseId, process, commandId: command })
      return caseId
    },
    act: async (
      caseId: string,
      who: string,
      type: string,
      data: Record<string, unknown> = {},
      options: { key?: string; taskId?: string; ifMatch?: number } = {},
    ) => {
      const { process } = await record(caseId)
      await bring(process, who, type, data)
      return cases.act({
        caseId,
        process,
        commandId: await store(caseId, who, type, data, options),
      })
    },
    /** What the system asks of a case after a new decree. */
    reproject: async (caseId: string) => {
      const { process } = await record(caseId)
      const now = await clock.now()
      const id = commandId('system', randomUUID())
      await keepCommand(db, {
        id,
        caseId,
        actor: { kind: 'system', id: 'system' },
        type: 'reproject',
        taskId: null,
        body: {},
        ifMatch: null,
        bodyHash: bodyHash({}),
        occurredAt: now,
        recordedAt: now,
      })
      return cases.act({ caseId, process, commandId: id })
    },
    /** Moves the legal clock and lets one case see it. */
    moveTo: async (caseId: string, at: string) => {
      await clock.setNow(at)
      const { process, generation } = await record(caseId)
      await cases.tick({ caseId, process, generation })
    },
  }
}
