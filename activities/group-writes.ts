// How do rows that come at about the same time become one statement?

/** So long the first row waits for others; far less than a mail takes, and what a database saves by it is a commit a row. */
const gatherMs = 10
/** PostgreSQL takes 65,535 parameters. */
const mostRows = 500

type Waiting<Row> = { row: Row; done: () => void; failed: (why: unknown) => void }

/** Answers how one row is written: resolved once its statement has committed, rejected where that failed. */
export const groupWrites = <Row>(write: (rows: Row[]) => Promise<unknown>) => {
  let waiting: Waiting<Row>[] = []
  const flush = async (): Promise<void> => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      await write(group.map(({ row }) => row))
      for (const { done } of group) done()
    } catch (error) {
      for (const { failed } of group) failed(error)
    }
  }
  return (row: Row): Promise<void> =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setTimeout(flush, gatherMs)
      waiting.push({ row, done, failed })
      if (waiting.length >= mostRows) void flush()
    })
}
