// Among whom does a rule choose in these tests?
import type { Candidate } from '../../../domain/engine/choosing.ts'
import { text } from '../../../domain/language/words.ts'
import type { ProcessDefinition, Rule } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { RoutingRule } from '../../../domain/tasks/routing/rules.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { at, inspectors } from '../../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../../support/walks/walk.ts'

export const lin = actor('lin')
export const barring = (...ids: string[]): ProcessDefinition => {
  const notThem: Rule = ({ event }) =>
    !ids.includes(event.by.kind === 'person' ? event.by.id : '') || text('回避', 'barred')
  return {
    ...counter,
    rules: { ...counter.rules, notTooMuch: notThem as never },
    events: { add: counter.events.add, approve: counter.events.approve } as never,
  }
}
export const { record } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
export const task = Object.values(record.openTasks)[0] as OpenTask
export const asked = (process = counter, more: Partial<CaseRecord> = {}) => ({
  process,
  record: { ...record, ...more },
  task,
  decisionContext: decisionContextAt(at),
})
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
export const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  person: actor(id),
  load: 0,
  turns: {},
  standIns: [],
  ...more,
})

export const named = (id: string) =>
  ({ way: 'person', person: { id, name: actor(id).name } }) as const
