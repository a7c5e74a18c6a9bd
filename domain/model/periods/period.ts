// How is a legal period of any process declared, and who hears of it when it is missed?
import { type Text, text } from '../../language/words.ts'
import type { Address } from '../../organisation/offices.ts'
import type { ClockDefinition, EscalationLevelDefinition } from '../clock-definition.ts'

/** Something that follows from the end of a period. */
export const escalationLevel = (
  name: string,
  words: Text,
  rest: Pick<EscalationLevelDefinition, 'notify'> & Partial<EscalationLevelDefinition>,
): EscalationLevelDefinition => ({
  escalationLevel: name,
  words,
  after: { unit: 'ND', n: 0 },
  event: null,
  force: 'supervision',
  late: 'fire',
  ...rest,
})

/** The people who are told that it is over, and nothing else. */
export const missed = (words: Text, notify: Address[]): EscalationLevelDefinition =>
  escalationLevel('missed', text(`${words.zh}逾期`, `${words.en} overdue`), { notify })

/** An effect on rights: on an estimated date or an unconfirmed norm it waits for a person. */
export const takesEffect = (
  name: string,
  words: Text,
  event: string,
  notify: Address[],
): EscalationLevelDefinition => escalationLevel(name, words, { event, notify, force: 'legal' })

/** Who is notified how long before. */
export const warnBefore = (
  n: number,
  unit: 'WD' | 'ND',
  warnNotify: Address[],
): Pick<ClockDefinition, 'warn' | 'warnNotify'> => ({
  warn: { unit, n },
  warnNotify,
})

export type PeriodTerms = Pick<ClockDefinition, 'startsOn' | 'endsOn'> & {
  due: string | ClockDefinition['due']
} & Partial<Omit<ClockDefinition, 'due'>>

type Usual = Pick<ClockDefinition, 'audience' | 'clockOwner'> & {
  /** Before the name of a family of the rule book. */
  family: string
  /** Who is told of one that is missed. */
  told: Address[]
}

/** Periods of a process with what is usual for it; `due` names a family of the rule book, or what stands in its place. */
export const periodsOf =
  ({ family, told, audience, clockOwner }: Usual) =>
  (clock: string, words: Text, { due, ...terms }: PeriodTerms): ClockDefinition => ({
    clock,
    words,
    due: typeof due === 'string' ? { rule: `${family}${due}` } : due,
    warn: null,
    warnNotify: [],
    escalationPolicy: [missed(words, told)],
    audience,
    clockOwner,
    ...terms,
  })
