// Which servers are up while the service and browser tests run? One of each, whatever the number of projects that ask.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { type OwnInfra, startOwnInfra, sweepDeadRuns } from './infra.ts'
import { program } from './programs.ts'

type Shared = { users: number; starting: Promise<OwnInfra> }

// Vitest loads this file once per project, so the one set of servers hangs on the process.
const shared = globalThis as { anjianTestInfra?: Shared }

const run = promisify(execFile)

/** Starts the servers for the first project that asks; the answer stops them after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.anjianTestInfra ??= { users: 0, starting: start() }
  const mine = shared.anjianTestInfra
  mine.users += 1
  const infra = await mine.starting
  project.provide('infra', {
    templateUrl: infra.postgres.url,
    temporalAddress: infra.temporal.address,
    smtpUrl: infra.smtp.url,
    mailDir: join(infra.folder, 'mail'),
  })
  return async () => {
    mine.users -= 1
    if (mine.users > 0) return
    delete shared.anjianTestInfra
    await infra.stop()
  }
}

async function start(): Promise<OwnInfra> {
  await sweepDeadRuns()
  const infra = await startOwnInfra({
    inMemory: true,
    dynamicConfig: { 'history.timerProcessorMaxTimeShift': '"1ms"' },
  })
  await run(process.execPath, [await program('migrate')], {
    env: { ...process.env, DATABASE_URL: infra.postgres.url },
  })
  return infra
}
