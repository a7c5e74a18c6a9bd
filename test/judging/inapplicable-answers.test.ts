// Is an answer refused that the form has, and this case is not asked?
import { expect, test } from 'vitest'
import { judge } from '../../domain/engine/judging/judge.ts'
import { text } from '../../domain/language/words.ts'
import { act } from '../../domain/model/act.ts'
import { field } from '../../domain/model/field.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const lin = actor('lin')
const add = act({
  words: text('加', 'Add'),
  party: text('已加', 'Added'),
  fields: {
    n: field.number('数', 'Number').optional(),
    results: field
      .items('逐项情况', 'Item by item')
      .optional()
      .perCase(() => null),
  },
})
const process: ProcessDefinition = {
  ...counter,
  events: { ...counter.events, add: { ...add, by: counter.events.add?.by ?? 'task' } },
}
const { record } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const judged = (data: Record<string, unknown>) =>
  judge(process, record, lin, { type: 'add', data, taskId: null }, decisionContextAt(at))

test('an act without it is not refused for it', () => {
  expect(judged({ n: 1 })).toEqual({ allowed: true })
})

test('an act with it is refused, and the answer is pointed at', () => {
  expect(judged({ n: 1, results: [{ item: '门', passed: true }] })).toMatchObject({
    code: 'invalid-input',
    details: { issues: [{ pointer: '/results' }] },
  })
})
