// Among whom does a rule choose in these tests?
import { text } from '../../../domain/language/words.ts'
import type { ProcessDefinition, Rule } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { at } from '../../support/tasks-made-up.ts'
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
export const requestsOf = (process = counter, more: Partial<CaseRecord> = {}) => ({
  process,
  record: { ...record, ...more },
  task,
  decisionContext: decisionContextAt(at),
})

export const named = (id: string) =>
  ({ way: 'person', person: { id, name: actor(id).name } }) as const
