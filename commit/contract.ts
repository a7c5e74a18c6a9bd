// What is asked of the transaction of a case, and what does it answer? References and numbers only: no form, no name enters history.
import type { Command } from '../db/cases/commands.ts'
import type { Problem } from '../domain/language/errors.ts'

export type CaseRef = { caseId: string; process: string }
/** `commandId: null` only applies what has fallen due; `inVain`: how often the case has just woken itself without anything coming of it. */
export type AdvanceInput = CaseRef & { commandId: string | null; inVain?: number }
/**
 * `command`: one that is stored with what it does, or not at all. `outside`: not the loop of the case asks, so that the loop must be notified of what
 * changes its future; `noWait`: nor does it wait for who holds it.
 */
export type AdvanceRequest = AdvanceInput & {
  command?: Command
  outside?: boolean
  noWait?: boolean
}

export type Committed = { ok: true; revision: number; material: number }
/** The problem's code and revision; its words stay in the command row, where the API reads them. */
export type Refused = { ok: false; code: Problem['code']; revision: number }

export type AdvanceResult = {
  /** The case that the command was about; another than asked where the same command had begun one before. */
  caseId: string
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
  /** Set when an outside act has changed the future: the workflow to wake now that this is committed. */
  wake?: { generation: number }
}
