// Which tests belong to which stage, and what does each stage need?
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { builtFolder } from './bin/infra/built.ts'
import { WeighedShards } from './test/support/weighed-shards.ts'

const browser = ['test/**/browser.test.ts', 'test/**/*.browser.test.ts']
/** Screens before answers made up beforehand: they need no worker. */
const screens = ['test/ui/**/*.browser.test.ts']
const realScreens = [
  'test/ui/**/{admin,amounts,cameras,competences,feeds,keepers,leaving,letters,offline,registry,warnings,warning-area}.browser.test.ts',
]
const crash = ['test/crash/**/*.test.ts', 'test/**/*.crash.test.ts']
const folders = '{engine,api,workflows,activities,db,replay}'
/** What the template of a new process or register brings is tested where it stands; the browser test of a process needs the whole product. */
const template = 'templates/*/test'
const service = [
  `${template}/**/{workflow,api}.test.ts`,
  'test/**/{workflow,api}.test.ts',
  'test/**/*.{service,workflow,api}.test.ts',
  `test/${folders}/**/*.test.ts`,
]
const pure = ['test/**/*.pure.test.ts']

const servers = 'test/support/servers/global-setup.ts'
const ui = 'test/support/browser/built-ui.ts'

/** The whole run leaves out what only the deep one takes; a run of named tests leaves out nothing. */
const deepOnly = process.env.ANJIAN_LEFT_OUT?.split(',') ?? []

/** A checkout that cannot be written is tested too. */
const built = builtFolder(import.meta.dirname)

export default defineConfig({
  cacheDir: join(built, 'tests'),
  test: {
    pool: 'forks',
    // What a test makes is soon rubbish: with room for it, it is seldom looked through, and by the thread that made it. A fifth less computing.
    execArgv: [
      '--max-semi-space-size=64',
      '--min-semi-space-size=64',
      '--initial-old-space-size=512',
      '--single-threaded-gc',
    ],
    // Node runs these sources as they are: a tenth less computing than through Vite's runner. Nothing here is mocked.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Files hold no state of each other, so what one has imported serves the next: a third of the time.
    isolate: false,
    maxWorkers: 2,
    reporters: ['default', './test/support/reporter.ts'],
    passWithNoTests: false,
    sequence: { sequencer: WeighedShards },
    allowOnly: !process.env.CI,
    // What was found stands in the message whole: a list that is only counted tells nobody anything.
    chaiConfig: { truncateThreshold: 0 },
    // Lanes run side by side: what waits for something may wait long, and only a test that fails feels it.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      // No server: what `npm run check` runs too. Everything that the other lists do not name.
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts', `${template}/**/*.test.ts`],
          exclude: [...browser, `${template}/**/browser.test.ts`, ...crash, ...exceptPure(service)],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      // One PostgreSQL, Temporal and SMTP server for all; a database and a task queue per suite.
      {
        extends: true,
        test: {
          name: 'service',
          include: service,
          exclude: [...browser, ...crash, ...pure, ...deepOnly],
          globalSetup: [servers],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      // Chromium before made-up answers, one file at a time: two browsers on two processors keep each other waiting.
      {
        extends: true,
        test: {
          name: 'screens',
          include: screens,
          exclude: [...realScreens, ...deepOnly],
          globalSetup: [ui],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
      wholeProduct({ name: 'pages', include: realScreens }, 3),
      wholeProduct(
        {
          name: 'stories',
          include: [...browser, 'templates/register/test/**/browser.test.ts'],
          exclude: ['test/ui/**'],
        },
        4,
      ),
      // Servers of their own that are killed, one file at a time.
      {
        extends: true,
        test: {
          name: 'crash',
          include: crash,
          exclude: deepOnly,
          globalSetup: [ui],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})

// Chromium before the whole product, one file at a time.
function wholeProduct(
  files: { name: string; include: string[]; exclude?: string[] },
  groupOrder: number,
) {
  return {
    extends: true as const,
    test: {
      ...files,
      exclude: [...(files.exclude ?? []), ...deepOnly],
      globalSetup: [servers, ui],
      fileParallelism: false,
      // A story of a hundred steps takes a minute on a quick machine and three on a slow and busy one.
      testTimeout: 480_000,
      hookTimeout: 180_000,
      sequence: { groupOrder },
    },
  }
}

// A test named *.pure.test.ts is pure wherever it lies.
function exceptPure(globs: string[]): string[] {
  return globs.map((glob) => glob.replace('*.test.ts', '!(*.pure).test.ts'))
}
