// Which files of tests are run a second time, alone, and what did the whole run come to?

type Tally = { passed: number; failed: number; skipped: number }

/** What a run of tests came to; `failures`: a line for each thing that failed, so that the end of a long run says what it was; `failedFiles`: where. */
export type Count = Tally & { failures: string[]; failedFiles: ({ file: string } & Tally)[] }

/** More than so many files do not fail by chance of time: then the first run is the last word. */
const MOST = 3

/**
 * The files to run again, none where the first run stands: nothing failed, too much failed, or something failed that is no file of tests.
 */
export function findSecondRun(count: Count): string[] {
  const inFiles = count.failedFiles.reduce((sum, { failed }) => sum + failed, 0)
  const files = count.failedFiles.map(({ file }) => file)
  return inFiles === count.failed && files.length <= MOST ? files : []
}

/** The count of the first run with the files that failed replaced by their second run; `unsteady` names what failed once. */
export function mergeSecondRun(first: Count, second: Count): Count & { unsteady: string[] } {
  const replaced = (key: keyof Tally) => first.failedFiles.reduce((sum, one) => sum + one[key], 0)
  return {
    passed: first.passed - replaced('passed') + second.passed,
    failed: first.failed - replaced('failed') + second.failed,
    skipped: first.skipped - replaced('skipped') + second.skipped,
    failures: second.failures,
    failedFiles: second.failedFiles,
    unsteady: second.failed === 0 ? first.failures : [],
  }
}
