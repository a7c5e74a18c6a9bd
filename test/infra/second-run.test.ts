// Is what failed beside other lanes run again, and is nothing that fails called a success?
import { describe, expect, it } from 'vitest'
import { findSecondRun, mergeSecondRun } from '../../bin/testing/second-run.ts'

const file = (name: string, failed = 1) => ({ file: name, passed: 3, failed, skipped: 1 })
const count = (files: ReturnType<typeof file>[], failed = files.length) => ({
  passed: 100,
  failed,
  skipped: 5,
  failures: files.map((one) => `${one.file} › a test: expected 1`),
  failedFiles: files,
})

describe('what is run again', () => {
  it('is each file that failed', () => {
    expect(findSecondRun(count([file('one'), file('two', 2)], 3))).toEqual(['one', 'two'])
  })

  it('is nothing where nothing failed, or more than chance explains', () => {
    expect(findSecondRun(count([]))).toEqual([])
    expect(findSecondRun(count(['1', '2', '3', '4'].map((name) => file(name))))).toEqual([])
  })

  it('is nothing where something failed that is no file of tests', () => {
    expect(findSecondRun(count([file('one')], 2))).toEqual([])
  })
})

describe('the whole', () => {
  it('counts a file once, and names what failed at first', () => {
    const second = { passed: 4, failed: 0, skipped: 1, failures: [], failedFiles: [] }
    expect(mergeSecondRun(count([file('one')]), second)).toMatchObject({
      passed: 101,
      failed: 0,
      skipped: 5,
      failures: [],
      unsteady: ['one › a test: expected 1'],
    })
  })

  it('has failed where a file fails again', () => {
    const second = { ...count([file('one')]), passed: 3, skipped: 1 }
    expect(mergeSecondRun(count([file('one')]), second)).toMatchObject({
      passed: 100,
      failed: 1,
      skipped: 5,
      failures: ['one › a test: expected 1'],
      unsteady: [],
    })
  })

  it('has failed where the second run could not be counted', () => {
    const second = { passed: 0, failed: 1, skipped: 0, failures: ['ended with 7'], failedFiles: [] }
    expect(mergeSecondRun(count([file('one')]), second).failed).toBe(1)
  })
})
