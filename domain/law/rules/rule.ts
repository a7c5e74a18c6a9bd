// What does the rule book say about one period of law?

import type { Text } from '../../language/words.ts'
import { addDays, type Day } from '../../time/days.ts'
import type { Direction, Roll, Unit } from '../../time/period.ts'
import { type Cite, citeText, isElsewhere, norms } from './norms.ts'
import type { PauseKind } from './pauses.ts'

/** V verified in the full text, V* confirmed on a secondary page, M unconfirmed (always provisional), D design convention. */
export type Confidence = 'V' | 'V*' | 'M' | 'D'

/** What the end of the period brings. */
export type OnExpiry =
  | 'deemedAccepted'
  | 'deemedAcceptedOnExpiry'
  | 'deemedFiled'
  | 'deemedRenewed'
  | 'escalate'
  | 'surcharge'
  | 'voidEffect'
  | 'lapses'
  | 'lifts'
  | 'frozen'
  | 'opensCourtWindow'
  | 'alertOnly'

/** One permitted lengthening: at most `n` units more, by whom, on which article. */
export type ExtensionStep = {
  n: number
  by: Text
  article: Text
  /** Granted by another than the office that has the case: nobody writes it down without that document. */
  outside?: true
  /** Why a date that rests on it only warns: no norm of this matter grants it. */
  unconfirmed?: Text
}

export type RuleProcess =
  | 'three-simultaneities'
  | 'hazchem-licence'
  | 'hazard-rectification'
  | 'enforcement-case'
  | 'inspection'
  | 'emergency-response'
  | 'alarm-episode'
  | 'licensing'
  | 'credit'
  | 'hazard-source'
  | 'special-equipment'
  | 'special-work'
  | 'training'

/** One version of one rule: the family is its `id`, the dates say when it is in force (both days included). */
export type Rule = {
  id: string
  /** The day it came into force, which names the version. */
  version: string
  process: RuleProcess
  title: Text
  norm: Text
  article: Text
  from: Day
  to: Day | null
  unit: Unit
  n: number
  /** The fact the period starts from; for backward periods the day it is counted back from. */
  start: Text
  direction: Direction
  /** A backward period that opens a window (期满前10日内) instead of a latest day (3个月前). */
  window: boolean
  roll: Roll
  pauses: Partial<Record<PauseKind, Text>>
  /** Those of its pauses whose ground is [M]: a date that rests on one is provisional. */
  unconfirmedPauses: readonly PauseKind[]
  extend: ExtensionStep[]
  onExpiry: OnExpiry
  confidence: Confidence
  source: string
  /** The law in force is known to exist but its clocks are not. */
  lawVersion: 'pending' | null
  /** The other unit that some cities read the norm's 日 in; may be asked for. */
  alsoReadAs: Unit | null
  note: Text | null
  /** The norm, or the practice, is that of another place. */
  elsewhere: boolean
  /** Administrators have put this version into force (`change`: by which approved proposal); absent: committed with the product. */
  entered?: Entered
}

/** `region`: only inside it, null = everywhere. `running`: why periods that had begun before `from` follow it too; null = they do not. */
export type Entered = { change: string; region: string | null; running: string | null }

type Terms = {
  unit: Unit
  n: number
  start: Text
  roll: Roll
  direction?: Direction
  window?: boolean
  pauses?: Partial<Record<PauseKind, Text>>
  unconfirmedPauses?: readonly PauseKind[]
  extend?: ExtensionStep[]
  onExpiry?: OnExpiry
  alsoReadAs?: Unit
  note?: Text
  source?: string
}
type Version = Partial<Terms> & {
  from: Day
  to?: Day
  cites: readonly Cite[]
  confidence: Confidence
  pending?: true
}

/** The versions of one family in order of time; a version ends the day before the next one begins unless it says otherwise. */
export const family = (
  process: RuleProcess,
  step: string,
  title: Text,
  terms: Terms,
  ...versions: Version[]
): Rule[] =>
  versions.map(({ from, to, cites, confidence, pending, ...own }, index) => {
    const next = versions[index + 1]
    const {
      unit,
      n,
      start,
      roll,
      direction = 'forward',
      window = false,
      pauses = {},
      unconfirmedPauses = [],
      extend = [],
      onExpiry = 'alertOnly',
      alsoReadAs = null,
      note = null,
      source,
    } = { ...terms, ...own }
    const rest = {
      unit,
      n,
      start,
      roll,
      direction,
      window,
      pauses,
      unconfirmedPauses,
      extend,
      onExpiry,
      alsoReadAs,
      note,
    }
    return {
      id: `${process}.${step}`,
      version: from,
      process,
      title,
      norm: norms[cites[0]?.[0] ?? 'design'],
      article: citeText(cites),
      from,
      to: to ?? (next ? addDays(next.from, -1) : null),
      ...rest,
      confidence,
      elsewhere: cites.some(([norm]) => isElsewhere(norm)),
      source: source ?? sources[confidence],
      lawVersion: pending ? ('pending' as const) : null,
    }
  })

const sources: Record<Confidence, string> = {
  V: 'full text, state of 2025-04-19',
  'V*': 'excerpt on a secondary page',
  M: 'not found in a text: confirm before use',
  D: 'design convention',
}

/** One extension step; the article defaults to the one that grants it. */
export const step = (n: number, by: Text, ...cites: Cite[]): ExtensionStep => ({
  n,
  by,
  article: citeText(cites),
})

/** The same where a superior or the government grants it. */
export const outsideStep = (...granted: Parameters<typeof step>): ExtensionStep => ({
  ...step(...granted),
  outside: true,
})

/** The same where the article that grants it speaks of another matter: dates that rest on it are provisional. */
export const doubtfulStep = (
  unconfirmed: Text,
  ...[n, by, ...cites]: Parameters<typeof step>
): ExtensionStep => ({
  ...step(n, by, ...cites),
  unconfirmed,
})

/** Pauses of the named kinds on one article. */
export const notCounted = (cite: Cite, ...kinds: PauseKind[]): Partial<Record<PauseKind, Text>> =>
  Object.fromEntries(kinds.map((kind) => [kind, citeText([cite])]))

/** Rows that only warn and let a person decide: unconfirmed text, or a law whose clocks are not loaded. */
export const isUnconfirmed = ({
  confidence,
  lawVersion,
}: Pick<Rule, 'confidence' | 'lawVersion'>): boolean =>
  confidence === 'M' || lawVersion === 'pending'

/** Whether a norm that holds here says so (法定): no convention of the platform, no promise, no rule of another place. */
export const isLaw = ({ confidence, elsewhere }: Pick<Rule, 'confidence' | 'elsewhere'>): boolean =>
  confidence !== 'D' && !elsewhere
