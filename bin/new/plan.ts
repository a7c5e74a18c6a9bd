// What would a new process or register write, and why may it not? Nothing is written here.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPaths, listsWith } from './lists.ts'
import { type Kind, type Names, Refusal } from './names.ts'
import { filesFromTemplate } from './template.ts'

export type Plan = { files: Map<string, string>; lists: Map<string, string> }

/** New files and edited lists by path. Throws `Refusal`. */
export const planNew = (root: string, kind: Kind, to: Names): Plan => {
  const files = filesFromTemplate(root, kind, to)
  const known = [...files.keys()].filter((path) => existsSync(join(root, path)))
  const folders = places[kind]
    .map((place) => `${place}/${to.id}`)
    .filter((path) => existsSync(join(root, path)))
  if (folders.length + known.length > 0)
    throw new Refusal(`${to.id} exists already: ${[...folders, ...known].slice(0, 3).join(', ')}.`)
  const named = spineFilesNaming(root, to.id)
  if (named.length > 0)
    throw new Refusal(
      `"${to.id}" is a word of files that must know no ${kind} (${named.slice(0, 3).join(', ')}): choose another id.`,
    )
  const changed = changedLists(root, kind)
  if (changed !== '')
    throw new Refusal(
      `These lists have changes that are not committed; commit them or put them aside first:\n${changed}`,
    )
  return { files, lists: listsWith(kind, to, (path) => readFileSync(join(root, path), 'utf8')) }
}

/** Where a folder of its name would be in the way. */
const places: Record<Kind, string[]> = {
  process: ['domain', 'ui', 'test'],
  register: ['domain/registers', 'test/registers'],
}

const layers = '{domain,workflows,activities,commit,db,documents,api,ui,devices,bin}/**/*.{ts,tsx}'

/** The same files as in test/architecture.test.ts: the law, the seed and the lists may know it, and `process: '<id>'` leads to it. */
const spineFilesNaming = (root: string, id: string): string[] =>
  globSync(layers, { cwd: root }).filter((path) => {
    if (
      /^(domain\/law|bin\/seed)\b/.test(path) ||
      [...listPaths('process'), ...listPaths('register'), 'domain/urgent.ts'].includes(path)
    )
      return false
    return readFileSync(join(root, path), 'utf8').replaceAll(`process: '${id}'`, '').includes(id)
  })

/** Outside a repository nobody can tell, and nothing is refused. */
const changedLists = (root: string, kind: Kind): string => {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--', ...listPaths(kind)], {
    cwd: root,
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trimEnd() : ''
}
