// Which versions of rules and which promises may be entered, and what stands against one?

import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import { type EnteredRule, isPromise, legalBeside } from '../law/entered.ts'
import { amount } from '../law/explain.ts'
import { committedRules, type RuleBook, ruleOn } from '../law/rule-book.ts'
import type { Rule } from '../law/rules/rule.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { isRegion } from '../organisation/regions.ts'
import { isDay } from '../time/days.ts'
import { civilDate, type Instant } from '../time/instant.ts'

/** A right that ends is written in its licence: no later number may shorten it, nor the time to ask before its end. */
const endsRight = ({ onExpiry, direction }: Rule): boolean =>
  onExpiry === 'voidEffect' || onExpiry === 'lapses' || direction === 'backward'

/** The rules that clocks of the processes count by, promises included, and those by which something `beside` cases is counted. */
export const enterable = (
  processes: Record<string, ProcessDefinition>,
  beside: readonly string[] = [],
): string[] => {
  const counted = Object.values(processes).flatMap(({ clocks }) =>
    clocks.flatMap(({ due }) => ('rule' in due ? [due.rule] : [])),
  )
  const ofCases = counted.filter((id) => {
    const rule = committedRules.families.get(id)?.at(-1)
    return rule !== undefined && !endsRight(rule)
  })
  return [...new Set([...ofCases, ...beside])]
}

/** Refuses with `invalid-input`, each fault at its field. `rules`: what is in force without the entry. */
export const judgeEntry = (
  entry: EnteredRule,
  at: Instant,
  { ids, rules }: { ids: string[]; rules: RuleBook },
): void => {
  refuseEntry(faultsOf(entry, at, ids, rules))
}

/** Refuses with `invalid-input`, each fault at its field. */
export const refuseEntry = (faults: EntryWrong[]): void => {
  if (faults.length === 0) return
  throw new DomainError(
    'invalid-input',
    faults.map(({ reason }) => reason),
    { pointer: faults[0]?.pointer, errors: faults },
  )
}

export type EntryWrong = { pointer: string; reason: Text }
export const entryFault = (field: string, zh: string, en: string): EntryWrong => ({
  pointer: `/proposed/${field}`,
  reason: text(zh, en),
})

const faultsOf = (
  entry: EnteredRule,
  at: Instant,
  ids: string[],
  rules: RuleBook,
): EntryWrong[] => {
  if (!ids.includes(entry.rule))
    return [
      entryFault(
        'rule',
        '没有期间按这条规则计算，或其终期已写入证照',
        'No period is counted by this rule, or its end is written in a licence',
      ),
    ]
  if (isPromise(entry.rule) !== (entry.kind === 'promise'))
    return [
      entryFault(
        'rule',
        '承诺时限请按承诺录入，法定期限请按规则录入',
        'A promise is entered as a promise, a period of law as a rule',
      ),
    ]
  return [...placeWrong(entry), ...dayWrong(entry, civilDate(at)), ...promiseTooLong(entry, rules)]
}

export const placeWrong = ({ region }: Pick<EnteredRule, 'region'>): EntryWrong[] =>
  region === null || isRegion(region)
    ? []
    : [entryFault('region', `没有这个区划：${region}`, `There is no such region: ${region}`)]

export const dayWrong = (
  { from, running }: Pick<EnteredRule, 'from' | 'running'>,
  today: string,
): EntryWrong[] => {
  if (!isDay(from) || from < '2000-01-01' || from > '2099-12-31')
    return [entryFault('from', '施行日期无效', 'Not a day of entry into force')]
  if (running === null || from <= today) return []
  return [
    entryFault(
      'from',
      '在办期间一并适用的，施行日期不得晚于今天',
      'Where running periods are included, the day of entry into force may not lie ahead',
    ),
  ]
}

/** A promise is shorter than the law, never longer. */
const promiseTooLong = (
  { kind, rule, from, n, region }: EnteredRule,
  rules: RuleBook,
): EntryWrong[] => {
  const beside = legalBeside(rule)
  if (kind !== 'promise' || !isDay(from) || !rules.families.has(beside)) return []
  const [legal, own] = [
    ruleOn(beside, from, { region: region ?? undefined }, rules),
    ruleOn(rule, from),
  ]
  if (legal.unit !== own.unit || n <= legal.n) return []
  const most = amount(legal.n, legal.unit)
  return [
    entryFault(
      'n',
      `承诺时限不得长于法定时限${most.zh}`,
      `A promise may not be longer than the law: ${most.en}`,
    ),
  ]
}
