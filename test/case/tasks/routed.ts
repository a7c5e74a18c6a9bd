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
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing } from '../acting.ts'

export const at = '2026-03-02T01:00:00.000Z'
export const inspectors = '330802-bureau/inspector'
export const rule = (more: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'r1',
  group: inspectors,
  process: null,
  region: null,
  field: null,
  value: null,
  way: 'least-loaded',
  person: null,
  order: null,
  since: '2026-01-01T00:00:00.000Z',
  until: null,
  seq: 1,
  ...more,
})
export const held = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  person: actor(id),
  load: 0,
  turns: {},
  standIns: [],
  ...more,
})
export const register = (
  candidates: Candidate[],
  rules: RoutingRule[] = [rule()],
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
