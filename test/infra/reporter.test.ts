// Does the last line of a run tell the truth?

import { describe, expect, it } from 'vitest'
import type { SerializedError, TestModule } from 'vitest/node'
import { countRun, totalLine } from '../support/reporter.ts'

const errors = [{ message: 'expected 1\nto be 2' }]
const module = (states: string[], ok = !states.includes('failed')) =>
  ({
    relativeModuleId: 'test/one.test.ts',
    moduleId: '/test/one.test.ts',
    children: {
      allTests: () =>
        states.map((state) => ({ fullName: `a ${state} one`, result: () => ({ state, errors }) })),
    },
    ok: () => ok,
    errors: () => [{ message: 'no such file' }],
  }) as unknown as TestModule

describe('the total line', () => {
  it('counts tests of all files', () => {
    const count = countRun([module(['passed', 'failed']), module(['passed', 'skipped'])], [])
    expect(count).toMatchObject({ passed: 2, failed: 1, skipped: 1 })
    expect(totalLine(count)).toBe('2 passed, 1 failed')
  })

  it('counts a file that could not be loaded', () => {
    const failures = ['test/one.test.ts: no such file']
    expect(countRun([module([], false), module(['passed'])], [])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      failures,
      failedFiles: [{ file: 'test/one.test.ts', passed: 0, failed: 1, skipped: 0 }],
    })
  })

  it('names what failed, in a line each', () => {
    expect(countRun([module(['failed'])], []).failures).toEqual([
      'test/one.test.ts › a failed one: expected 1',
    ])
  })

  it('counts an error outside of any test', () => {
    expect(countRun([module(['passed'])], [{} as SerializedError])).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  it('says in which file an error outside of any test was thrown', () => {
    const stray = { message: 'gone', VITEST_TEST_PATH: '/test/one.test.ts' } as SerializedError
    const file = { file: 'test/one.test.ts', passed: 1, failed: 1, skipped: 0 }
    expect(countRun([module(['passed'])], [stray]).failedFiles).toEqual([file])
  })

  it('does not call an empty run a success', () => {
    expect(countRun([], []).failed).toBe(1)
  })
})
