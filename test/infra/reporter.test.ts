// Does the last line of a run tell the truth?

import { describe, expect, it } from 'vitest'
import type { SerializedError, TestModule } from 'vitest/node'
import { countRun, totalLine } from '../support/reporter.ts'

const module = (states: string[], ok = !states.includes('failed')) =>
  ({ children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) }, ok: () => ok }) as unknown as TestModule

describe('the total line', () => {
  it('counts tests of all files', () => {
    const count = countRun([module(['passed', 'failed']), module(['passed', 'skipped'])], [])
    expect(count).toEqual({ passed: 2, failed: 1, skipped: 1 })
    expect(totalLine(count)).toBe('2 passed, 1 failed')
  })

  it('counts a file that could not be loaded', () => {
    expect(countRun([module([], false), module(['passed'])], [])).toMatchObject({ passed: 1, failed: 1 })
  })

  it('counts an error outside of any test', () => {
    expect(countRun([module(['passed'])], [{} as SerializedError])).toMatchObject({ passed: 1, failed: 1 })
  })

  it('does not call an empty run a success', () => {
    expect(countRun([], []).failed).toBe(1)
  })
})
