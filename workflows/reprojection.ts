// How does an approved change reach all running cases: list them, ask them a few at a time, say what has come of it?
import { continueAsNew, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow'
import { batch } from './proxies.ts'

/** Pieces in one run; a quarter of a million cases are some thousands of them. */
const mostSteps = 300
/** Cases that could not answer are asked again after this long. */
const restMs = 5_000

/** `after`: where the list goes on in a new run; absent in the first. What has been done stands in the database, case by case. */
export async function reprojection({ id, after }: { id: string; after?: string }): Promise<void> {
  if (after === undefined) await batch.listReprojected({ id })
  let place = after ?? ''
  for (let steps = 1; ; steps += 1) {
    const step = await batch.reprojectSome({ id, after: place })
    setCurrentDetails(`${step.total - step.left} / ${step.total}`)
    if (step.left === 0) return batch.concludeReprojection({ id })
    place = step.after ?? ''
    if (step.after === null) await sleep(restMs)
    if (steps >= mostSteps || workflowInfo().continueAsNewSuggested)
      return continueAsNew<typeof reprojection>({ id, after: place })
  }
}
