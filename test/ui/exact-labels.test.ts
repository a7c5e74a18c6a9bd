// Does a browser test mean one field by its label? In Chinese a short label stands within many others: 情况 is also in 接收情况.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Older tests whose labels are still found by a part of their words, with how many; made exact, they leave this list. */
const inexact: Record<string, number> = {
  'test/emergency-response/story/warning.ts': 3,
  'test/hazard-rectification/browser.test.ts': 2,
  'test/organisation/founding.browser.test.ts': 1,
  'test/three-simultaneities/browser.test.ts': 2,
  'test/ui/admin/changes.browser.test.ts': 1,
  'test/ui/admin/feeds.browser.test.ts': 5,
  'test/ui/admin/letters.browser.test.ts': 6,
  'test/ui/admin/registry.browser.test.ts': 28,
  'test/ui/cameras/cameras.browser.test.ts': 3,
  'test/ui/case/materials.browser.test.ts': 1,
  'test/ui/device/warning-area.browser.test.ts': 8,
  'test/ui/device/warnings.browser.test.ts': 15,
  'test/ui/duty/duty-shift.browser.test.ts': 1,
  'test/ui/form/act-forms.browser.test.ts': 6,
  'test/ui/form/desk.browser.test.ts': 2,
  'test/ui/process/processes.browser.test.ts': 1,
  'test/ui/search/search.browser.test.ts': 5,
  'test/ui/supervise/statistics.browser.test.ts': 4,
  'test/ui/supervise/team.browser.test.ts': 5,
}

const countIn = (file: string): number =>
  readFileSync(join(root, file), 'utf8').match(/getByLabel\(\s*'[^']*'\s*\)/g)?.length ?? 0

test('a label is named whole (`exact: true`), and no test is added that names a part of one', () => {
  const found = globSync('{test,templates}/**/*.ts', { cwd: root })
    .map((file): [string, number] => [file, countIn(file)])
    .filter(([, count]) => count > 0)
  expect(Object.fromEntries(found)).toEqual(inexact)
})
