// How is a period over an application for a licence written down, and which ones run over every kind of it?
import type { ClockDefinition, RungDefinition } from '../case/process.ts'
import { type Text, text } from '../case/words.ts'
import type { Address } from '../organisation/offices.ts'
import { enterprise, leader, sectionChief } from './addresses.ts'

export type Terms = Pick<ClockDefinition, 'startsOn' | 'endsOn'> & { due: string | ClockDefinition['due'] } & Partial<
    Omit<ClockDefinition, 'due'>
  >

/** A limit of the law or the rule book; where the period has no number of its own, `due` is its family there. */
export const limit = (clock: string, words: Text, { due, ...terms }: Terms): ClockDefinition => ({
  clock,
  words,
  due: typeof due === 'string' ? { rule: due } : due,
  warn: null,
  warnTell: [],
  ladder: [missed(words, [sectionChief, leader])],
  audience: 'party',
  keeper: leader,
  ...terms,
})

export const rung = (name: string, words: Text, rest: Pick<RungDefinition, 'tell'> & Partial<RungDefinition>): RungDefinition => ({
  rung: name,
  words,
  after: { unit: 'ND', n: 0 },
  event: null,
  force: 'supervision',
  late: 'fire',
  ...rest,
})

export const missed = (words: Text, tell: Address[]): RungDefinition =>
  rung('missed', text(`${words.zh}逾期`, `${words.en} overdue`), { tell })

/** An effect on rights: on an estimated date or an unconfirmed norm it waits for a person. */
export const takesEffect = (name: string, words: Text, event: string, tell: Address[]): RungDefinition =>
  rung(name, words, { event, tell, force: 'legal' })

/** What the office of a process has promised stands beside the law and binds nobody else. */
export const promise = (
  process: string,
  step: string,
  zh: string,
  en: string,
  terms: Pick<Terms, 'startsOn' | 'endsOn'> & Partial<Terms>,
): ClockDefinition =>
  limit(`promised-${step}`, text(`${zh}（承诺时限）`, `${en} (promised)`), {
    due: `${process}.promised-${step}`,
    keeper: sectionChief,
    ladder: [missed(text(`${zh}（承诺时限）`, `${en} (promised)`), [sectionChief])],
    promised: true,
    ...terms,
  })

/** 许可法 78, 79. */
export const barClock = (barred: 'false' | 'fraud', startsOn: string[]): ClockDefinition =>
  limit(`reapply-bar-${barred}`, text('不得再次申请', 'No new application'), {
    due: `licensing.reapply-bar-${barred}`,
    startsOn,
    startsIf: (context) => context.barred === barred,
    endsOn: ['bar-ended'],
    ladder: [takesEffect('ended', text('再次申请限制届满', 'The bar has ended'), 'bar-ended', enterprise)],
    keeper: sectionChief,
  })
