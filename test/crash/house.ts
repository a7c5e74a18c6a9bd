// The whole product before servers of its own, which crash tests may kill and hold up.
import { join } from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { createChildren } from '../../bin/infra/children.ts'
import { migrate } from '../../db/migrate.ts'
import { startOwnInfra } from '../support/servers/infra.ts'
import { openProduct, type Product } from '../support/servers/product.ts'
import { testProgram } from '../support/servers/programs.ts'
import { cast } from './story.ts'

export type House = Awaited<ReturnType<typeof openHouse>>

/** Servers, product and the people of the story, signed in. */
export const openHouse = async () => {
  const infra = await startOwnInfra()
  await migrate(infra.postgres.url)
  const product = await openProduct({
    databaseUrl: infra.postgres.url,
    temporalAddress: infra.temporal.address,
    smtpUrl: infra.smtp.url,
    mailDir: join(infra.folder, 'mail'),
  })
  const people = await cast(product)
  return {
    infra,
    product,
    people,
    close: async () => {
      await product.close()
      await infra.stop()
    },
  }
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

/** Keeps rows locked until they are released. */
export const holdRows = async (product: Product, select: string, values: string[] = []) => {
  const client = new pg.Client({ connectionString: product.env.DATABASE_URL })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN')
  await client.query(select, values)
  return {
    /** Resolves once somebody waits for these rows; others may wait for one another at any time. */
    wanted: () =>
      expect
        .poll(
          async () =>
            (
              await client.query(
                'SELECT count(*)::int AS n FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))',
              )
            ).rows[0].n,
          {
            timeout: 30_000,
            interval: 20,
          },
        )
        .toBeGreaterThan(0),
    release: () => client.end().catch(() => undefined),
  }
}
