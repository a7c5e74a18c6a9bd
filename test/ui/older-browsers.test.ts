// Does the built interface hold no syntax that the oldest browsers of bureaus do not know?
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { builtUi } from './browser-support.ts'

type Node = Record<string, unknown>

/** Chromium 90 knows no static blocks, no `#name in`, no flags d and v of regular expressions, and lets no class name its own `name` or `length`. */
const isYounger = ({ type, left, regex, key, static: ofClass }: Node): boolean =>
  type === 'StaticBlock' ||
  (type === 'PropertyDefinition' &&
    ofClass === true &&
    /^(name|length)$/.test(String((key as Node).name))) ||
  (type === 'BinaryExpression' && (left as Node).type === 'PrivateIdentifier') ||
  /[dv]/.test((regex as { flags?: string } | undefined)?.flags ?? '')

const youngerIn = (code: string): string[] => {
  const found: string[] = []
  const waiting: unknown[] = [parseAst(code)]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null) continue
    const node = one as Node
    if (isYounger(node)) found.push(code.slice(Number(node.start), Number(node.start) + 60))
    waiting.push(...Object.values(node))
  }
  return found
}

test('younger syntax is noticed where it stands', () => {
  expect(youngerIn('class A { static { this.a = 1 } }')).toHaveLength(1)
  expect(youngerIn('class A { #a; has(it) { return #a in it } }')).toHaveLength(1)
  expect(youngerIn('class A { static name = 1 }')).toHaveLength(1)
  expect(youngerIn('/a/v.test(b)')).toHaveLength(1)
  expect(youngerIn('class A { static b = 1; #a = 2; get() { return this.#a ?? b?.c } }')).toEqual(
    [],
  )
})

test('every file of the built interface is without younger syntax', async () => {
  const folder = await builtUi()
  const files = globSync('{assets/*.js,sw.js}', { cwd: folder })
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    youngerIn(readFileSync(join(folder, file), 'utf8')).map((code) => `${file}: ${code}`),
  )
  expect(found).toEqual([])
}, 120_000)
