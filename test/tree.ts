// Which files has the tree, what stands in them, and what do they import?
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const root = join(import.meta.dirname, '..')
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
export const files = listed.filter((file) => existsSync(join(root, file)))
export const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const layers = [
  'domain',
  'workflows',
  'activities',
  'commit',
  'db',
  'documents',
  'contract',
  'api',
  'ui',
  'devices',
  'bin',
] as const
const code = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
export const contentOf = (file: string): string => code.get(file) ?? ''

type Import = { file: string; target: string; typeOnly: boolean }
const importPattern =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?)\s*from\s*['"](\.[^'"]+)['"]/g

export const importsOf = (file: string): Import[] =>
  [...contentOf(file).matchAll(importPattern)].map(([, , type, , path]) => ({
    file,
    target: normalize(join(dirname(file), path ?? '')),
    typeOnly: type !== undefined,
  }))

export const layerOf = (file: string): string => file.split('/')[0] ?? ''
export const layered = sources.filter((file) =>
  (layers as readonly string[]).includes(layerOf(file)),
)
