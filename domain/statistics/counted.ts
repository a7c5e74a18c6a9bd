// Which facts of a case are in force, with their corrected data?

import type { CountedFact, ReadFact } from '../model/statistics-definition.ts'
import { civilDate } from '../time/instant.ts'

/** Verbs that every process understands alike and that change what is counted. */
export const countedVerbs = [
  'take-back',
  'approve-correction',
  'reopen',
  'pause-clock',
  'resume-clock',
  'extend-clock',
] as const

/** A fact as it now reads, with the day on which it counts. */
type InForce<Fact extends ReadFact> = Fact & Pick<CountedFact, 'day'>

/** 撤回: what was taken back never counts. 更正: what was corrected counts as if it had been said so from the beginning. */
export const factsInForce = <Fact extends ReadFact>(facts: readonly Fact[]): InForce<Fact>[] => {
  const kept: InForce<Fact>[] = []
  for (const fact of facts) {
    if (fact.type === 'take-back') {
      const undone = kept.findLastIndex(({ type }) => type === fact.data.event)
      if (undone >= 0) kept.splice(undone, 1)
    } else if (fact.type === 'approve-correction') {
      const index = kept.findIndex(({ seq }) => seq === fact.data.seq)
      const [corrected] = kept.slice(index, index + 1)
      if (index >= 0 && corrected)
        kept[index] = { ...corrected, data: { ...corrected.data, ...correctionIn(fact.data) } }
    } else kept.push({ ...fact, day: civilDate(fact.occurredAt) })
  }
  return kept
}

/** What an approved correction makes of the fields of the fact that it is about. */
export const correctionIn = ({ fields, is }: Record<string, unknown>): Record<string, unknown> =>
  Array.isArray(fields) && Array.isArray(is)
    ? Object.fromEntries(fields.map((name, index) => [String(name), is[index]]))
    : {}

/** Whether the fact has led into a state (or into a part of it) in which the case was not before. */
export const enters = (
  { before, after }: Pick<ReadFact, 'before' | 'after'>,
  state: string,
): boolean => standsIn(after, state) && !standsIn(before, state)

const standsIn = (key: string | null, state: string): boolean =>
  (key ?? '').split('|').some((part) => part === state || part.startsWith(`${state}.`))
