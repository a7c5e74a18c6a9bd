// The whole product before servers of its own, which crash tests may kill and hold up.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect } from 'vitest'
import { createChildren } from '../../bin/infra/children.ts'
import type { Product } from '../support/servers/product.ts'
import { openProductAlone } from '../support/servers/product-alone.ts'
import { testProgram } from '../support/servers/programs.ts'
import { cast } from './story.ts'

export type House = Awaited<ReturnType<typeof openHouse>>

/** Servers, product and the people of the story, signed in. */
export const openHouse = async () => {
  const alone = await openProductAlone()
  return { ...alone, people: await cast(alone.product) }
}

/** Starts the worker that is killed or dawdles at a moment (test/support/servers/dying-worker.ts), in place of the product's own. */
export const startFaultyWorker = async (product: Product, moment: string) => {
  await product.worker.stop('SIGKILL')
  return createChildren(product.folder).start(
    'faulty',
    process.execPath,
    [await testProgram('dying-worker')],
    {
      env: { ...process.env, ...product.env, DIES: moment },
      log: join(product.folder, 'faulty.log'),
    },
  )
}

/** API and worker are the processes they were, and the API is ready again. */
export const survived = async (product: Product): Promise<void> => {
  for (const child of [product.api, product.worker])
    expect([child.process.exitCode, child.process.signalCode]).toEqual([null, null])
  await expect
    .poll(async () => (await fetch(`${product.base}/readyz`)).status, {
      timeout: 30_000,
      interval: 200,
    })
    .toBe(200)
}

/** Keeps a case's row locked, so that whoever wants to change the case waits in the middle of its transaction. */
export const holdCase = (product: Product, id: string) =>
  holdRows(product, 'SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [id])

/** Longer than a busy machine leaves a request unserved. */
const patienceMs = 60_000
const unavailable = 503

/** Keeps rows locked until they are released. */
export const holdRows = async (product: Product, select: string, values: string[] = []) => {
  const client = new pg.Client({ connectionString: product.env.DATABASE_URL })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN')
  await client.query(select, values)
  /** Others may wait for one another at any time. Within a transaction `pg_stat_activity` stays as first read and lacks who has connected since. */
  const isWaitedFor = async (): Promise<boolean> =>
    (
      await client.query(
        'SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      )
    ).rows.length > 0
  return {
    /**
     * Sends a request until it waits for these rows, and hands on what was sent last, to be answered yet. An act waits two seconds for a row and is
     * then answered 503, which a slow machine may hear before anybody has seen it wait: the same key is sent again. Any other answer fails the test.
     */
    wantedBy: async (send: () => Promise<Response>): Promise<{ sending: Promise<Response> }> => {
      let times = 0
      for (const until = Date.now() + patienceMs; Date.now() < until; times += 1) {
        const sending = send()
        const answer = await answeredBefore(isWaitedFor, sending, until)
        if (answer === 'waits') return { sending }
        if (answer && answer.status !== unavailable)
          throw new Error(
            `answered before it waited: ${answer.status} ${await answer.clone().text()}`,
          )
      }
      throw new Error(`sent ${times} times, and nobody was seen to wait`)
    },
    release: () => client.end().catch(() => undefined),
  }
}

/** The answer to a request that is heard before somebody is seen to wait; null: neither in time. */
const answeredBefore = async (
  isWaitedFor: () => Promise<boolean>,
  sending: Promise<Response>,
  until: number,
): Promise<Response | 'waits' | null> => {
  let answer: Response | undefined
  let failure: unknown
  sending.then(
    (response) => {
      answer = response
    },
    (error: unknown) => {
      failure = error
    },
  )
  while (Date.now() < until) {
    if (failure) throw failure
    if (answer) return answer
    if (await isWaitedFor()) return 'waits'
    await sleep(20)
  }
  return null
}
