// The whole product before a Temporal server of its own: two workers at one server would take each other's cases.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createChildren } from '../../bin/infra/children.ts'
import { takeLock } from '../../bin/infra/lock.ts'
import { startTemporal } from '../../bin/infra/temporal/temporal.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { openProduct, type PersonAtWork, type Product } from '../support/servers/product.ts'

export type OwnProduct = Product & { closeAll: () => Promise<void> }

/** Opens the product at that legal time, on the shared PostgreSQL; `closeAll` ends it and its server. */
export const openOwnProduct = async (at: string): Promise<OwnProduct> => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-test-'))
  takeLock(join(folder, 'run', 'start.lock'))
  const children = createChildren(folder)
  const [temporal, database] = await Promise.all([
    startTemporal({ folder, children, inMemory: true }),
    createDatabase(),
  ])
  const product = await openProduct(
    { ...inject('infra'), temporalAddress: temporal.address, databaseUrl: database.url },
    at,
  )
  const closeAll = async (): Promise<void> => {
    await product.close()
    await temporal.kill()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return Object.assign(product, { closeAll })
}

/** Everybody of a story, signed in, by the part he plays. */
export const signInAs = async <Part extends string>(
  product: Product,
  usernames: Record<Part, string>,
): Promise<Record<Part, PersonAtWork>> => {
  const parts = Object.entries<string>(usernames).map(
    async ([part, username]) => [part, await product.person(username)] as const,
  )
  return Object.fromEntries(await Promise.all(parts)) as Record<Part, PersonAtWork>
}
