// Which rules and people are there in the tests of routing?
import type { Candidate } from '../../../domain/engine/choosing.ts'
import { type Register, settleTasks } from '../../../domain/engine/settle.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { draftOf } from '../../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { RoutingRule } from '../../../domain/tasks/routing/rules.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { eyes } from '../../support/processes/eyes.ts'
import { at, ruleWith } from '../../support/tasks-made-up.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing } from '../acting.ts'

export const register = (
  candidates: Candidate[],
  rules: RoutingRule[] = [ruleWith()],
  vacant: string[] = [],
): Register => ({
  candidates,
  rules,
  vacant,
})

export const fresh = () => playing(hazardRectification, actor('qi'), reported, at).record()
/** What somebody has ordered himself, so that he may not check it. */
export const orderedBy = (id: string): CaseRecord => {
  const play = playing(eyes, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
  return play.act(actor(id), 'order')
}
export const settled = (
  record: CaseRecord,
  known: Register,
  process: ProcessDefinition = hazardRectification,
) =>
  settleTasks(
    { process, decisionContext: decisionContextAt(at), register: known },
    null,
    draftOf(record),
  )
export const first = (record: CaseRecord): OpenTask =>
  Object.values(record.openTasks)[0] as OpenTask
