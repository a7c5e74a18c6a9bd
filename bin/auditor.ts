// Who watches the engine? A process of its own that knows PostgreSQL only, compares what should be with what is, and says so.
import { connect } from '../db/client.ts'
import { processes } from '../domain/processes.ts'
import { createRounds, type Report } from './auditor/rounds.ts'
import { readEnv } from './env.ts'

const EVERY_MS = 15_000

/** Runs rounds until it is told to stop; a round that fails is reported and tried again, since its silence is itself an alarm. */
async function run(): Promise<void> {
  const { databaseUrl, deadmanUrl, noticeWindow } = readEnv()
  if (databaseUrl === undefined) throw new Error('DATABASE_URL is not set')
  const { db, close } = connect(databaseUrl, 2)
  const stop = stopSignal()
  const round = createRounds({ db, processes, now: Date.now, noticeWindowMs: noticeWindow * 1_000 })
  for (let last = ''; !stop.aborted; await pause(EVERY_MS, stop)) {
    const report = await round().catch((error: Error) => complain(error))
    if (!report) continue
    if (!report.stalled && deadmanUrl !== undefined) await beat(deadmanUrl)
    const line = summary(report)
    if (line !== last) console.log(`auditor: ${line}`)
    last = line
  }
  await close()
}

// Beaten only while the engine moves: silence then alarms somebody outside, also when this process is gone.
async function beat(url: string): Promise<void> {
  await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch((error: Error) =>
    console.error(`auditor: the dead-man's switch does not answer: ${error.message}`),
  )
}

function summary({ openCases, lateEscalationLevels, pendingEffects, findings }: Report): string {
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort()
  return `${openCases} open cases, ${lateEscalationLevels} late levels, ${pendingEffects} effects due, ${kinds.length === 0 ? 'nothing wrong' : `found: ${kinds.join(', ')}`}`
}

function complain(error: Error): undefined {
  console.error(`auditor: this round failed: ${error.message}`)
}

function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => controller.abort())
  return controller.signal
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, ms)
    if (stop.aborted) end()
    stop.addEventListener('abort', end, { once: true })
  })
}

await run()
