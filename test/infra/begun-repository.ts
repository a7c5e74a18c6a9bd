// In which repository does a test let the command write: what the command reads, committed?
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { listPaths } from '../../bin/new/lists.ts'

const root = join(import.meta.dirname, '..', '..')
const always = ['templates', 'bin', 'domain', 'biome.json', 'package.json']

/** For the tests of one block; the first commit bears the tag `begun`. `more`: further paths that are read. */
export const begunRepository = (
  kind: Parameters<typeof listPaths>[0],
  more: readonly string[] = [],
) => {
  const place = mkdtempSync(join(tmpdir(), `anjian-new-${kind}-`))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: place,
      encoding: 'utf8',
    })
  beforeAll(() => {
    for (const path of [...always, ...more, ...listPaths(kind)]) {
      mkdirSync(dirname(join(place, path)), { recursive: true })
      cpSync(join(root, path), join(place, path), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
    writeFileSync(join(place, '.gitignore'), 'node_modules\n')
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'begun')
    git('tag', 'begun')
  }, 60_000)
  afterAll(() => rmSync(place, { recursive: true }))
  return { place, git }
}
