// What moves in a case when the calendars or the rule book have changed?

import type { Text } from '../language/words.ts'
import { regradedFact } from '../law/amounts/graded-definition.ts'
import { ruleOn } from '../law/rule-book.ts'
import { visible } from '../model/audience.ts'
import { type DecisionContext, inRegion } from '../model/decision-context.ts'
import { appendFact, change, type Draft, draftOf } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Obligation } from '../model/record.ts'
import { followFact, isRunning } from './clocks/obligations.ts'
import { clockOf, knownPauses, rearm } from './clocks/rearming.ts'
import { gradeAgain, type MovedGrade, type Regraded } from './grading.ts'
import { withMovedItems } from './item-deciding.ts'

/** Its end now lies in the past, or no longer does. */
export type Lateness = 'newly' | 'no-longer'
/** One period before and after. `firmed`: it was an estimate and is none any more; `escalationLevels`: how many of its steps have another date; `versions`: of its rule, where another one counts now. */
export type MovedPeriod = {
  clock: string
  obligation: string
  from: string
  to: string
  firm: boolean
  firmed: boolean
  escalationLevels: number
  late: Lateness | null
  versions: { from: string | null; to: string | null } | null
}

/** The name under which a grade stands among what has moved: no period is called so. */
export const gradeName = (grade: string): string => `grade:${grade}`

/** A grade as a move: it has no days, and is as firm as the amount it goes by. */
export const movedGrade = ({ grade, from, to, versions }: MovedGrade): MovedPeriod => ({
  clock: grade,
  obligation: gradeName(grade),
  from,
  to,
  firm: true,
  firmed: false,
  escalationLevels: 0,
  late: null,
  versions: { from: null, to: versions },
})

/** Reckons every running period and every grade again under the books of `decisionContext`; null when nothing is different for anybody. */
export const reproject = (
  process: ProcessDefinition,
  record: CaseRecord,
  decisionContext: DecisionContext,
  cause: Text | null,
): Draft | null => {
  const { obligations, movedPeriods } = reckonAgain(process, record, decisionContext)
  const regraded = gradeAgain(process, record, decisionContext.amounts, decisionContext.at)
  if (movedPeriods.length === 0 && !regraded) return null
  const reckoned = change(draftOf({ ...record, revision: record.revision + 1 }), {
    obligations,
    undo: null,
  })
  const again = regraded ? withGrades(process, reckoned, regraded, decisionContext) : reckoned
  const draft = withMovedItems(record, again)
  const forParty = movedPeriods.some(({ clock }) =>
    visible(clockOf(process, { clock }).audience, 'party'),
  )
  const data = {
    movedPeriods: [...movedPeriods, ...(regraded?.moved.map(movedGrade) ?? [])],
    ...(regraded ? { countedBy: regraded.countedBy } : {}),
    calendar: decisionContext.calendars.version,
    ...(cause ? { cause } : {}),
  }
  return appendFact(draft, {
    type: 'reprojected',
    at: decisionContext.at,
    recordedAt: decisionContext.at,
    by: { kind: 'system' },
    audience: forParty ? 'party' : 'internal',
    data,
  })
}

/** What the chart remembers by the new amounts, and the periods that begin because of them. */
const withGrades = (
  process: ProcessDefinition,
  draft: Draft,
  { context }: Regraded,
  decisionContext: DecisionContext,
): Draft => {
  const { snapshot } = draft.record
  const graded = change(draft, { snapshot: { ...snapshot, context } })
  const fact = {
    type: regradedFact,
    at: decisionContext.at,
    seq: draft.record.facts + 1,
    data: {},
  }
  return change(graded, {
    obligations: followFact(process, graded.record, fact, inRegion(decisionContext, graded.record)),
  })
}

/** The periods as they would be, and those that differ; a dry run asks this and nothing else. */
export const reckonAgain = (
  process: ProcessDefinition,
  record: Pick<CaseRecord, 'obligations' | 'region'>,
  decisionContext: DecisionContext,
) => {
  const here = inRegion(decisionContext, record)
  const obligations = record.obligations.map((one) =>
    isRunning(one) && isStale(one, here) ? again(process, one, here) : one,
  )
  return {
    obligations,
    movedPeriods: obligations.flatMap((one, index) =>
      difference(record.obligations[index], one, here),
    ),
  }
}

/** It rests on other calendars, or another version of its rule counts for it now. */
const isStale = (one: Obligation, decisionContext: DecisionContext): boolean =>
  one.calendar !== decisionContext.calendars.version ||
  (one.rule !== null &&
    ruleOn(
      one.rule,
      one.start,
      { region: decisionContext.region, running: true },
      decisionContext.rules,
    ).version !== one.ruleVersion)

/** A stopped period keeps the last known end: no decree counts the days on which it stands still. */
const again = (
  process: ProcessDefinition,
  one: Obligation,
  decisionContext: DecisionContext,
): Obligation => {
  const then = {
    ...rearm(process, { ...one, pauses: knownPauses(one) }, decisionContext),
    pauses: one.pauses,
  }
  return latenessOf(one, then, decisionContext) === 'newly'
    ? { ...then, escalationLevels: then.escalationLevels.map(heldBack) }
    : then
}

/** An end that a change has moved into the past brings no legal effect about by itself: a person decides. */
const heldBack = (escalationLevel: Obligation['escalationLevels'][number]) =>
  escalationLevel.status === 'planned' ? { ...escalationLevel, provisional: true } : escalationLevel

const latenessOf = (
  before: Obligation,
  after: Obligation,
  { at }: DecisionContext,
): Lateness | null =>
  before.dueAt > at && after.dueAt <= at
    ? 'newly'
    : before.dueAt <= at && after.dueAt > at
      ? 'no-longer'
      : null

/** A period differs when its end, its certainty, the version of its rule or one of its planned levels does. */
const difference = (
  before: Obligation | undefined,
  after: Obligation,
  decisionContext: DecisionContext,
): MovedPeriod[] => {
  if (!before || before === after) return []
  const planned = ({ plannedAt, provisional }: Obligation['escalationLevels'][number]) =>
    `${plannedAt} ${provisional}`
  const known = new Map(
    before.escalationLevels.map((escalationLevel) => [
      escalationLevel.escalationLevel,
      planned(escalationLevel),
    ]),
  )
  const escalationLevels = after.escalationLevels.filter(
    (escalationLevel) => known.get(escalationLevel.escalationLevel) !== planned(escalationLevel),
  ).length
  const versions =
    before.ruleVersion === after.ruleVersion
      ? null
      : { from: before.ruleVersion, to: after.ruleVersion }
  const same =
    before.dueAt === after.dueAt &&
    before.provisional === after.provisional &&
    before.escalationLevels.length === after.escalationLevels.length
  if (same && escalationLevels === 0 && !versions) return []
  const firmed = (before.provisional && !after.provisional) || softened(before, after)
  const { clock, id: obligation } = after
  const dates = {
    from: before.due,
    to: after.due,
    firm: !after.provisional,
    firmed,
    escalationLevels,
  }
  return [
    { clock, obligation, ...dates, late: latenessOf(before, after, decisionContext), versions },
  ]
}

/** The end was firm already, but a step on the way to it was an estimate. */
const softened = (before: Obligation, after: Obligation): boolean =>
  !after.provisional &&
  before.escalationLevels.some(({ provisional }) => provisional) &&
  after.escalationLevels.every(({ provisional }) => !provisional)
