// As which user does PostgreSQL run when we are root, which it refuses to be, and how does that user get into a closed folder?
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ChildOptions } from '../children.ts'

export type Owner = { uid: number; gid: number }

/** How a program is called, whom the cluster then belongs to (undefined: whoever we are), and what the call is given besides. */
export type Way = {
  name: 'itself' | 'uid' | 'setpriv' | 'unshare'
  owner?: Owner
  command: (program: string, args: string[]) => [string, string[]]
  as: <Options extends Partial<ChildOptions>>(options: Options) => Options
}

// PostgreSQL looks at its own programs with access(), which forgets the rights of a process that gave up uid 0, unless this bit is set.
const KEPT = ['dac_override', 'dac_read_search'].map((right) => `+${right}`).join()
const RIGHTS = [
  `--inh-caps=-all,${KEPT}`,
  `--ambient-caps=-all,${KEPT}`,
  '--securebits=+no_setuid_fixup',
]

/** Every way that this user might take, the plainest first. */
export function waysFor(user: Owner | undefined): Way[] {
  const asIs: Way = {
    name: 'itself',
    command: (program, args) => [program, args],
    as: (options) => options,
  }
  if (user === undefined) return [asIs]
  const { uid, gid } = user
  return [
    { ...asIs, name: 'uid', owner: user, as: (options) => ({ ...options, ...user }) },
    {
      ...asIs,
      name: 'setpriv',
      owner: user,
      command: (program, args) => [
        'setpriv',
        [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...RIGHTS, program, ...args],
      ],
    },
    // Seen from outside it is root all the while, without root's rights: what it enters and writes must be root's own.
    {
      ...asIs,
      name: 'unshare',
      owner: { uid: 0, gid: 0 },
      command: (program, args) => [
        'unshare',
        ['--user', `--map-user=${uid}`, `--map-group=${gid}`, program, ...args],
      ],
    },
  ]
}

/** The first way by which these programs run and a cluster in that folder can be written; undefined: none. */
export function firstThatWorks(ways: Way[], initdb: string, folder: string): Way | undefined {
  return ways.find((way) => works(way, initdb, folder))
}

function works(way: Way, initdb: string, folder: string): boolean {
  const place = mkdtempSync(join(folder, 'way-'))
  try {
    if (way.owner) chownSync(place, way.owner.uid, way.owner.gid)
    // It shows its settings only when it has found the other programs, and is not root.
    const [command, args] = way.command('sh', [
      '-c',
      'cd "$1" && : > written && exec "$2" --show --pgdata="$1"',
      'sh',
      place,
      initdb,
    ])
    return (
      spawnSync(command, args, way.as({ cwd: '/', env: { ...process.env, LC_ALL: 'C' } }))
        .status === 0
    )
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** The user `postgres`, made when there is none; where none can be made, `nobody`. Undefined when we are not root. */
export function serverUser(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const found = idsOf('postgres')
  if (found) return found
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', ['--system', '-g', 'postgres', 'postgres'])
  const made = idsOf('postgres') ?? idsOf('nobody')
  if (made) return made
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres", nor could one be made: set DATABASE_URL or be another user.',
  )
}

function idsOf(name: string): Owner | undefined {
  const id = (flag: string) =>
    Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
