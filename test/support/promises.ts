// What does the product promise, and which tests hold it to that?
import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** Where a promise belongs, in the order in which the document tells them. */
export const areas = {
  start: 'Starting and administering',
  alarms: 'Alarms and devices',
  emergencies: 'Emergencies',
  inspections: 'Inspections',
  law: 'Law and time limits',
  secrecy: 'Powers, secrecy and doors',
  registers: 'Registers',
  screens: 'Screens and papers',
} as const

export type Area = keyof typeof areas
export type PromiseHeld = { area: Area; words: string; file: string }

const title = /(['"`])promise \((\w+)\): ((?:\\.|(?!\1)[^\\])*)\1/g

/** Every test title that begins with `promise (<area>): `. Throws for an area that the document does not know. */
export function readPromises(): PromiseHeld[] {
  const files = globSync('test/**/*.test.ts', { cwd: root }).sort()
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(title)].map(
      ([, , area = '', words = '']) => {
        if (!(area in areas)) throw new Error(`${file}: no area is called ${area}`)
        return {
          area: area as Area,
          words: plainTitle(words),
          file: relative(root, join(root, file)).split(sep).join('/'),
        }
      },
    ),
  )
}

/** What a title leaves to its rows is told as "each"; quotation marks of the code are gone. */
const plainTitle = (words: string): string =>
  words.replace(/\$\{[^}]*\}|%[a-z]|\$[a-z]\w*/g, '…').replace(/\\(.)/g, '$1')

/** docs/generated/promises.md as it should be. */
export function promisesDocument(promises: PromiseHeld[]): string {
  const parts = (Object.keys(areas) as Area[]).flatMap((area) => {
    const rows = promises.filter((one) => one.area === area)
    const lines = rows.map(
      ({ words, file }) => `- ${words} ([${file.slice('test/'.length)}](../../${file}))`,
    )
    return ['', `## ${areas[area]}`, '', ...lines]
  })
  return [
    '# What the product promises',
    '',
    'Generated from the titles of the tests that hold it to each sentence (`npx vitest run test/infra/promises.test.ts -u` writes it anew).',
    ...parts,
    '',
  ].join('\n')
}
