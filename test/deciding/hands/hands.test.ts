// What does a hand under a proposal leave in the record, and when does the act happen?
import { expect, test } from 'vitest'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { refusal } from '../../case/acting.ts'
import { counters } from '../../support/processes/counter.ts'
import { signedBy } from '../../support/processes/task-operations.ts'
import { actingFor, at, handOf } from '../../support/tasks-made-up.ts'
import { opened } from '../../support/walks/walk.ts'
import { acted, id, later, lin, process, started, taskIn, withTask, wu, yes } from './handed.ts'

test('the first hand is a proposal: said among the authorities, with how many hands there are and must be', () => {
  const proposed = acted(started, lin, 'approve', yes)
  expect(proposed.facts).toEqual([
    {
      type: 'sign',
      occurredAt: later,
      recordedAt: '2026-03-03T02:00:00.000Z',
      audience: 'internal',
      before: null,
      after: 'checking',
      actor: {
        kind: 'person',
        id: 'lin',
        name: '林检查',
        role: 'inspector',
        office: '330802-bureau',
      },
      data: { about: 'approve', proposal: yes, hands: 1, need: 2 },
    },
  ])
  expect(taskIn(proposed.record)).toMatchObject({
    proposal: { type: 'approve', data: yes, by: { id: 'lin' } },
    signatures: [{ person: 'lin', opinion: null, at: later }],
  })
  expect(proposed.record.undo).toMatchObject({
    by: 'lin',
    event: 'sign',
    hand: id,
    snapshot: started.snapshot,
    openTasks: started.openTasks,
  })
  expect(proposed.record.material.whole).toBe(proposed.record.revision)
})

test('the last hand is the act itself, with all hands under it, and whoever put it there may take the act back', () => {
  const done = acted(acted(started, lin, 'approve', yes).record, wu, 'sign', { opinion: '同意' })
  expect(done.facts).toMatchObject([
    {
      type: 'approve',
      actor: { id: 'wu' },
      data: {
        outcome: 'yes',
        signatures: [{ name: '林检查' }, { name: '吴检查', opinion: '同意' }],
      },
    },
  ])
  expect(done.record.status).toBe('closed')
})

test('the same act by another is a further hand; by the same person it is refused', () => {
  const proposed = acted(started, lin, 'approve', yes).record
  expect(acted(proposed, wu, 'approve', yes).facts[0]?.type).toBe('approve')
  expect(refusal(() => acted(proposed, lin, 'approve', yes)).words).toContain('您已签署')
})

test('another proposal undoes the hands under the first, and says whose and what they were', () => {
  const both = withTask({
    proposal: { type: 'approve', data: yes, by: lin },
    signatures: [
      handOf('lin', { opinion: '好' }),
      handOf('zhou', { onBehalfOf: { id: 'x', name: '某', order: '1' } }),
    ],
    signers: { mode: 'all', need: 3 },
  })
  const other = acted(both, wu, 'approve', { outcome: 'no' })
  expect(other.facts[0]?.data).toEqual({
    about: 'approve',
    proposal: { outcome: 'no' },
    hands: 1,
    need: 3,
    fell: {
      about: 'approve',
      proposal: yes,
      signatures: [
        { name: '林检查', opinion: '好' },
        { name: '周检查', opinion: null, onBehalfOf: { id: 'x', name: '某', order: '1' } },
      ],
    },
  })
  expect('fell' in (acted(started, lin, 'approve', yes).facts[0]?.data ?? {})).toBe(false)
})

test('another act with the same form is another proposal', () => {
  const two: ProcessDefinition = {
    ...process,
    events: { ...process.events, 'fall-late': { ...process.events.approve!, by: 'task' } },
  }
  const proposed = acted(started, lin, 'approve', yes, two).record
  const other = acted(proposed, wu, 'fall-late', yes, two)
  expect(other.facts[0]).toMatchObject({
    type: 'sign',
    data: { about: 'fall-late', hands: 1, fell: { about: 'approve' } },
  })
})

test('a hand against says so and falls what it can; who put it there may take that back', () => {
  const proposed = acted(started, lin, 'approve', yes).record
  const fallen = acted(proposed, wu, 'oppose', { opinion: '不同意' })
  expect(fallen.facts).toMatchObject([
    {
      type: 'oppose',
      data: { about: 'approve', opinion: '不同意', hands: 1, need: 2, fallen: true },
    },
  ])
  expect(taskIn(fallen.record)).toMatchObject({
    proposal: null,
    signatures: [{ withdrawn: later }, { against: true, withdrawn: later }],
  })
  expect(fallen.record.undo).toBe(null)
  const vote = signedBy({ mode: 'ratio', need: 2, of: 3 }, counters)
  const voting = opened(vote, lin, { region: '330802', date: '2026-03-10' }, at).record
  const against = acted(
    acted(voting, lin, 'approve', yes, vote).record,
    wu,
    'oppose',
    { opinion: '不' },
    vote,
  )
  expect('fallen' in (against.facts[0]?.data ?? {})).toBe(false)
  expect(against.record.undo).toMatchObject({ by: 'wu', event: 'oppose', hand: id })
})

test('a hand for somebody absent, and the picture of a hand, are kept with it', () => {
  const by = { ...actingFor('lin', 'wu'), picture: 'hash' }
  const proposed = acted(
    withTask({ assignee: { id: 'wu', name: '吴检查' } }),
    by,
    'approve',
    yes,
  ).record
  expect(taskIn(proposed).signatures).toMatchObject([
    { person: 'lin', onBehalfOf: { id: 'wu' }, picture: 'hash' },
  ])
})
