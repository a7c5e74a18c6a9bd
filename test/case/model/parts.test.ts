// Does no part of a process silently take the place of another that declares the same name?
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const files = globSync('domain/*/{rules,acts,notes,clocks,words}.ts', { cwd: root }).sort()

/** The names that an object literal of a file takes over from each module by `...part`. */
const namesSpread = async (file: string): Promise<string[]> => {
  const content = readFileSync(join(root, file), 'utf8')
  const imports = new Map(
    [...content.matchAll(/import \{([^}]*)\} from '(\.[^']*)'/g)].flatMap(([, names = '', from]) =>
      names.split(',').map((name) => [name.trim(), from ?? ''] as const),
    ),
  )
  const literals = [...content.matchAll(/export const \w+ = \{\n((?: {2}.*\n)+)\}/g)]
  const spread = literals.flatMap(([, body = '']) =>
    [...body.matchAll(/^ {2}\.\.\.(\w+),$/gm)].map(([, part = '']) => part),
  )
  const names = await Promise.all(
    spread.map(async (part) => {
      const from = imports.get(part)
      if (from === undefined) return []
      const found = await import(join(root, dirname(file), from))
      return Array.isArray(found[part]) ? [] : Object.keys(found[part] ?? {})
    }),
  )
  return names.flat()
}

test.each(files)('%s', async (file) => {
  const names = await namesSpread(file)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('parts are looked at', async () => {
  expect((await namesSpread('domain/enforcement-case/rules.ts')).length).toBeGreaterThan(30)
})
