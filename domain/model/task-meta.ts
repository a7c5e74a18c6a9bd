// What does a chart say of a state in which somebody is wanted?
import type { Address } from '../organisation/offices.ts'
import type { Signers } from './record.ts'

/**
 * 会签 (so many different people), 或签 (anybody, also over a colleague's claim), 票签 (`need` of `of` votes; refusals count),
 * 依次 (first the task's own groups, then one of each of `next`).
 */
export type SignerMode =
  | Exclude<Signers, { mode: 'sequence' }>
  | { mode: 'sequence'; next: readonly Address[] }

/** `meta` of a state in which somebody is wanted. */
export type TaskMeta = {
  task: string
  to: Address
  /** Further groups that may work the same task. */
  also?: readonly Address[]
  /** Which of all these it is in this case, by what the chart remembers; absent: all of them. Total. */
  among?: (context: Record<string, unknown>) => readonly Address[]
  /** Whose hands the outcome needs; default one. */
  signers?: SignerMode
  /** Whether acts of this task decide about the person's own earlier work is a matter of rules, not of meta. */
  returnTo?: readonly string[]
  /** Whoever opens it by one of these acts has it in hand at once. */
  heldAfter?: readonly string[]
  /** The authorities' own business: the party does not even learn that the task exists. */
  internal?: true
  /** 借用: groups of a higher level that a small office may ask for a second pair of eyes. */
  borrow?: readonly Address[]
}
