// What does a rule see of a case and an event, what does it answer, and how are rules combined?
import type { Text } from '../language/words.ts'
import type { AmountBook } from '../law/amounts/book.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { Actor } from '../organisation/actor.ts'
import type { CompetentOffice } from '../organisation/competence.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import type { EntriesNamed } from './decision-context.ts'
import type { CaseRecord, Signature } from './record.ts'

/** What the core hands to the chart; guards and assigns see nothing else. */
export type CaseEvent = {
  type: string
  data: Record<string, unknown>
  by: Actor
  at: Instant
  signatures: Signature[]
  /** Signatures that decide nothing, of added signers and against the outcome: for the record, not for rules. */
  beside?: Signature[]
  /** 沿用: it was given earlier, under this number, and counts again because the case comes straight back. */
  carried?: { fact: number; at: Instant }
  /** The calendars and rules in force, and the place whose local ones count, for rules about windows of time; without them the committed ones. */
  calendars?: CalendarSet
  rules?: RuleBook
  amounts?: AmountBook
  region?: string
  /** Of the first event: the office that the table of competences names then; absent: none beside the process's own. */
  competent?: CompetentOffice
  /** Entries that the form lists by number, by register, as they stand; one that is not there is in no register. Absent: nobody has looked. */
  entries?: EntriesNamed
  /** By kind, how many of the many things of the case are open; absent: none. */
  openItems?: Record<string, number>
  /** By kind, which of them these are: 第3号. */
  openNumbers?: Record<string, number[]>
  /** How many cases it was to open have not said yet whether they run, so that it may still have to deal with what they were to; absent: none. */
  unansweredStarts?: number
  /** Of the first event of an item: the id of the person whose act has opened it. */
  openedBy?: string
  /** The same: the how manieth of its kind it is in its case, from 1. */
  nth?: number
  /** Of an item: what the chart of its case remembers. */
  ofCase?: Record<string, unknown>
  /** Other cases about the same enterprise, where its act is judged by them. Absent: nobody has looked. */
  past?: readonly CaseRecord[]
}

/** A guard's answer: yes, or the reason why not in both languages. Total: never throws, also on missing data. */
export type Verdict = true | Text
export type Rule<Context = Record<string, unknown>> = (
  input: { context: Context; event: CaseEvent },
  params?: Record<string, unknown>,
) => Verdict

/** All must say yes; the first no is the answer. */
export const every =
  <Context>(...rules: Rule<Context>[]): Rule<Context> =>
  (input, params) => {
    for (const rule of rules) {
      const verdict = rule(input, params)
      if (verdict !== true) return verdict
    }
    return true
  }

/** One way of an event that has several: what holds for all of them is judged first, so a refusal names the true reason. */
export const branch = <Context>(
  lawful: Rule<Context>,
  here: (input: Parameters<Rule<Context>>[0]) => boolean,
  elsewhere: Text,
): Rule<Context> => every(lawful, (input): Verdict => here(input) || elsewhere)
