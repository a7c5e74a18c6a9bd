// What do the hands of added and removed signers leave in the record?
import { expect, test } from 'vitest'
import { decide } from '../../../domain/engine/decide.ts'
import { concluded } from '../../../domain/engine/decide-hands.ts'
import { draftOf } from '../../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { refusal } from '../../case/acting.ts'
import { devices } from '../../support/people/cast.ts'
import { chiefs as chiefPost, counters } from '../../support/processes/counter.ts'
import { signedBy } from '../../support/processes/task-operations.ts'
import { addedAs, chiefs, handOf } from '../../support/tasks-made-up.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import {
  acted,
  chen,
  command,
  id,
  ji,
  later,
  lin,
  process,
  started,
  taskIn,
  withTask,
  wu,
  yes,
} from './handed.ts'

test('an added signer signs as what he was added, by his own post or the post that was added, and leaves the act whose it is', () => {
  const proposal = { type: 'approve', data: yes, by: lin }
  const waits = (position: 'before' | 'parallel' | 'after', kind: 'person' | 'post', who: string) =>
    withTask({
      signers: { mode: 'all', need: 1 },
      proposal,
      signatures: [handOf('lin')],
      added: [addedAs(who, position, { kind })],
    })
  const byPost = acted(
    waits('parallel', 'post', chiefs),
    chen,
    'sign',
    { opinion: '好' },
    signedBy({ mode: 'all', need: 1 }, counters),
  )
  expect(byPost.facts.map(({ type }) => type)).toEqual(['sign', 'approve'])
  expect(byPost.facts[0]).toMatchObject({
    actor: { id: 'chen', office: '330802-bureau', role: 'section-chief' },
    data: { position: 'parallel', opinion: '好', hands: 1, need: 1 },
  })
  expect(byPost.facts[1]).toMatchObject({
    actor: { id: 'lin' },
    data: { signatures: [{ name: '林检查' }, { name: '陈科长', added: true }] },
  })
  const named = acted(
    waits('after', 'person', 'ji'),
    ji,
    'sign',
    {},
    signedBy({ mode: 'all', need: 1 }, counters),
  )
  expect(named.facts[0]).toMatchObject({
    actor: { id: 'ji', office: '330802-committee' },
    data: { position: 'after' },
  })
  const heard = acted(withTask({ added: [addedAs('ji', 'before')] }), ji, 'sign', { opinion: '可' })
  expect(heard.facts.map(({ data }) => data)).toEqual([
    { opinion: '可', hands: 0, need: 2, position: 'before' },
  ])
  expect(taskIn(heard.record)).toMatchObject({
    proposal: null,
    signatures: [{ as: 1, opinion: '可' }],
  })
})

test('an added signer with a second post signs in that for which he was added', () => {
  const both = { ...chen, appointments: [...ji.appointments, ...chen.appointments] }
  const added = [addedAs(chiefs, 'before', { kind: 'post' })]
  expect(acted(withTask({ added }), both, 'sign', { opinion: '可' }).facts[0]?.actor).toMatchObject(
    {
      office: '330802-bureau',
      role: 'section-chief',
    },
  )
  const byName = [addedAs('chen', 'before')]
  expect(
    acted(withTask({ added: byName }), both, 'sign', { opinion: '可' }).facts[0]?.actor,
  ).toMatchObject({ office: '330802-committee' })
})

test('own people do not sign while those are waited for who sign after them', () => {
  const waits = withTask({
    signers: { mode: 'all', need: 1 },
    proposal: { type: 'approve', data: yes, by: lin },
    signatures: [handOf('lin')],
    added: [addedAs('ji', 'after')],
  })
  expect(
    refusal(() => acted(waits, wu, 'approve', yes, signedBy({ mode: 'all', need: 1 }, counters)))
      .words,
  ).toBe('等待季督办签署')
})

const remove = (of: CaseRecord, by: Actor = lin) =>
  acted(
    of,
    by,
    'remove-signer',
    { signer: '1', reason: '不需要' },
    signedBy({ mode: 'all', need: 1 }, counters),
  )

test('without the signer who is removed the act happens as of whose it was; taken back, he is waited for again', () => {
  const waits = withTask({
    signers: { mode: 'all', need: 1 },
    proposal: { type: 'approve', data: yes, by: lin },
    signatures: [handOf('lin')],
    added: [addedAs('ji', 'parallel')],
  })
  const done = remove(waits)
  expect(done.facts.map(({ type }) => type)).toEqual(['remove-signer', 'approve'])
  expect(done.record.status).toBe('closed')
  const open = withTask({ added: [addedAs('ji', 'parallel')] })
  expect(remove(open).facts.map(({ type }) => type)).toEqual(['remove-signer'])
  const two = withTask({
    signers: { mode: 'all', need: 2 },
    proposal: { type: 'approve', data: yes, by: lin },
    signatures: [handOf('lin')],
    added: [addedAs('ji', 'parallel')],
  })
  expect(remove(two).facts.map(({ type }) => type)).toEqual(['remove-signer'])
  const gone = concluded(
    process,
    draftOf({ ...started, openTasks: {} }),
    taskIn(started),
    command(lin, 'remove-signer'),
    decisionContextAt(later),
  )
  expect(gone.facts).toEqual([])
})

test('what is removed by the act that it lets happen comes back when that is taken back', () => {
  const goesOn = signedBy({ mode: 'all', need: 1 }, chiefPost)
  const counting = {
    ...goesOn,
    machine: signedBy({ mode: 'all', need: 1 }, counters).machine,
  } as ProcessDefinition
  const looping: ProcessDefinition = {
    ...counting,
    events: { ...counting.events, 'fall-late': { ...counting.events.approve!, by: 'task' } },
  }
  const waits = withTask({
    signers: { mode: 'all', need: 1 },
    proposal: { type: 'fall-late', data: {}, by: lin },
    signatures: [handOf('lin')],
    added: [addedAs('ji', 'parallel')],
  })
  const done = decide(
    looping,
    waits,
    command(lin, 'remove-signer', { signer: '1', reason: '不需要' }),
    decisionContextAt(later),
  )
  expect(done.record.snapshot.value).toBe('counting')
  expect(done.record.undo).toMatchObject({
    by: 'lin',
    event: 'fall-late',
    openTasks: { [id]: { added: [{ who: 'ji' }] } },
  })
  expect(done.record.undo?.openTasks[id]?.added?.[0]?.removed).toBe(undefined)
})

test('a proposal of earlier days that kept no author is the act of its last hand', () => {
  const waits = withTask({
    signers: { mode: 'all', need: 1 },
    proposal: { type: 'approve', data: yes },
    signatures: [
      handOf('wu'),
      handOf('gao'),
      handOf('lin', { onBehalfOf: { id: 'zhou', name: '周检查', order: '1' } }),
    ],
    added: [addedAs('ji', 'parallel')],
  })
  expect(
    acted(waits, ji, 'sign', {}, signedBy({ mode: 'all', need: 1 }, counters)).facts.at(-1),
  ).toMatchObject({
    type: 'approve',
    actor: { kind: 'person', id: 'lin', name: '林检查', onBehalfOf: { id: 'zhou' } },
  })
})

test('only a person has a hand', () => {
  expect(refusal(() => acted(started, devices, 'sign')).code).not.toBe('none')
})
