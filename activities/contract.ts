// What do the case loop and its activities say to each other? References and numbers only: no form, no name enters history.
import type { AdvanceInput, AdvanceResult, CaseRef, Committed } from '../commit/contract.ts'

export type { AdvanceInput, AdvanceResult, CaseRef, Committed }

/** `atOnce`: only what takes a moment. */
export type EffectsInput = CaseRef & { atOnce?: boolean }
/** `retryInMs`: something could not be delivered for the moment; `left`: something takes longer than was allowed. */
export type EffectsResult = { done: number; retryInMs: number | null; left?: true }

export type CaseActivities = {
  advance: (input: AdvanceInput) => Promise<AdvanceResult>
  /** What a woken case learns; null = it has to advance. */
  look: (input: CaseRef) => Promise<AdvanceResult | null>
  runEffects: (input: EffectsInput) => Promise<EffectsResult>
}

/** `more`: something is left to be done at once; otherwise how long nothing will be. */
export type DailyStep = { wakeInMs: number; more: boolean }

export type DailyActivities = { dailyRound: () => Promise<DailyStep> }

export type ReprojectionInput = { id: string }
/** `after`: the last case asked, null at the end of the list; `left`: cases of the whole list that have not answered. */
export type ReprojectionStep = { after: string | null; left: number; total: number }

export type ReprojectionActivities = {
  listReprojected: (input: ReprojectionInput) => Promise<void>
  reprojectSome: (input: ReprojectionInput & { after: string }) => Promise<ReprojectionStep>
  concludeReprojection: (input: ReprojectionInput) => Promise<void>
}

/** Until it is cancelled, or the feed is not wanted any more. */
export type FeedActivities = { holdLink: (input: { feed: string }) => Promise<void> }
