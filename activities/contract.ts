// What do the case loop and its activities say to each other? References and numbers only: no form, no name enters history.
import type { AdvanceInput, AdvanceResult, CaseRef, Committed } from '../commit/contract.ts'
import type { CallFact } from '../domain/calls/channels.ts'
import type { CallOrder, CallStep } from '../domain/calls/order.ts'

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

/** `notices`: whom to call, in order, by the ids of their notices; nobody: it is not wanted, or no longer. */
/** `enterprise`: its person is one of the enterprise, whose answer takes no duty from those who are called beside him. */
export type CalledNotice = { notice: string; enterprise: boolean }
export type CallPlan = { notices: CalledNotice[]; order: CallOrder }
export type CallAddress = {
  effect: string
  notice: string
  channel: CallStep['channel']
  round: number
}
/** `ended`: somebody has acknowledged, or the period runs no more. */
export type Dialled =
  | Extract<CallFact, 'accepted' | 'refused' | 'unreachable' | 'unknown' | 'no-number'>
  | 'ended'
export type Heard = 'answered' | 'ended' | 'silent'

export type CallActivities = {
  planCalls: (input: { effect: string }) => Promise<CallPlan>
  dial: (input: CallAddress) => Promise<Dialled>
  /** Fails as long as there is still time: it is asked again, and nothing of that stands in the history. */
  hear: (input: CallAddress & { seconds: number }) => Promise<Heard>
}
