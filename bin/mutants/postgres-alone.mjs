// Beside which server do the tests of a part run that needs a database, and how is it made?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChildren } from '../infra/children.ts'
import { takeLock } from '../infra/lock.ts'
import { startPostgres } from '../infra/postgres/postgres.ts'

/** A server may lose what it holds, and each file of tests has connections of its own. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '400',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
}

/** One PostgreSQL with a migrated template, from which each file clones a database of its own; the answer ends it. */
export async function startPostgresAlone(provided) {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-test-'))
  takeLock(join(folder, 'run', 'start.lock'))
  const children = createChildren(folder)
  const { migrate } = await import('../../db/migrate.ts')
  const postgres = await startPostgres({ folder, children, settings })
  await migrate(postgres.url)
  provided.set('infra', { templateUrl: postgres.url, mailDir: join(folder, 'mail') })
  return async () => {
    await postgres.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
