// Where does a checkout keep what is built and fetched for it: in itself or, where it cannot be written, elsewhere?
import { createHash } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { Missing } from './say.mjs'

/**
 * `built`: programs, interface and workflow bundle; `cache`: what was fetched; `compiled`: Node's compile cache. A checkout that cannot be
 * written keeps them in ANJIAN_DATA or, where none is named, in this user's cache folder.
 */
export function findPlaces(root) {
  if (isWritable(root)) {
    return {
      built: join(root, 'dist'),
      cache: join(root, '.cache'),
      compiled: join(root, 'node_modules', '.cache', 'compiled'),
    }
  }
  const { ANJIAN_DATA: data } = process.env
  const folder = data
    ? resolve(root, data)
    : join(userCache(), 'anjian', createHash('sha256').update(root).digest('hex').slice(0, 12))
  return {
    built: join(folder, 'built'),
    cache: join(folder, 'cache'),
    compiled: join(folder, 'cache', 'compiled'),
  }
}

/** Throws Missing where the checkout cannot hold the data of a start and no other folder is named. */
export function refuseWithoutData(root) {
  if (process.env.ANJIAN_DATA || isWritable(root)) return
  throw new Missing(
    `${root} cannot be written: name a folder for the data, as in ANJIAN_DATA=/srv/anjian npm start.`,
  )
}

/** May this user write there? A read-only mount says no to root too. */
export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function userCache() {
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
}
