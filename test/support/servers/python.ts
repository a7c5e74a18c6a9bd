// Where are the Python packages that a test talks to? Installed once for each machine, exactly as a list pins them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const cache = join(
  process.env.ANJIAN_CACHE ?? join(import.meta.dirname, '../../../.cache'),
  'python',
)
const pip = [
  '-m',
  'pip',
  'install',
  '--quiet',
  '--disable-pip-version-check',
  '--no-compile',
  '--no-deps',
  '--only-binary=:all:',
]
const names = ['python3', 'python']

export type Python = { command: string; packages: string }

/** Installs what the list names, unless that was done before. Throws where it cannot: a test that needs it has failed then. */
export const pythonWith = (requirements: string): Python => {
  const command = names.find(
    (name) => spawnSync(name, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0,
  )
  if (!command)
    throw new Error('python3 with pip is not installed: a plant of another maker cannot be tried')
  const { stdout: version } = spawnSync(command, ['-VV'], { encoding: 'utf8' })
  const key = createHash('sha256')
    .update(version)
    .update(readFileSync(requirements))
    .digest('hex')
    .slice(0, 16)
  const packages = join(cache, key)
  if (!existsSync(packages)) install(command, requirements, packages)
  return { command, packages }
}

/** Beside its place first, so that half of it is never taken for the whole. */
const install = (command: string, requirements: string, packages: string): void => {
  mkdirSync(cache, { recursive: true })
  const beside = mkdtempSync(join(cache, 'new-'))
  const run = spawnSync(command, [...pip, '--target', beside, '-r', requirements], {
    encoding: 'utf8',
    timeout: 240_000,
  })
  if (run.status === 0 && !existsSync(packages)) renameSync(beside, packages)
  else rmSync(beside, { recursive: true, force: true })
  if (run.status !== 0)
    throw new Error(
      `pip could not install ${requirements}: ${run.stderr?.trim() || run.error?.message}`,
    )
}
