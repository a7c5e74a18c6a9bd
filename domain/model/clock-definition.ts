// What does a process say of one legal clock and of the escalation policy behind it?

import type { Text } from '../language/words.ts'
import type { PauseKind } from '../law/rules/pauses.ts'
import type { Address } from '../organisation/offices.ts'
import type { Audience } from './audience.ts'
import type { CaseRecord } from './record.ts'

/** In what an escalation policy counts: working days, days, or minutes from the very end of the period. */
export type EscalationLevelUnit = 'WD' | 'ND' | 'MIN'

/** One level of an escalation policy: when after the due date, which chart event, who is notified. */
export type EscalationLevelDefinition = {
  escalationLevel: string
  words: Text
  after: { unit: EscalationLevelUnit; n: number }
  /** Family of the rule book: administrators may set `n`, but no more than it says there; absent: fixed. */
  limit?: string
  /** Chart event applied when the level fires; null = only a notice. */
  event: string | null
  /** What that event says, by the case as it stands before it; absent: nothing. Total. */
  says?: (record: CaseRecord) => Record<string, unknown>
  notify: Address[]
  /** For whom these stand in this case, by what the chart remembers; absent: for themselves. Total. */
  notifyIn?: (notify: readonly Address[], context: Record<string, unknown>) => readonly Address[]
  /** `legal` takes effect on rights and never fires on an undecreed date: a person confirms it. `supervision` only tells superiors. */
  force: 'supervision' | 'legal'
  /** It ends what the party could do: over before the fact that starts it was written down, it waits for a person to say that nothing has come in time. */
  forfeits?: true
  /** After an outage: fire late all the same, fire only the highest one due, or skip with a note. */
  late: 'fire' | 'collapse' | 'skip'
  /** Beside the notice its people are called, one after the other, until somebody answers. */
  calls?: true
}

/** A legal clock of the process: which fact starts it, which ends it, what happens in between. */
export type ClockDefinition = {
  clock: string
  words: Text
  /** The kind of item that it runs for, one for each item; absent: for the case. */
  item?: string
  /** The tasks at which it is kept: who works another one has another day; absent: every task of its part. */
  keptAt?: readonly string[]
  /**
   * Family id in the rule book, counted from the day of the start fact, or from the date or moment that the chart keeps under `from`;
   * or the name of the field that holds the due date: of the start fact, or `kept` in the chart's context;
   * or that which holds the very moment of its end, of the start fact or `kept` in the context. A date is moved by the facts of `movesOn` alone;
   * `extendable`: it is its clock owner's own, and he may lengthen it; `rolls`: on a rest day it gives way to the next working day (民法典 203).
   */
  due:
    | { rule: string; from?: string }
    | { dateField: string; article: string; kept?: true; extendable?: true; rolls?: true }
    | { momentField: string; article: string; kept?: true }
  startsOn: string[]
  /** Whether a fact of `startsOn` really starts it, by the context after it; absent: always. Total. */
  startsIf?: (context: Record<string, unknown>) => boolean
  /** Facts that set a new date for the running period in `dateField`, or by their context a later one that is `kept`; or lengthen one of the rule book by their `by` units. */
  movesOn?: string[]
  /** Facts from whose day on the running period stands still, each on its ground; its rule must know it. */
  pausesOn?: Record<string, { kind: PauseKind; article: string }>
  /** Facts from which a period that stands still goes on; their day is the last one not counted. */
  resumesOn?: string[]
  /** Whether it stands still, by the context after the fact: only then does one of `pausesOn` stop it, also as it starts, and only else does one of `resumesOn` set it going. Absent: each does. Total. */
  standsStillIf?: (context: Record<string, unknown>) => boolean
  /** Of such a fact the field with the day on which it came about, where it may be written down later; the last one not counted. */
  resumedBy?: Record<string, string>
  /** A shorter limit that the office has promised: it stands beside the legal one and never in its place. */
  promised?: true
  /** A later start leaves the running period as it is: what it counts from has not changed. */
  goesOn?: true
  /** A later start replaces a running obligation of the same clock (a new order sets a new date); where it ends it, too, it has been met. */
  endsOn: string[]
  /** Whether a fact of `endsOn` really ends it, by the context after it: what is asked for may come in parts. Absent: always. Total. */
  endsIf?: (context: Record<string, unknown>) => boolean
  /**
   * When what it asks for was really done, by the context after the fact that starts or ends it, where that was written down later;
   * null: not before the fact itself. What was done before it starts ends as it starts. Total.
   */
  doneAt?: (context: Record<string, unknown>) => string | null
  /** Facts after which another period takes its place: it ends as replaced, neither kept nor missed. */
  yieldsOn?: string[]
  /** Whether, by the context after a fact, nobody owes any more what it asks for: it ends as replaced, whatever the fact is. Total. */
  yieldsIf?: (context: Record<string, unknown>) => boolean
  /** Facts after which nobody need be reminded of its end; the period itself runs on. */
  quietOn?: string[]
  warn: { unit: 'WD' | 'ND'; n: number } | null
  warnNotify: Address[]
  escalationPolicy: EscalationLevelDefinition[]
  audience: Audience
  /** Who may pause, resume and extend, and who decides when the due date is only provisional. */
  clockOwner: Address
  /** Where who that is depends on what the case remembers: these instead. Total. */
  clockOwnersAmong?: (context: Record<string, unknown>) => readonly Address[]
}
