// What can administrators change that moves running periods, and which calendars and rules follow from what was approved?

import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import {
  type AmountBook,
  type AmountVersion,
  amountOn,
  amountsWith,
  committedAmounts,
} from '../law/amounts/book.ts'
import { valuesInWords } from '../law/amounts/in-words.ts'
import { type EnteredRule, rulesWith } from '../law/entered.ts'
import { amount } from '../law/explain.ts'
import { committedRules, type RuleBook } from '../law/rule-book.ts'
import { onGround } from '../law/rules/norms.ts'
import type { Rule } from '../law/rules/rule.ts'
import { isRegion, type Region, regions, regionsBelow } from '../organisation/regions.ts'
import type { CalendarSet } from '../time/calendar.ts'
import { calendarsOf, type Publication } from './published.ts'

/** A notice of days, a version of a rule or of an amount, or a promise of an office. */
export type Change = Publication | EnteredRule | AmountVersion
/** 撤回: what an approved change had replaced is in force again. */
export type Revocation = { kind: 'revoke'; proposal: string }
export type Proposed = Change | Revocation
/** An approved change that nobody has taken back, by the id of its proposal. */
export type InForce = { id: string; change: Change }
/** All that dates and grades are reckoned by. */
export type Books = { calendars: CalendarSet; rules: RuleBook; amounts: AmountBook }
/** What a change can move: periods on other calendars, those of one rule in some regions, or what counts there by one amount. */
export type Reach =
  | { calendar: string }
  | { rule: string; regions: Region[] }
  | { amount: string; regions: Region[] }

export const isEntered = (change: Change): change is EnteredRule =>
  change.kind === 'rule' || change.kind === 'promise'

export const isAmount = (change: Pick<Change, 'kind'>): change is AmountVersion =>
  change.kind === 'amount'

const isPublication = (change: Change): change is Publication =>
  !isEntered(change) && !isAmount(change)

export const publicationsIn = (inForce: InForce[]): { id: string; publication: Publication }[] =>
  inForce.flatMap(({ id, change }) => (isPublication(change) ? [{ id, publication: change }] : []))

export const booksOf = (inForce: InForce[]): Books => ({
  calendars: calendarsOf(publicationsIn(inForce).map(({ publication }) => publication)),
  rules: rulesWith(
    inForce.flatMap(({ id, change }) => (isEntered(change) ? [{ id, entry: change }] : [])),
  ),
  amounts: amountsWith(
    inForce.flatMap(({ id, change }) => (isAmount(change) ? [{ id, entry: change }] : [])),
  ),
})

/** Equal versions, equal dates and grades. */
export const versionOf = ({ calendars, rules, amounts }: Books): string =>
  [
    calendars.version,
    ...(rules.version === committedRules.version ? [] : [rules.version]),
    ...(amounts.version === committedAmounts.version ? [] : [amounts.version]),
  ].join('·')

/** What would be in force if the proposal were approved now. Refuses with `invalid-input` what calendars and rules cannot take. */
export const inForceWith = (inForce: InForce[], id: string, proposed: Proposed): InForce[] => {
  if (proposed.kind === 'revoke') {
    revokedBy(inForce, proposed)
    return inForce.filter((one) => one.id !== proposed.proposal)
  }
  const next = [...inForce, { id, change: proposed }]
  booksOf(next)
  return next
}

const revokedBy = (inForce: InForce[], { proposal }: Revocation): Change => {
  const found = inForce.find((one) => one.id === proposal)
  if (found) return found.change
  throw new DomainError('invalid-input', [
    text('要撤回的变更不存在或已不再有效', 'What is to be taken back is not in force'),
  ])
}

/** What a proposal is about: a revocation is about what it takes back. */
export const subjectOf = (inForce: InForce[], proposed: Proposed): Change =>
  proposed.kind === 'revoke' ? revokedBy(inForce, proposed) : proposed

/** `next`: the books with the proposal. */
export const reachOf = (subject: Change, next: Books): Reach => {
  if (isPublication(subject)) return { calendar: next.calendars.version }
  const { region } = subject
  const regions = regionsBelow(region !== null && isRegion(region) ? region : '330000')
  return isAmount(subject) ? { amount: subject.amount, regions } : { rule: subject.rule, regions }
}

/** Why periods move, as timelines and lists say it. */
export const causeOf = (proposed: Proposed, subject: Change): Text => {
  const words = subjectWords(subject)
  return proposed.kind === 'revoke' ? text(`撤回：${words.zh}`, `Taken back: ${words.en}`) : words
}

const subjectWords = (subject: Change): Text => {
  if (isPublication(subject)) return text(subject.decree, subject.decree)
  if (isAmount(subject)) {
    const { title, steps } = amountOn(subject.amount, subject.from)
    return entryWords(subject, title, valuesInWords(steps, subject.values))
  }
  const row = committedRules.families.get(subject.rule)?.at(-1) as Rule
  return entryWords(subject, row.title, amount(subject.n, row.unit))
}

const nothing = text('', '')

const entryWords = (entry: EnteredRule | AmountVersion, title: Text, value: Text): Text => {
  const { region } = entry
  const place = region !== null && isRegion(region) ? regions[region].name : nothing
  const basis = entry.kind === 'promise' ? nothing : onGround(entry.article)
  const running = entry.running === null ? nothing : runningWords(entry.kind, entry.running)
  return text(
    `${place.zh}${title.zh} ${value.zh}${basis.zh}，自${entry.from}起${running.zh}`,
    `${title.en}${place.en === '' ? '' : ` in ${place.en}`}: ${value.en}${basis.en} from ${entry.from}${running.en}`,
  )
}

const runningWords = (kind: Change['kind'], why: string): Text =>
  kind === 'amount'
    ? text(`，在办案件一并适用：${why}`, `, open cases included: ${why}`)
    : text(`，在办期间一并适用：${why}`, `, running periods included: ${why}`)
