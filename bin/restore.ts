// After a restore of either database: does every open case still have a running workflow? What is missing is started, what is there is woken.
import { Client, Connection } from '@temporalio/client'
import { and, asc, eq, exists, or } from 'drizzle-orm'
import { readUnfinished } from '../db/change/proposals.ts'
import { connect, type Database } from '../db/client.ts'
import { rebuildLicences } from '../db/licences/licences.ts'
import { cases, effects } from '../db/schema/cases/cases.ts'
import { processes } from '../domain/processes.ts'
import {
  type CaseAddress,
  type CaseClient,
  createCaseClient,
  tickPatiently,
} from '../workflows/client.ts'
import { readServiceEnv } from './env.ts'

export type Restored = {
  /** Open rows whose workflow runs and has applied what was due. */
  woken: string[]
  /** Open rows whose workflow was not there, or had ended, and has been started. */
  started: string[]
  failed: { caseId: string; reason: string }[]
}

type Temporal = Pick<CaseClient, 'status' | 'tick'>

const AT_ONCE = 16

/** Open cases, and closed ones that still have something to deliver, whatever their workflows are said to have seen. */
const unfinished = (db: Database) => {
  const left = and(eq(effects.caseId, cases.id), eq(effects.status, 'pending'))
  return or(
    eq(cases.status, 'open'),
    exists(db.select({ id: effects.id }).from(effects).where(left)),
  )
}

/** Compares every such case with its workflow and mends what can be mended; safe to run at any time and again. */
export const restoreCases = async (db: Database, temporal: Temporal): Promise<Restored> => {
  const result: Restored = { woken: [], started: [], failed: [] }
  const open = await db
    .select({ caseId: cases.id, process: cases.process, generation: cases.generation })
    .from(cases)
    .where(unfinished(db))
    .orderBy(asc(cases.id))
  const left = open[Symbol.iterator]()
  const work = async () => {
    for (const address of left) await restoreOne(temporal, address, result)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return result
}

/** All cases at once keep a worker busy that has only just come back: who does not answer in time is asked again. */
const TRIES = 3

async function restoreOne(
  temporal: Temporal,
  address: CaseAddress,
  result: Restored,
): Promise<void> {
  const { caseId } = address
  try {
    const status = await temporal.status(address)
    await tickPatiently(temporal, address, TRIES)
    result[status === 'RUNNING' ? 'woken' : 'started'].push(caseId)
  } catch (error) {
    result.failed.push({ caseId, reason: (error as Error).message })
  }
}

/** What was done, in both languages, for the operator's terminal and log. */
export const restoreReport = ({ woken, started, failed }: Restored): string =>
  [
    `办理中案件 ${woken.length + started.length + failed.length} 件：已唤醒 ${woken.length}，已补启动 ${started.length}，失败 ${failed.length}`,
    `open cases ${woken.length + started.length + failed.length}: woken ${woken.length}, started ${started.length}, failed ${failed.length}`,
    ...started.map((id) => `  补启动 started  ${id}`),
    ...failed.map(({ caseId, reason }) => `  失败 failed  ${caseId}  ${reason}`),
  ].join('\n')

/** The API takes these up by itself as soon as it runs. */
const unfinishedReport = (count: number): string =>
  `日历变更 ${count} 项尚未执行完，应用服务启动后自动继续\nchanges of the calendars not carried out: ${count}; the API goes on with them by itself`

async function run(): Promise<void> {
  const { databaseUrl, temporalAddress, temporalNamespace } = readServiceEnv()
  const connection = await Connection.connect({ address: temporalAddress })
  const { db, close } = connect(databaseUrl, 4)
  try {
    const result = await restoreCases(
      db,
      createCaseClient(new Client({ connection, namespace: temporalNamespace })),
    )
    console.log(restoreReport(result))
    const licences = await rebuildLicences(db, Object.values(processes))
    console.log(
      `许可证登记簿已按案件重新生成：${licences} 件\nlicences written anew from their cases: ${licences}`,
    )
    const left = await readUnfinished(db)
    if (left.length > 0) console.log(unfinishedReport(left.length))
    if (result.failed.length > 0) process.exitCode = 1
  } finally {
    await close()
    await connection.close()
  }
}

if (import.meta.main) await run()
