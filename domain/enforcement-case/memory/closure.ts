// Has the party of a case been punished so often that its closure is to be proposed (安全法 113)?
import { text } from '../../language/words.ts'
import type { PastDefinition } from '../../model/decision-context.ts'
import type { CaseEvent, EventDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { citySupervisor } from '../../organisation/addresses.ts'
import { closureCount } from '../../penalties/closure-count.ts'
import { penaltiesIn, type StandingPenalty, standingPenalty } from '../../penalties/standing.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import type { EnforcementContext } from './context.ts'
import { remembered, todayOf } from './penalties.ts'

/** The penalties, and the hazards of which one has to be a major one. */
export const pastOfClosure = {
  of: [{ process: 'enforcement-case' }, { process: 'hazard-rectification' }],
} as const satisfies PastDefinition

const [{ process: ofPenalties }] = pastOfClosure.of

/** Decisions in force of the same enterprise, without this case. */
export const penaltiesBefore = (past: readonly CaseRecord[] = []): StandingPenalty[] =>
  penaltiesIn(past.filter(({ process }) => process === ofPenalties))

/** 安全法 113(1): a major hazard that is not done with. */
export const majorHazards = (past: readonly CaseRecord[] = []): CaseRecord[] =>
  past.filter(
    ({ process, status, snapshot }) =>
      process !== ofPenalties && status === 'open' && snapshot.context.grade === 'major',
  )

type Law = Omit<CaseEvent, 'type'>

/** With the decision of this case, where it has come into force. */
export const countOf = (
  { number, context }: { number: string; context: EnforcementContext },
  event: Law,
  majorHazard: boolean,
) => {
  const own = standingPenalty(number, context)
  const penalties = [...penaltiesBefore(event.past), ...(own ? [own] : [])]
  return closureCount({ penalties, majorHazard, asOf: todayOf(event) }, event)
}

/** As it stands with the decision that the event brings into force. */
const inForce = (context: EnforcementContext, event: Law): EnforcementContext => ({
  ...context,
  decidedOn: context.decidedOn ?? todayOf(event),
  decisionServedOn: context.decisionServedOn ?? todayOf(event),
})

/** Whether the number is reached; that there is a major hazard is for who proposes it. */
export const closureReachedBy = (context: EnforcementContext, event: Law): boolean =>
  event.past !== undefined &&
  countOf({ number: '', context: inForce(context, event) }, event, true).reached

/** By every decision that comes into force; where nobody has looked it says nothing. */
export const closureStated: NonNullable<EventDefinition['states']> = (
  { number, snapshot },
  event,
) => {
  const context = inForce(remembered(snapshot.context), event)
  const withHazard = majorHazards(event.past).length > 0
  return {
    closureReckoning: event.past ? countOf({ number, context }, event, withHazard).reckoning : [],
  }
}

export const tellsClosure: NonNullable<EventDefinition['tells']> = ({ closureReached }) =>
  closureReached === true
    ? {
        notify: [sectionChief, leader, citySupervisor],
        words: text(
          '处罚次数已达到提请关闭的条件，存在重大事故隐患的应当提请关闭',
          'Punished so often that closure is to be proposed where there is a major hazard',
        ),
      }
    : null
