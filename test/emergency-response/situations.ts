// Which situations can an emergency come into, with everybody and every clock acting?

import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { actor } from '../support/people/cast.ts'
import {
  decisionContextAt,
  done,
  exploreNovel,
  opened,
  type Situation,
} from '../support/walks/walk.ts'
import { emergency } from './playing.ts'
import { called, drill, grave, inLift, plannedDrill, reported, samples, start } from './samples.ts'

/** One of each post. */
export const deciding = (): Person[] =>
  ['dan', 'du', 'sun', 'gao', 'shi', 'zong', 'chen', 'ke', 'ji', 'yu', 'qi'].map(actor)

const begun = (by: string, form: Record<string, unknown>) =>
  opened(emergencyResponse, actor(by), form, start)

/** What walks that look for what is new pass by: something requisitioned, and a final report that waits. */
const further = (from: Situation, ...acts: [who: string, type: string][]): Situation =>
  acts.reduce(
    (now, [who, type]) => done(emergencyResponse, now, actor(who), type, samples[type]?.[0]),
    from,
  )
const responding = further(begun('dan', reported), ['dan', 'verify'], ['gao', 'start-response'])
const debriefing = further(
  begun('dan', plannedDrill),
  ['dan', 'verify'],
  ['gao', 'start-response'],
  ['gao', 'end-response'],
)
const reportedFinally = further(
  responding,
  ['dan', 'report-to-city'],
  ['gao', 'end-response'],
  ['dan', 'report-finally'],
)

/** Closed with the days that count, and taken up again: no walk of acts alone comes there. */
const takenUpAgain = (): Situation => {
  const at = '2026-03-10T01:00:00.000Z'
  const { record } = emergency(
    called,
    {},
    ['dan', 'verify', { findings: '属实' }],
    ['gao', 'no-response'],
    ['dan', 'no-report'],
    ['gao', 'no-investigation'],
    ['at', at],
    ['gao', 'reopen', { reason: '医院通报' }],
  )
  return { record: record(), decisionContext: decisionContextAt(at), path: ['taken up again'] }
}

export const situations = exploreNovel(
  emergencyResponse,
  [
    begun('dan', reported),
    begun('dan', grave),
    further(begun('dan', grave), ['du', 'report-to-province']),
    begun('du', called),
    begun('gao', drill),
    further(responding, ['dan', 'requisition']),
    further(responding, ['dan', 'requisition'], ['gao', 'end-response']),
    reportedFinally,
    begun('dan', inLift),
    further(
      begun('dan', inLift),
      ['dan', 'call-back'],
      ['dan', 'dispatch-maintainer'],
      ['dan', 'maintainer-arrived'],
    ),
    further(
      begun('dan', grave),
      ['dan', 'verify'],
      ['gao', 'no-response'],
      ['dan', 'report-to-province'],
      ['dan', 'report-finally'],
      ['dan', 'correct-report'],
    ),
    further(reportedFinally, ['du', 'acknowledge-report']),
    further(begun('dan', inLift), ['dan', 'no-report']),
    further(
      begun('dan', grave),
      ['dan', 'verify'],
      ['gao', 'no-response'],
      ['dan', 'report-to-province'],
      ['du', 'acknowledge-copy'],
    ),
    further(
      begun('dan', reported),
      ['dan', 'verify'],
      ['gao', 'no-response'],
      ['gao', 'no-investigation'],
    ),
    takenUpAgain(),
    debriefing,
    further(debriefing, ['gao', 'evaluate-drill']),
  ],
  deciding(),
  samples,
)
