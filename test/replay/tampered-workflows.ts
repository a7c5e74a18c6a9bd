// The product's workflows with one harmless-looking change: what a deployment that forgets open cases looks like.
import { sleep } from '@temporalio/workflow'
import { type CaseInput, caseLoop } from '../../workflows/case-loop.ts'
import { type FeedInput, feed as supervisor } from '../../workflows/feed.ts'

export async function hazardRectification(input: CaseInput): Promise<void> {
  await sleep(1)
  await caseLoop(input)
}

export async function hazchemLicence(input: CaseInput): Promise<void> {
  await sleep(1)
  await caseLoop(input)
}

export async function threeSimultaneities(input: CaseInput): Promise<void> {
  await sleep(1)
  await caseLoop(input)
}

export async function alarmEpisode(input: CaseInput): Promise<void> {
  await sleep(1)
  await caseLoop(input)
}

export async function feed(input: FeedInput): Promise<void> {
  await sleep(1)
  await supervisor(input)
}
