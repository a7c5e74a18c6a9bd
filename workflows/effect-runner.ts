// How are notices delivered beside the case without ever holding up a command?
import { sleep } from '@temporalio/workflow'
import type { CaseRef } from '../activities/contract.ts'
import { caseWork } from './proxies.ts'

export type EffectRunner = ReturnType<typeof createEffectRunner>

/** One delivery at a time; a wish that comes meanwhile is served right after, a failed one after its own wait. */
export const createEffectRunner = (input: CaseRef) => {
  const state = { wanted: false, running: false, retrying: false }
  const want = (): void => {
    state.wanted = true
    if (!state.running) void run()
  }
  const run = async (): Promise<void> => {
    state.running = true
    while (state.wanted) {
      state.wanted = false
      const { retryInMs } = await caseWork.runEffects(input)
      if (retryInMs !== null && !state.retrying) void retryLater(retryInMs)
    }
    state.running = false
  }
  const retryLater = async (ms: number): Promise<void> => {
    state.retrying = true
    await sleep(ms, { summary: 'deliver the notices again' })
    state.retrying = false
    want()
  }
  return {
    want,
    /** No delivery is in flight: the case may continue as new, since what waits stands in its row. */
    quiet: () => !state.running,
    /** Nothing is left to deliver: the case may end. */
    settled: () => !state.running && !state.wanted && !state.retrying,
  }
}
