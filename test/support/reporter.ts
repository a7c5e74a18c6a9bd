// How many tests passed and failed? The last line of a run, alone: `N passed, N failed`.
import { writeFileSync, writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export type Count = { passed: number; failed: number; skipped: number }

/** Counts a run: a file that could not be loaded and an error outside of any test are failures too, and so is an empty run. */
export function countRun(modules: readonly TestModule[], errors: readonly SerializedError[]): Count {
  const count = { passed: 0, failed: errors.length, skipped: 0 }
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state)
    const failed = states.filter((state) => state === 'failed').length
    count.passed += states.filter((state) => state === 'passed').length
    count.failed += failed || (module.ok() ? 0 : 1)
    count.skipped += states.filter((state) => state === 'skipped' || state === 'pending').length
  }
  return count.passed + count.failed === 0 ? { ...count, failed: 1 } : count
}

/** The line that `npm test` ends with. */
export function totalLine({ passed, failed }: Pick<Count, 'passed' | 'failed'>): string {
  return `${passed} passed, ${failed} failed`
}

/** Writes the count to the file that `bin/test.mjs` names, else prints it as the very last thing of the process. */
export default class TotalReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count = countRun(modules, errors)
    if (count.failed > 0) process.exitCode = 1
    const file = process.env.ANJIAN_TEST_COUNT
    if (file) writeFileSync(file, JSON.stringify(count))
    else process.once('exit', () => writeSync(1, `${totalLine(count)}\n`))
  }
}
