// How does an executable come out of a Python wheel?
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onPath } from './executables.mjs'
import { readZip } from './zip.mjs'

const PIP = [
  '-m',
  'pip',
  'download',
  '--quiet',
  '--disable-pip-version-check',
  '--no-deps',
  '--only-binary=:all:',
  '--require-hashes',
]

/** Downloads the wheel that a requirements file pins by hash and writes its only script to `file`, executable. */
export function executableFromWheel(requirements, file) {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-wheel-'))
  try {
    pip([...PIP, '-d', folder, '-r', requirements])
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
    if (!wheel) throw new Error('pip downloaded no wheel')
    writeFileSync(file, onlyScript(readZip(readFileSync(join(folder, wheel)))), { mode: 0o755 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pip(args) {
  const python = ['python3', 'python'].find(onPath)
  if (!python) throw new Error('python3 with pip was not found on PATH')
  const run = spawnSync(python, args, { encoding: 'utf8', timeout: 300_000 })
  if (run.status !== 0)
    throw new Error(
      `pip could not download it: ${run.stderr?.trim().split('\n').at(-1) || run.error?.message}`,
    )
}

function onlyScript(files) {
  const names = [...files.keys()]
  const script = names.find((name) => /\.data\/scripts\/[^/]+$/.test(name))
  const record = names.find((name) => name.endsWith('.dist-info/RECORD'))
  if (!script || !record) throw new Error('the wheel holds no executable')
  const bytes = files.get(script)()
  const wanted = files
    .get(record)()
    .toString('utf8')
    .split('\n')
    .find((line) => line.startsWith(`${script},`))
    ?.split(',')[1]
  const found = `sha256=${createHash('sha256').update(bytes).digest('base64url')}`
  if (wanted !== found) throw new Error('the executable in the wheel does not match its checksum')
  return bytes
}
