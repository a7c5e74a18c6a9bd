// What do the case loop and its activities say to each other? References and numbers only: no form, no name enters history.
import type { Problem } from '../domain/case/errors.ts'

export type CaseRef = { caseId: string; process: string }
/** `commandId: null` only applies what has fallen due; `inVain`: how often the case has just woken itself without anything coming of it. */
export type AdvanceInput = CaseRef & { commandId: string | null; inVain?: number }

export type Committed = { ok: true; revision: number; material: number }
/** The problem's code and revision; its words stay in the command row, where the API reads them. */
export type Refused = { ok: false; code: Problem['code']; revision: number }

export type AdvanceResult = {
  revision: number
  answer: Committed | Refused | null
  /** Milliseconds until something else falls due; null = nothing will by itself. */
  wakeInMs: number | null
  /** Effects are ready to be executed now. */
  effects: boolean
  closed: boolean
  /** The chart the case stands on; it changes when the case is taken over to a newer one. */
  chart?: number
  state: string
  /** State and next deadline in words, for operators; no personal data. */
  details: string
}

/** `retryInMs`: something could not be delivered for the moment. */
export type EffectsResult = { done: number; retryInMs: number | null }

export type CaseActivities = {
  advance: (input: AdvanceInput) => Promise<AdvanceResult>
  runEffects: (input: CaseRef) => Promise<EffectsResult>
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
