// What can administrators change that moves running periods, and which calendars and rules follow from what was approved?

import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import { type EnteredRule, rulesWith } from '../law/entered.ts'
import { amount } from '../law/explain.ts'
import { committedRules, type RuleBook } from '../law/rule-book.ts'
import { onGround } from '../law/rules/norms.ts'
import type { Rule } from '../law/rules/rule.ts'
import { isRegion, type Region, regions, regionsBelow } from '../organisation/regions.ts'
import type { CalendarSet } from '../time/calendar.ts'
import { calendarsOf, type Publication } from './published.ts'

/** A notice of days, a version of a rule, or a promise of an office. */
export type Change = Publication | EnteredRule
/** 撤回: what an approved change had replaced is in force again. */
export type Revocation = { kind: 'revoke'; proposal: string }
export type Proposed = Change | Revocation
/** An approved change that nobody has taken back, by the id of its proposal. */
export type InForce = { id: string; change: Change }
/** All that dates are reckoned by. */
export type Books = { calendars: CalendarSet; rules: RuleBook }
/** Which running periods a change can move: those on other calendars, or those of one rule in some regions. */
export type Reach = { calendar: string } | { rule: string; regions: Region[] }

export const isEntered = (change: Change): change is EnteredRule =>
  change.kind === 'rule' || change.kind === 'promise'

export const publicationsIn = (inForce: InForce[]): { id: string; publication: Publication }[] =>
  inForce.flatMap(({ id, change }) => (isEntered(change) ? [] : [{ id, publication: change }]))

export const booksOf = (inForce: InForce[]): Books => ({
  calendars: calendarsOf(publicationsIn(inForce).map(({ publication }) => publication)),
  rules: rulesWith(
    inForce.flatMap(({ id, change }) => (isEntered(change) ? [{ id, entry: change }] : [])),
  ),
})

/** Equal versions, equal dates. */
export const versionOf = ({ calendars, rules }: Books): string =>
  rules.version === committedRules.version
    ? calendars.version
    : `${calendars.version}·${rules.version}`

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
  if (!isEntered(subject)) return { calendar: next.calendars.version }
  const { rule, region } = subject
  return {
    rule,
    regions: region !== null && isRegion(region) ? regionsBelow(region) : regionsBelow('330000'),
  }
}

/** Why periods move, as timelines and lists say it. */
export const causeOf = (proposed: Proposed, subject: Change): Text => {
  const words = isEntered(subject) ? entryWords(subject) : text(subject.decree, subject.decree)
  return proposed.kind === 'revoke' ? text(`撤回：${words.zh}`, `Taken back: ${words.en}`) : words
}

const entryWords = (entry: EnteredRule): Text => {
  const row = committedRules.families.get(entry.rule)?.at(-1) as Rule
  const length = amount(entry.n, row.unit)
  const place =
    entry.region !== null && isRegion(entry.region) ? regions[entry.region].name : text('', '')
  const basis = entry.kind === 'rule' ? onGround(entry.article) : text('', '')
  const running =
    entry.running === null
      ? text('', '')
      : text(`，在办期间一并适用：${entry.running}`, `, running periods included: ${entry.running}`)
  return text(
    `${place.zh}${row.title.zh} ${length.zh}${basis.zh}，自${entry.from}起${running.zh}`,
    `${row.title.en}${place.en === '' ? '' : ` in ${place.en}`}: ${length.en}${basis.en} from ${entry.from}${running.en}`,
  )
}
