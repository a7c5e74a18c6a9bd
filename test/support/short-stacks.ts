// Where nearly everything that is tried is refused, to note from where takes longer than to refuse.

/** Errors that are thrown meanwhile know only the place that threw them. */
export const withShortStacks = <Result>(work: () => Result): Result => {
  const usual = Error.stackTraceLimit
  Error.stackTraceLimit = 1
  try {
    return work()
  } finally {
    Error.stackTraceLimit = usual
  }
}
