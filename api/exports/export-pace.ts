// How much of the machine does an export leave to the people who act meanwhile?
import { setTimeout as sleep } from 'node:timers/promises'

/** Parts of rest to one part of work. */
const rest = 2
/** A slow reader makes the export rest by himself. */
const longestMs = 250

/** The same pages; after each of them the export rests while anybody else is being answered, and goes on at once otherwise. */
export async function* paced<Page>(
  pages: AsyncIterable<Page>,
  others: () => number,
): AsyncGenerator<Page> {
  let began = performance.now()
  for await (const page of pages) {
    yield page
    if (others() > 0) await sleep(Math.min(longestMs, rest * (performance.now() - began)))
    began = performance.now()
  }
}
