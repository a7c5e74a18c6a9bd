// What does a decision know of the world besides the case itself?

import type { AmountBook } from '../law/amounts/book.ts'
import type { TimeLimit } from '../law/compute.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { CompetenceTable } from '../organisation/competence.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import type { KnownDocument } from './document.ts'
import type { CaseItems, CaseRecord, EscalationPolicyVersion } from './record.ts'

/** What the registers say about what a command mentions; absent while a form is only being offered. */
export type LookedUp = {
  /** People named in the command, with the groups they work for now. */
  people: { id: string; name: string; groups: string[] }[]
  /** Posts named in the command by their group key, with how many people hold them now. */
  posts?: { group: string; name: string; holders: number }[]
  /** The fact a correction speaks of; `latest`: no later one of its type has been stated. */
  fact: {
    seq: number
    type: string
    data: Record<string, unknown>
    actor: string | null
    latest: boolean
  } | null
  /** The other case that the command names (`EventDefinition.named`), held as it is; null: there is none. Absent: its act names none. */
  named?: CaseRecord | null
}

/** The moment of the decision, the calendars in force then, and the window over which notices of equal deadlines are spread; `escalationPolicies`: what administrators have set for the process, in order. */
export type DecisionContext = {
  at: Instant
  calendars: CalendarSet
  /** Absent: the committed rules. */
  rules?: RuleBook
  /** Absent: the committed amounts. */
  amounts?: AmountBook
  noticeWindowMs: number
  lookedUp?: LookedUp
  region?: string
  known?: Known
  escalationPolicies?: EscalationPolicyVersion[]
  /** Which office is competent for what; read when a case begins whose process asks for it. */
  competences?: CompetenceTable
  /** The official documents of the case, oldest first; absent where nobody has looked. */
  documents?: KnownDocument[]
}

/** Periods already reckoned under the same calendars and rules, for whoever asks for very many. */
export type Known = Map<string, TimeLimit>

/** What an act on a case is judged by: the calendars and rules in force, the place whose local ones count, and how much of the case is open. */
export type Law = {
  calendars: CalendarSet
  rules?: RuleBook
  amounts?: AmountBook
  region: string
  openItems?: Record<string, number>
}
export const lawOf = (
  { calendars, rules, amounts }: Pick<DecisionContext, 'calendars' | 'rules' | 'amounts'>,
  { region, items }: { region: string; items?: CaseItems },
): Law => ({
  calendars,
  ...(rules ? { rules } : {}),
  ...(amounts ? { amounts } : {}),
  region,
  ...(items ? { openItems: countByKind(items) } : {}),
})

const countByKind = (items: CaseItems): Record<string, number> => {
  const kinds = Object.values(items).map(({ kind }) => kind)
  return Object.fromEntries(
    kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]),
  )
}

/** The world as the place of a case sees it: its local days count too. */
export const inRegion = (
  decisionContext: DecisionContext,
  { region }: { region: string },
): DecisionContext => ({
  ...decisionContext,
  region,
})
