// Which periods may a clock verb work on, for whom, and why not on others?

import { type Text, text } from '../../language/words.ts'
import { refuseFurtherExtension } from '../../law/course.ts'
import { committedRules } from '../../law/rule-book.ts'
import type { Act } from '../../model/command.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, Obligation } from '../../model/record.ts'
import { type Actor, groupsOf } from '../../organisation/actor.ts'
import { addressesOfClock, groupsFor } from '../../tasks/tasks.ts'
import type { CaseVerb } from '../../tasks/verbs.ts'
import { isExtendable, isRunning } from '../clocks/obligations.ts'
import { clockOf } from '../clocks/rearming.ts'
import { type Judgement, postsWanted, refused } from './judgement.ts'
import { mayKnowOf } from './party-sight.ts'

/** Whether the verb is open to this person on any period, before a form is filled in. */
export const offerClockVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  verb: CaseVerb,
): Judgement => {
  const kept = record.obligations.filter(
    (one) => isRunning(one) && fits(process, verb, one) && mayKnowOf(process, one, by),
  )
  const judgement = keeps(process, record, by, kept)
  if (kept.length > 0 && judgement.allowed) return judgement
  const own = whyFixed(process, record, by, verb)
  if (own.length > 0) return refused('not-possible-now', ...own)
  return kept.length > 0 ? judgement : refused('not-possible-now', none)
}

export const judgeClock = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
): Judgement => {
  const one = record.obligations.find(({ id }) => id === act.data.obligation)
  if (!one || !isRunning(one) || !mayKnowOf(process, one, by))
    return refused('not-possible-now', none)
  if (fits(process, act.type as CaseVerb, one)) return keeps(process, record, by, [one])
  const fixed =
    act.type === 'extend-clock' &&
    isFixed(process, one) &&
    keeps(process, record, by, [one]).allowed
  return refused('not-possible-now', fixed ? fixedWords(process, one) : none)
}

/** Which running periods a clock verb can work on. */
export const fits = (process: ProcessDefinition, verb: CaseVerb, one: Obligation): boolean =>
  verb === 'pause-clock'
    ? one.status === 'running' && one.rule !== null
    : verb === 'resume-clock'
      ? one.status === 'paused'
      : verb === 'extend-clock'
        ? one.status !== 'paused' && !isFixed(process, one)
        : one.escalationLevels.some(({ status }) => status === 'held')

const keeps = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  periods: Obligation[],
): Judgement => {
  const clockOwners = periods.flatMap((one) =>
    groupsFor(addressesOfClock(clockOf(process, one), record.snapshot.context), record),
  )
  return groupsOf(by).some((group) => clockOwners.includes(group))
    ? { allowed: true }
    : refused('not-allowed', postsWanted(clockOwners))
}

const none = text('没有可如此处理的时限', 'No running limit can be treated so')

/** Of the clocks that are his to keep he learns why; of those of others not even that they run. */
const whyFixed = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  verb: CaseVerb,
): Text[] =>
  record.obligations
    .filter((one) => verb === 'extend-clock' && isFixed(process, one))
    .filter((one) => keeps(process, record, by, [one]).allowed)
    .map((one) => fixedWords(process, one))

const isFixed = (process: ProcessDefinition, one: Obligation): boolean =>
  isRunning(one) && (!isExtendable(clockOf(process, one)) || spentWords(one) !== null)

/** Why its rule lengthens it no more; of a version that was entered this is known once it is reckoned again. */
const spentWords = ({ rule, ruleVersion, extensions }: Obligation): Text | null => {
  const versions = rule === null ? [] : (committedRules.families.get(rule) ?? [])
  const version = versions.find((one) => one.version === ruleVersion)
  return version ? refuseFurtherExtension(version, extensions.length) : null
}

const fixedWords = (process: ProcessDefinition, one: Obligation): Text => {
  const spent = spentWords(one)
  if (spent) return spent
  const { words, due, movesOn = [] } = clockOf(process, one)
  const ways = movesOn.flatMap((type) => process.events[type]?.words ?? [])
  const [zh, en] = [
    ways.map((way) => `“${way.zh}”`).join('、'),
    ways.map((way) => `“${way.en}”`).join(', '),
  ]
  if ('rule' in due && ways.length > 0)
    return text(`“${words.zh}”只能经${zh}延长`, `“${words.en}” is lengthened by ${en} only`)
  return ways.length > 0
    ? text(
        `“${words.zh}”止于文书或者法律确定的日期，只能经${zh}改期`,
        `“${words.en}” ends on a date that is set: only ${en} moves it`,
      )
    : text(
        `“${words.zh}”止于文书或者法律确定的日期，不能延长`,
        `“${words.en}” ends on a date that is set and is not extended`,
      )
}
