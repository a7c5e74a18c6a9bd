// Does every class that a style sheet names stand somewhere in the interface, so that no rule is lost when one of the two is renamed?
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const texts = (...patterns: string[]): string =>
  globSync(patterns, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')

const sources = texts('ui/**/*.{ts,tsx,html,js}', 'domain/**/*.ts')
const words = new Set(sources.match(/[A-Za-z_][\w-]*/g))
/** Of `kind-${…}`: what stands before the part that is only known at run time. */
const beginnings = [...sources.matchAll(/([A-Za-z_][\w-]*-)\$\{/g)].map(
  ([, beginning]) => beginning as string,
)

const selectorsOf = (sheet: string): string[] =>
  [...sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].map(
    ([, selector]) => selector as string,
  )

test('every class of a style sheet is worn by something', () => {
  const classes = globSync('ui/**/*.css', { cwd: root }).flatMap((file) =>
    selectorsOf(readFileSync(join(root, file), 'utf8'))
      .filter((selector) => !selector.trim().startsWith('@'))
      .flatMap((selector) =>
        [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name]) => ({
          file,
          name: name as string,
        })),
      ),
  )
  const unworn = classes.filter(
    ({ name }) => !words.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)),
  )
  expect(unworn).toEqual([])
  expect(classes.length).toBeGreaterThan(500)
})
