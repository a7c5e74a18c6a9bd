// Is what was built in step with its sources?
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from './lock.ts'

/**
 * What is built into `<name>` of that folder, from which files and folders; `kinds` leaves out what of them does not matter. `placed`: it knows where
 * the checkout lies, and is made anew when that was moved.
 */
export type Build = {
  name: string
  sources: string[]
  kinds?: RegExp
  placed?: true
  make: () => Promise<void>
}

const OWN_ROOT = join(import.meta.dirname, '..', '..')

/** Where what is built from a checkout lies. `bin/ensure.mjs` names another folder for a checkout that cannot be written. */
export const builtFolder = (root: string): string =>
  (root === OWN_ROOT && process.env.ANJIAN_BUILT) || join(root, 'dist')

/** Makes it when it is missing or made from other sources than now; one build at a time per checkout. */
export async function ensureBuilt(root: string, build: Build): Promise<void> {
  if (isInStep(root, build)) return
  const release = await waitForLock(join(builtFolder(root), `${build.name}-build.lock`))
  try {
    if (isInStep(root, build)) return
    const made = hashOf(root, build)
    await build.make()
    writeFileSync(markOf(root, build), made)
  } finally {
    release()
  }
}

const markOf = (root: string, { name }: Build): string => join(builtFolder(root), name, '.sources')

function isInStep(root: string, build: Build): boolean {
  const mark = markOf(root, build)
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashOf(root, build)
}

async function waitForLock(file: string): Promise<() => void> {
  for (;;) {
    const lock = takeLock(file)
    if ('release' in lock) return lock.release
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function hashOf(root: string, { sources, kinds, placed }: Build): string {
  const hash = createHash('sha256').update(placed ? root : '')
  const files = sources
    .flatMap((source) => filesOf(root, source))
    .filter((file) => kinds?.test(file) ?? true)
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesOf(root: string, source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (source.includes('.')) return [source]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
