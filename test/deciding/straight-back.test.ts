// When is what lies between a returned step and the one that returned it carried over, and when is nothing said of it?
import { expect, test } from 'vitest'
import { decide } from '../../domain/engine/decide.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { fourSteps as process } from '../support/processes/four-steps.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, wu, chen] = [actor('lin'), actor('wu'), actor('chen')]
const started = opened(process, lin, { region: '330802', date: '2026-03-10' }, at).record
const act = (of: CaseRecord, by: typeof lin, type: string, data: Record<string, unknown> = {}) =>
  decide(
    process,
    of,
    { type, data, taskId: null, by, ifMatch: null, occurredAt: at },
    decisionContextAt(at),
  )
const typesOf = (...input: Parameters<typeof act>) => act(...input).facts.map(({ type }) => type)

/** Written and checked by two: the chief has it. */
const approving = () => {
  const written = act(started, lin, 'add', { n: 1 }).record
  return act(act(written, lin, 'check').record, wu, 'sign').record
}
const returned = (way?: string) =>
  act(approving(), chen, 'return', { to: 'writing', reason: '有误', ...(way ? { way } : {}) })
    .record

test('a step returned to be done again carries nothing over, and nothing is said of it', () => {
  expect(typesOf(returned(), lin, 'add', { n: 1 })).toEqual(['add'])
  expect(typesOf(returned('again'), lin, 'add', { n: 1 })).toEqual(['add'])
})

test('a step returned straight carries over what lies between, in the name of the system', () => {
  const done = act(returned('straight'), lin, 'add', { n: 1 })
  expect(done.facts.map(({ type, actor }) => [type, actor.kind])).toEqual([
    ['add', 'person'],
    ['carried', 'system'],
  ])
  expect(done.record.snapshot.value).toBe('approving')
  expect(done.record.undo).toMatchObject({ by: 'lin', event: 'add' })
})

test('a verb that leaves the case where it is carries nothing over', () => {
  expect(typesOf(returned('straight'), lin, 'claim')).toEqual(['claim'])
})

test('what ends the case carries nothing over', () => {
  const done = act(returned('straight'), lin, 'drop')
  expect(done.facts.map(({ type }) => type)).toEqual(['drop'])
  expect(done.record.status).toBe('closed')
})

test('what no longer leads back is said by the system among the authorities, with the step and the reason', () => {
  const done = act(returned('straight'), lin, 'add', { n: 20 })
  expect(done.facts).toMatchObject([
    { type: 'add' },
    {
      type: 'not-carried',
      actor: { kind: 'system' },
      audience: 'internal',
      occurredAt: at,
      data: { to: 'approving', reason: { zh: '数额已超过上限' } },
    },
  ])
})

test('a step that only the case’s end or another step leads out of is not returned to', () => {
  expect(
    refusal(() => act(approving(), chen, 'return', { to: 'signing', reason: '有误' })).words,
  ).toBe('不能退回到该环节')
})
