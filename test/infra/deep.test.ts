// Does the deep run take every test that the usual one samples?
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPromises } from '../support/promises.ts'

const root = join(import.meta.dirname, '..', '..')
type Deep = { DEEP_ONLY: string[]; DEEP_TESTS: string[]; DEEP_ENV: Record<string, string> }

test('whatever looks at one of its switches is among its tests', async () => {
  const { DEEP_TESTS, DEEP_ENV } = (await import('../../bin/infra/deep.mjs' as string)) as Deep
  const switches = new RegExp(
    [
      'support/deep.ts',
      'desk-walking.ts',
      'acts-table.ts',
      'looksByWidth',
      ...Object.keys(DEEP_ENV),
    ].join('|'),
  )
  const sampled = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', file))
    .filter((file) => file.endsWith('.test.ts') && join(root, file) !== import.meta.filename)
    .filter((file) => switches.test(readFileSync(join(root, file), 'utf8')))
  expect(sampled.length).toBeGreaterThan(20)
  expect(sampled.filter((file) => !DEEP_TESTS.some((part) => file.includes(part)))).toEqual([])
})

test('a file that the usual run leaves out exists, holds no promise and kills nothing', async () => {
  const { DEEP_ONLY } = (await import('../../bin/infra/deep.mjs' as string)) as Deep
  const promised = new Set(readPromises().map(({ file }) => file))
  expect(DEEP_ONLY.filter((file) => !existsSync(join(root, file)))).toEqual([])
  expect(DEEP_ONLY.filter((file) => promised.has(file) || /crash|kill/.test(file))).toEqual([])
})
