// Which workflow code do workers run, built once for all of them?
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { bundleWorkflowCode } from '@temporalio/worker'
import { builtFolder } from './infra/built.ts'

const root = join(import.meta.dirname, '..')
const folder = join(builtFolder(root), 'workflows')

/** The prebuilt bundle; built anew when the sources or the SDK differ from those it was built from, at each start where it cannot be kept. */
export const workflowBundle = async (): Promise<{ codePath: string } | { code: string }> => {
  const path = join(folder, `bundle-${await fingerprint()}.js`)
  if (existsSync(path)) return { codePath: path }
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows', 'index.ts'),
    logger: quiet,
  })
  return (await keep(path, code)) ? { codePath: path } : { code }
}

/** A checkout that nobody may write into starts all the same. */
const keep = async (path: string, code: string): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(`${path}.${process.pid}`, code)
    await rename(`${path}.${process.pid}`, path)
    return true
  } catch {
    return false
  }
}

/** Sources that can reach the bundle: workflows and what of the domain they name. */
const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256').update(
    createRequire(import.meta.url)('@temporalio/worker/package.json').version,
  )
  for (const folder of ['workflows', 'domain/language'])
    for (const file of (await readdir(join(root, folder)))
      .filter((name) => name.endsWith('.ts'))
      .sort())
      hash.update(file).update(await readFile(join(root, folder, file)))
  hash.update(await readFile(join(root, 'domain/urgent.ts')))
  return hash.digest('hex').slice(0, 16)
}

const silent = () => undefined
const quiet = {
  log: silent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
}
