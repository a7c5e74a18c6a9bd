// On which stage are the stories of the demo played? An API and a worker in laboratory mode, only as long as the seed runs.
import { join } from 'node:path'
import type { ServiceEnv } from '../env.ts'
import { type Child, createChildren } from '../infra/children.ts'
import { freePort } from '../infra/ports.ts'
import { ensurePrograms } from '../infra/programs.ts'

export type Stage = { base: string; close: () => Promise<void> }

const READY_MS = 60_000
const root = join(import.meta.dirname, '..', '..')

/** Starts both and waits until the API is ready. */
export const openStage = async ({ dataDir }: ServiceEnv): Promise<Stage> => {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const laboratory = { ANJIAN_MODE: 'demo', ANJIAN_CLOCK_LAB: '1', ANJIAN_NOTICE_WINDOW: '0' }
  const address = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: base }
  const env = { ...process.env, ANJIAN_DATA: dataDir, ...laboratory, ...address }
  const children = createChildren(dataDir)
  const program = await ensurePrograms(root)
  const start = (name: string) =>
    children.start(`seed-${name}`, process.execPath, [program(name)], {
      env,
      log: join(dataDir, 'logs', `seed-${name}.log`),
    })
  const worker = await start('worker')
  const api = await start('api')
  const close = async () => void (await Promise.all([api.stop(), worker.stop()]))
  try {
    await ready(base, [api, worker])
  } catch (error) {
    await close()
    throw error
  }
  return { base, close }
}

async function ready(base: string, children: Child[]): Promise<void> {
  let ended: number | string | undefined
  for (const child of children) {
    void child.gone.then((end) => {
      ended = end
    })
  }
  for (const give = Date.now() + READY_MS; Date.now() < give; ) {
    if (ended !== undefined)
      throw new Error(
        `The API or the worker of the seed ended (${ended}): see logs/seed-api.log and logs/seed-worker.log`,
      )
    const answer = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    )
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The API of the seed does not become ready: see logs/seed-api.log')
}
