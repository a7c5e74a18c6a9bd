// Is the built interface in step with its sources?
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from './lock.ts'

const SOURCES = ['ui', 'domain', 'vite.config.ts', 'package-lock.json']

/** Runs `build` when `dist/ui` is missing or made from other sources than now; one build at a time per checkout. */
export async function ensureUi(root: string, build: () => Promise<void>): Promise<void> {
  const release = await waitForLock(join(root, '.cache', 'ui-build.lock'))
  try {
    const mark = join(root, 'dist', 'ui', '.sources')
    const now = hashOf(root)
    if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
    await build()
    writeFileSync(mark, now)
  } finally {
    release()
  }
}

async function waitForLock(file: string): Promise<() => void> {
  for (;;) {
    const lock = takeLock(file)
    if ('release' in lock) return lock.release
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesOf(root, source)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesOf(root: string, source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (source.includes('.')) return [source]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
