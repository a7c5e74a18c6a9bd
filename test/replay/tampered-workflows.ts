// The product's workflows with one harmless-looking change: what a deployment that forgets open cases looks like.
import { sleep } from '@temporalio/workflow'
import { type CaseInput, caseLoop } from '../../workflows/case-loop.ts'
import { type FeedInput, feed as supervisor } from '../../workflows/feed.ts'

/** Of every process: a default export serves each workflow type that has no function of its name. */
export default async function anyProcess(input: CaseInput): Promise<void> {
  await sleep(1)
  await caseLoop(input)
}

export async function feed(input: FeedInput): Promise<void> {
  await sleep(1)
  await supervisor(input)
}
