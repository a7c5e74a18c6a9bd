// Is the interface built before screens are looked at? It is built as for people: nothing of it may know that a test looks on.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ensureUi, uiBuild } from '../../../bin/infra/ui-build.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Builds it where its sources have changed since. */
export default async function setup(): Promise<void> {
  await ensureUi(root, async () => {
    const { VITEST: _, NODE_ENV: __, ...env } = process.env
    await promisify(execFile)(process.execPath, uiBuild(root).flat(), { cwd: root, env })
  })
}
