// How far has an application come, for whoever has number and code, and what is wanted of him?

import { isRunning } from '../engine/clocks/obligations.ts'
import { courseOf } from '../engine/clocks/reckoning.ts'
import type { Text } from '../language/words.ts'
import type { StoredFact } from '../model/chain.ts'
import { stateKey } from '../model/chart.ts'
import { type DecisionContext, inRegion } from '../model/decision-context.ts'
import { type Stage, stageNames, stageOf, stages } from '../model/guide-definition.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'

export type FollowStage = { stage: Stage; words: Text; look: 'done' | 'now' | 'later' }

/** The five steps of a service; none for what is no service. What has ended stays where it came to. */
export const stagesOf = (
  { guide }: ProcessDefinition,
  record: CaseRecord,
  facts: Pick<StoredFact, 'after'>[],
): FollowStage[] => {
  if (!guide) return []
  const placeIn = (key: string | null): number =>
    Math.max(
      ...(key ?? '').split('|').map((state) => stageNames.indexOf(stageOf(guide, state) as Stage)),
    )
  const now = placeIn(stateKey(record.snapshot.value))
  const reached = Math.max(0, ...facts.map(({ after }) => placeIn(after)))
  const last = now === -1 ? reached + 1 : now
  return stageNames.map((stage, at) => ({
    stage,
    words: stages[stage],
    look: at < last ? 'done' : at === now ? 'now' : 'later',
  }))
}

/** The open tasks of the applicant himself. */
export const wantedOf = ({ words }: ProcessDefinition, { openTasks }: CaseRecord): Text[] =>
  Object.values(openTasks).flatMap(({ task, groups }) =>
    groups.some((group) => group.startsWith('enterprise:')) ? (words.tasks[task] ?? []) : [],
  )

/** Clocks of law that a guide names: the applicant may know how far they have run. */
export const publicClocksOf = ({ guide }: ProcessDefinition): string[] =>
  guide?.limits.map(({ clock }) => clock) ?? []

/** How far each of them has run, with what is not counted, by the id of the period. */
export const coursesOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  decisionContext: DecisionContext,
): Record<string, Text> =>
  Object.fromEntries(
    record.obligations
      .filter((one) => isRunning(one) && publicClocksOf(process).includes(one.clock))
      .flatMap((one) => {
        const course = courseOf(one, inRegion(decisionContext, record))
        return course ? [[one.id, course]] : []
      }),
  )
