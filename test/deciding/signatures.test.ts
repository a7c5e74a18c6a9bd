// What does a signature under a proposal leave in the record, when does the act happen, and what comes back when it is taken back?
import { expect, test } from 'vitest'
import { decide } from '../../domain/engine/decide.ts'
import { concluded } from '../../domain/engine/decide-signatures.ts'
import type { Command } from '../../domain/model/command.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { refusal } from '../case/acting.ts'
import { actor, devices } from '../support/people/cast.ts'
import { chiefs as chiefPost, counters } from '../support/processes/counter.ts'
import { signedBy } from '../support/processes/task-operations.ts'
import { actingFor, addedAs, at, chiefs, signatureBy } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, wu, chen, _fang, ji] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('fang'),
  actor('ji'),
]
const later = '2026-03-03T01:00:00.000Z'
const process = signedBy({ mode: 'all', need: 2 }, counters)
const { record: started } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const id = 'c-1:check:1'
const command = (by: Actor, type: string, data: Record<string, unknown> = {}): Command => ({
  type,
  data,
  taskId: null,
  by,
  ifMatch: null,
  occurredAt: later,
})
const draftAfter = (
  of: CaseRecord,
  by: Actor,
  type: string,
  data: Record<string, unknown> = {},
  on: ProcessDefinition = process,
  more: Partial<DecisionContext> = {},
) =>
  decide(on, of, command(by, type, data), {
    ...decisionContextAt('2026-03-03T02:00:00.000Z'),
    ...more,
  })
const yes = { outcome: 'yes' }
const taskIn = (of: CaseRecord) => of.openTasks[id] as OpenTask
const withTask = (more: Partial<OpenTask>, of = started): CaseRecord => ({
  ...of,
  openTasks: { [id]: { ...taskIn(of), ...more } },
})

test('the first signature is a proposal: said among the authorities, with how many signatures there are and must be', () => {
  const proposed = draftAfter(started, lin, 'approve', yes)
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
      data: { about: 'approve', proposal: yes, signatureCount: 1, need: 2 },
    },
  ])
  expect(taskIn(proposed.record)).toMatchObject({
    proposal: { type: 'approve', data: yes, by: { id: 'lin' } },
    signatures: [{ person: 'lin', opinion: null, at: later }],
  })
  expect(proposed.record.undo).toMatchObject({
    by: 'lin',
    event: 'sign',
    signedTask: id,
    snapshot: started.snapshot,
    openTasks: started.openTasks,
  })
  expect(proposed.record.material.whole).toBe(proposed.record.revision)
})

test('the last signature is the act itself, with all signatures under it, and whoever put it there may take the act back', () => {
  const done = draftAfter(draftAfter(started, lin, 'approve', yes).record, wu, 'sign', {
    opinion: '同意',
  })
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

test('the same act by another is a further signature; by the same person it is refused', () => {
  const proposed = draftAfter(started, lin, 'approve', yes).record
  expect(draftAfter(proposed, wu, 'approve', yes).facts[0]?.type).toBe('approve')
  expect(refusal(() => draftAfter(proposed, lin, 'approve', yes)).words).toContain('您已签署')
})

test('another proposal undoes the signatures under the first, and says whose and what they were', () => {
  const both = withTask({
    proposal: { type: 'approve', data: yes, by: lin },
    signatures: [
      signatureBy('lin', { opinion: '好' }),
      signatureBy('zhou', { onBehalfOf: { id: 'x', name: '某', order: '1' } }),
    ],
    signers: { mode: 'all', need: 3 },
  })
  const other = draftAfter(both, wu, 'approve', { outcome: 'no' })
  expect(other.facts[0]?.data).toEqual({
    about: 'approve',
    proposal: { outcome: 'no' },
    signatureCount: 1,
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
  expect('fell' in (draftAfter(started, lin, 'approve', yes).facts[0]?.data ?? {})).toBe(false)
})

test('another act with the same form is another proposal', () => {
  const two: ProcessDefinition = {
    ...process,
    events: { ...process.events, 'fall-late': { ...process.events.approve!, by: 'task' } },
  }
  const proposed = draftAfter(started, lin, 'approve', yes, two).record
  const other = draftAfter(proposed, wu, 'fall-late', yes, two)
  expect(other.facts[0]).toMatchObject({
    type: 'sign',
    data: { about: 'fall-late', signatureCount: 1, fell: { about: 'approve' } },
  })
})

test('a signature against says so and falls what it can; who put it there may take that back', () => {
  const proposed = draftAfter(started, lin, 'approve', yes).record
  const fallen = draftAfter(proposed, wu, 'oppose', { opinion: '不同意' })
  expect(fallen.facts).toMatchObject([
    {
      type: 'oppose',
      data: { about: 'approve', opinion: '不同意', signatureCount: 1, need: 2, fallen: true },
    },
  ])
  expect(taskIn(fallen.record)).toMatchObject({
    proposal: null,
    signatures: [{ withdrawn: later }, { against: true, withdrawn: later }],
  })
  expect(fallen.record.undo).toBe(null)
  const vote = signedBy({ mode: 'ratio', need: 2, of: 3 }, counters)
  const voting = opened(vote, lin, { region: '330802', date: '2026-03-10' }, at).record
  const against = draftAfter(
    draftAfter(voting, lin, 'approve', yes, vote).record,
    wu,
    'oppose',
    { opinion: '不' },
    vote,
  )
  expect('fallen' in (against.facts[0]?.data ?? {})).toBe(false)
  expect(against.record.undo).toMatchObject({ by: 'wu', event: 'oppose', signedTask: id })
})

test('a signature for somebody absent, and the picture of a signature, are kept with it', () => {
  const by = { ...actingFor('lin', 'wu'), picture: 'hash' }
  const proposed = draftAfter(
    withTask({ assignee: { id: 'wu', name: '吴检查' } }),
    by,
    'approve',
    yes,
  ).record
  expect(taskIn(proposed).signatures).toMatchObject([
    { person: 'lin', onBehalfOf: { id: 'wu' }, picture: 'hash' },
  ])
})

test('an added signer signs as what he was added, by his own post or the post that was added, and leaves the act whose it is', () => {
  const proposal = { type: 'approve', data: yes, by: lin }
  const waits = (position: 'before' | 'parallel' | 'after', kind: 'person' | 'post', who: string) =>
    withTask({
      signers: { mode: 'all', need: 1 },
      proposal,
      signatures: [signatureBy('lin')],
      added: [addedAs(who, position, { kind })],
    })
  const byPost = draftAfter(
    waits('parallel', 'post', chiefs),
    chen,
    'sign',
    { opinion: '好' },
    signedBy({ mode: 'all', need: 1 }, counters),
  )
  expect(byPost.facts.map(({ type }) => type)).toEqual(['sign', 'approve'])
  expect(byPost.facts[0]).toMatchObject({
    actor: { id: 'chen', office: '330802-bureau', role: 'section-chief' },
    data: { position: 'parallel', opinion: '好', signatureCount: 1, need: 1 },
  })
  expect(byPost.facts[1]).toMatchObject({
    actor: { id: 'lin' },
    data: { signatures: [{ name: '林检查' }, { name: '陈科长', added: true }] },
  })
  const named = draftAfter(
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
  const afterOpinion = draftAfter(withTask({ added: [addedAs('ji', 'before')] }), ji, 'sign', {
    opinion: '可',
  })
  expect(afterOpinion.facts.map(({ data }) => data)).toEqual([
    { opinion: '可', signatureCount: 0, need: 2, position: 'before' },
  ])
  expect(taskIn(afterOpinion.record)).toMatchObject({
    proposal: null,
    signatures: [{ as: 1, opinion: '可' }],
  })
})

test('an added signer with a second post signs in that for which he was added', () => {
  const both = { ...chen, appointments: [...ji.appointments, ...chen.appointments] }
  const added = [addedAs(chiefs, 'before', { kind: 'post' })]
  expect(
    draftAfter(withTask({ added }), both, 'sign', { opinion: '可' }).facts[0]?.actor,
  ).toMatchObject({
    office: '330802-bureau',
    role: 'section-chief',
  })
  const byName = [addedAs('chen', 'before')]
  expect(
    draftAfter(withTask({ added: byName }), both, 'sign', { opinion: '可' }).facts[0]?.actor,
  ).toMatchObject({ office: '330802-committee' })
})

test('own people do not sign while those are waited for who sign after them', () => {
  const waits = withTask({
    signers: { mode: 'all', need: 1 },
    proposal: { type: 'approve', data: yes, by: lin },
    signatures: [signatureBy('lin')],
    added: [addedAs('ji', 'after')],
  })
  expect(
    refusal(() =>
      draftAfter(waits, wu, 'approve', yes, signedBy({ mode: 'all', need: 1 }, counters)),
    ).words,
  ).toBe('等待季督办签署')
})

const remove = (of: CaseRecord, by: Actor = lin) =>
  draftAfter(
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
    signatures: [signatureBy('lin')],
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
    signatures: [signatureBy('lin')],
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
    signatures: [signatureBy('lin')],
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

test('a proposal of earlier days that kept no author is the act of its last signature', () => {
  const waits = withTask({
    signers: { mode: 'all', need: 1 },
    proposal: { type: 'approve', data: yes },
    signatures: [
      signatureBy('wu'),
      signatureBy('gao'),
      signatureBy('lin', { onBehalfOf: { id: 'zhou', name: '周检查', order: '1' } }),
    ],
    added: [addedAs('ji', 'parallel')],
  })
  expect(
    draftAfter(waits, ji, 'sign', {}, signedBy({ mode: 'all', need: 1 }, counters)).facts.at(-1),
  ).toMatchObject({
    type: 'approve',
    actor: { kind: 'person', id: 'lin', name: '林检查', onBehalfOf: { id: 'zhou' } },
  })
})

test('only a person has a signature', () => {
  expect(refusal(() => draftAfter(started, devices, 'sign')).code).not.toBe('none')
})
