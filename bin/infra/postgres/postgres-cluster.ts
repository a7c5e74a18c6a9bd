// By which programs and as which user does a cluster run, and how is it made?
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  copyPrograms,
  linksMissing,
  moveCluster,
  openFolder,
  type Programs,
  packagedPrograms,
  placeOfCluster,
} from './postgres-places.ts'
import { firstThatWorks, serverUser, type Way, waysFor } from './postgres-ways.ts'

const LOCALES = [['--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--locale=C'], ['--locale=C']]

/** A cluster, made or still to be made, with what runs it. */
export type Cluster = Programs & { place: string; way: Way }

/** What a machine allows: ways to be another user, folders that every user can enter. A test takes some away. */
export type Allowed = { ways?: Way[]; folders?: string[] }

/**
 * How the cluster of that folder is run. As root, each way into a closed folder is tried; where all are forbidden, programs and cluster move
 * to a folder that the server's user can enter, which is said.
 */
export async function findCluster(
  cluster: string,
  log: (text: string) => void,
  { ways = waysFor(serverUser()), folders }: Allowed,
): Promise<Cluster> {
  const place = placeOfCluster(cluster)
  mkdirSync(dirname(place), { recursive: true })
  const packaged = await packagedPrograms()
  const programs = linksMissing(packaged) ? copyPrograms(packaged, dirname(cluster)) : packaged
  const way = firstThatWorks(ways, programs.initdb, dirname(place))
  if (way) return owned({ ...programs, place, way })
  const open = openFolder(folders)
  log(
    `no other user than root can enter ${dirname(cluster)} or its programs here: PostgreSQL and its data are kept in ${open}`,
  )
  const copied = copyPrograms(programs, open)
  const plain = firstThatWorks(ways, copied.initdb, open)
  if (!plain)
    throw new Error(
      `The embedded PostgreSQL does not run on this machine, not even in ${open}: set DATABASE_URL to a server of your own.`,
    )
  return owned({
    ...copied,
    place: place === cluster ? moveCluster(cluster, open) : place,
    way: plain,
  })
}

// It may have been made by another way, for another user.
function owned(cluster: Cluster): Cluster {
  const { owner } = cluster.way
  const uid = statSync(cluster.place, { throwIfNoEntry: false })?.uid
  if (owner && uid !== undefined && uid !== owner.uid)
    spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, cluster.place])
  return cluster
}

/** Makes a cluster beside its place and moves it there when it is whole: with Chinese collation, else with plain C. */
export function initialiseCluster(
  { place, initdb, way }: Cluster,
  user: string,
  password: string,
): void {
  const half = `${place}.new`
  const passwordFile = `${place}.password`
  let trouble = ''
  try {
    for (const locale of LOCALES) {
      rmSync(half, { recursive: true, force: true })
      mkdirSync(half, { recursive: true, mode: 0o700 })
      writeFileSync(passwordFile, password, { mode: 0o600 })
      if (way.owner)
        for (const path of [half, passwordFile]) chownSync(path, way.owner.uid, way.owner.gid)
      const flags = [
        `--pgdata=${half}`,
        '--auth=scram-sha-256',
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
      ]
      const [command, args] = way.command(initdb, [...flags, ...locale])
      const run = spawnSync(
        command,
        args,
        way.as({ cwd: '/', env: { ...process.env, LC_ALL: 'C' } }),
      )
      if (run.status === 0) {
        renameSync(half, place)
        return
      }
      trouble = String(run.stderr?.toString() || run.error)
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  throw new Error(`The embedded PostgreSQL could not be set up: ${trouble.trim()}`)
}
