// How does Stryker change the code on trial? One part at a time, the tests that reach a line against each change of it.
import { join } from 'node:path'
import { PARTS } from './parts.ts'

const part = process.env.ANJIAN_MUTANTS ?? 'time'
const folder = `.cache/mutants/${part}`

export default {
  mutate: PARTS[part].code,
  testRunner: 'in-process',
  plugins: [join(import.meta.dirname, 'in-process.mjs'), join(import.meta.dirname, 'wording.mjs')],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  // Tables that are read while a file is loaded: every test would have to run for each of their words.
  ignoreStatic: true,
  // A machine has other work beside it.
  concurrency: 1,
  timeoutMS: PARTS[part].database ? 120_000 : 20_000,
  dryRunTimeoutMinutes: 30,
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  tempDirName: `${folder}/sandbox`,
  cleanTempDir: 'always',
  ignorePatterns: ['/.data', '/.cache', '/dist', '/docs/images', '/bench'],
  // It would be rewritten by the interface of TypeScript, which version 7 does not have.
  tsconfigFile: 'none',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
  htmlReporter: { fileName: `${folder}/report.html` },
  jsonReporter: { fileName: `${folder}/report.json` },
  thresholds: { high: 90, low: 85, break: 85 },
}
