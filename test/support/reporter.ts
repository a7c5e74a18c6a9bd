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
    const strays = errors.filter(({ VITEST_TEST_PATH: path }) => path === module.moduleId).length
    const results = [...module.children.allTests()].map((test) => ({
      name: test.fullName,
      result: test.result(),
    }))
    const failures = results
      .filter(({ result }) => result.state === 'failed')
      .map(
        ({ name, result }) => `${module.relativeModuleId} › ${name}: ${firstLine(result.errors)}`,
      )
    if (failures.length === 0 && !module.ok())
      failures.push(`${module.relativeModuleId}: ${firstLine(module.errors())}`)
    const passed = results.filter(({ result }) => result.state === 'passed').length
    const skipped = results.filter(
      ({ result }) => !['passed', 'failed'].includes(result.state),
    ).length
    count.passed += passed
    count.skipped += skipped
    count.failures.push(...failures)
    const failed = failures.length + strays
    if (failed > 0)
      count.failedFiles.push({ file: module.relativeModuleId, passed, failed, skipped })
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
