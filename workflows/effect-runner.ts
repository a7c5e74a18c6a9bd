// How are notices delivered beside the case without ever holding up a command?
import { sleep } from '@temporalio/workflow'
import type { CaseRef, EffectsResult } from '../activities/contract.ts'
import { caseWork } from './proxies.ts'

export type EffectRunner = ReturnType<typeof createEffectRunner>

/**
 * What takes a moment is delivered by the loop itself: of two local activities beside each other a replay may not know which ended first. What
 * takes longer is delivered beside the loop, one delivery at a time; a request that comes meanwhile is served right after, a failed one after its
 * own wait.
 */
export const createEffectRunner = (input: CaseRef) => {
  const state = { wanted: false, running: false, retrying: false }
  const deliver = async (): Promise<void> => {
    const result: EffectsResult = state.running
      ? { done: 0, retryInMs: null, left: true }
      : await caseWork.runEffectsAtOnce(input)
    if (result.left) want()
    else note(result)
  }
  const want = (): void => {
    state.wanted = true
    if (!state.running) void run()
  }
  const run = async (): Promise<void> => {
    state.running = true
    while (state.wanted) {
      state.wanted = false
      const result = await caseWork.runEffects(input)
      state.wanted ||= result.left === true
      note(result)
    }
    state.running = false
  }
  const note = ({ retryInMs }: Pick<EffectsResult, 'retryInMs'>): void => {
    if (retryInMs !== null && !state.retrying) void retryLater(retryInMs)
  }
  const retryLater = async (ms: number): Promise<void> => {
    state.retrying = true
    await sleep(ms, { summary: 'deliver the notices again' })
    state.retrying = false
    want()
  }
  return {
    deliver,
    /** No delivery is in flight: the case may continue as new, since what waits stands in its row. */
    quiet: () => !state.running,
    /** Nothing is left to deliver: the case may end. */
    settled: () => !state.running && !state.wanted && !state.retrying,
  }
}
