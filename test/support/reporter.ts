// How many tests passed and failed? The last line of a run, alone: `N passed, N failed`.
import { writeFileSync, writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import type { Count } from '../../bin/testing/second-run.ts'

/** Counts a run: a file that could not be loaded and an error outside of any test are failures too, and so is an empty run. */
export function countRun(
  modules: readonly TestModule[],
  errors: readonly SerializedError[],
): Count {
  const count: Omit<Count, 'failed'> = {
    passed: 0,
    skipped: 0,
    failures: errors.map((error) => `outside of any test: ${firstLine([error])}`),
    failedFiles: [],
  }
  for (const module of modules) {
    const results = [...module.children.allTests()].map((test) => ({
      name: test.fullName,
      result: test.result(),
    }))
    const failed = results.filter(({ result }) => result.state === 'failed')
    const passed = results.filter(({ result }) => result.state === 'passed').length
    const skipped = results.length - passed - failed.length
    count.passed += passed
    count.skipped += skipped
    count.failures.push(
      ...failed.map(
        ({ name, result }) => `${module.relativeModuleId} › ${name}: ${firstLine(result.errors)}`,
      ),
    )
    if (failed.length === 0 && !module.ok())
      count.failures.push(`${module.relativeModuleId}: ${firstLine(module.errors())}`)
    if (!module.ok())
      count.failedFiles.push({
        file: module.relativeModuleId,
        passed,
        failed: Math.max(failed.length, 1),
        skipped,
      })
  }
  if (count.passed + count.failures.length === 0) count.failures.push('no test ran')
  return { ...count, failed: count.failures.length }
}

const firstLine = (errors: readonly SerializedError[] | undefined): string =>
  errors?.[0]?.message?.split('\n')[0]?.slice(0, 200) ?? 'it did not end'

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
