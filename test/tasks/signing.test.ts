// Whose hand does an outcome still need, and what becomes of hands when the proposal changes?
import { expect, test } from 'vitest'
import {
  agreeing,
  decidingSignatures,
  isOpinion,
  needsSignatures,
  outcomeOf,
  ownNeed,
  ownSignatures,
  pendingOpinions,
  pendingSigners,
  signed,
  spent,
  turnOf,
  unproposed,
  withdrawSignature,
} from '../../domain/tasks/signing.ts'
import { addedAs, at, chiefs, inspectors, signatureBy, taskWith } from '../support/tasks-made-up.ts'

const later = '2026-03-03T01:00:00.000Z'
const proposal = { type: 'approve', data: { outcome: 'yes' } }
const against = { against: true } as const
const people = (signatures: { person: string }[]) => signatures.map(({ person }) => person)
const turns = { mode: 'sequence', turns: [[inspectors], [chiefs]] } as const
const inTurn = { signers: turns as never }

test('signatures of added signers, withdrawn ones and those against are not agreement', () => {
  const task = taskWith({
    signatures: [
      signatureBy('lin'),
      signatureBy('wu', against),
      signatureBy('zhou', { withdrawn: at }),
      signatureBy('ji', { as: 1 }),
    ],
  })
  expect(people(ownSignatures(task))).toEqual(['lin', 'wu'])
  expect(people(agreeing(task))).toEqual(['lin'])
})

test('an added signer is waited for until he has signed or is removed', () => {
  const added = [
    addedAs('ji', 'parallel'),
    addedAs('gao', 'after', { no: 2, removed: at }),
    addedAs('yu', 'after', { no: 3 }),
  ]
  expect(pendingSigners(taskWith({ added })).map(({ who }) => who)).toEqual(['ji', 'yu'])
  expect(
    pendingSigners(taskWith({ added, signatures: [signatureBy('ji', { as: 1 })] })).map(
      ({ who }) => who,
    ),
  ).toEqual(['yu'])
  const withdrawn = signatureBy('ji', { as: 1, withdrawn: at })
  expect(
    pendingSigners(taskWith({ added, signatures: [withdrawn] })).map(({ who }) => who),
  ).toEqual(['ji', 'yu'])
  expect(pendingSigners(taskWith())).toEqual([])
})

test('only those added before are heard first', () => {
  const added = [addedAs('ji', 'before'), addedAs('gao', 'parallel', { no: 2 })]
  expect(pendingOpinions(taskWith({ added })).map(({ who }) => who)).toEqual(['ji'])
})

test('what is heard before is an opinion; a signature of its own people is none', () => {
  const task = taskWith({ added: [addedAs('ji', 'before'), addedAs('gao', 'after', { no: 2 })] })
  expect(isOpinion(task, { as: 1 })).toBe(true)
  expect(isOpinion(task, { as: 2 })).toBe(false)
  expect(isOpinion(task, {})).toBe(false)
  expect(isOpinion(taskWith(), { as: 1 })).toBe(false)
  const signatures = [
    signatureBy('ji', { as: 1 }),
    signatureBy('lin'),
    signatureBy('gao', { as: 2 }),
  ]
  expect(people(decidingSignatures({ ...task, signatures: signatures }))).toEqual(['lin', 'gao'])
})

test.each([
  ['one of its people by default', { mode: 'all', need: 1 }, 1],
  ['as many as the chart says', { mode: 'all', need: 3 }, 3],
  ['one where anybody may sign', { mode: 'any' }, 1],
  ['as many votes as the chart says', { mode: 'ratio', need: 2, of: 3 }, 2],
  ['one for each turn', { mode: 'sequence', turns: [['a'], ['b'], ['c']] }, 3],
  ['at least one where no turn is left', { mode: 'sequence', turns: [] }, 1],
])('%s must agree', (_, signers, need) => {
  expect(ownNeed(taskWith({ signers: signers as never }))).toBe(need)
})

test('one signature is enough unless more must agree, or somebody is added beside or after', () => {
  expect(needsSignatures(taskWith())).toBe(false)
  expect(needsSignatures(taskWith({ signers: { mode: 'all', need: 2 } }))).toBe(true)
  expect(needsSignatures(taskWith({ added: [addedAs('ji', 'before')] }))).toBe(false)
  expect(needsSignatures(taskWith({ added: [addedAs('ji', 'parallel')] }))).toBe(true)
  expect(
    needsSignatures(
      taskWith({ added: [addedAs('ji', 'before'), addedAs('gao', 'after', { no: 2 })] }),
    ),
  ).toBe(true)
})

test.each([
  ['waits for the second hand', { mode: 'all', need: 2 }, [signatureBy('lin')], 'open'],
  [
    'is carried by the second signature',
    { mode: 'all', need: 2 },
    [signatureBy('lin'), signatureBy('wu')],
    'carried',
  ],
  [
    'falls by one hand against',
    { mode: 'all', need: 2 },
    [signatureBy('lin'), signatureBy('wu', against)],
    'fallen',
  ],
  [
    'stays open while the votes can still agree',
    { mode: 'ratio', need: 2, of: 3 },
    [signatureBy('lin'), signatureBy('wu', against)],
    'open',
  ],
  [
    'falls when the votes can no longer agree',
    { mode: 'ratio', need: 2, of: 3 },
    [signatureBy('lin'), signatureBy('wu', against), signatureBy('zhou', against)],
    'fallen',
  ],
])('a proposal %s', (_, signers, signatures, outcome) => {
  expect(outcomeOf(taskWith({ proposal, signers: signers as never, signatures }))).toBe(outcome)
})

test('a proposal waits for every added signer, and falls when one beside or after it disagrees, but not by an opinion', () => {
  const added = [addedAs('ji', 'parallel')]
  const task = taskWith({ proposal, added, signatures: [signatureBy('lin')] })
  expect(outcomeOf(task)).toBe('open')
  expect(
    outcomeOf({ ...task, signatures: [signatureBy('lin'), signatureBy('ji', { as: 1 })] }),
  ).toBe('carried')
  expect(
    outcomeOf({
      ...task,
      signatures: [signatureBy('lin'), signatureBy('ji', { as: 1, ...against })],
    }),
  ).toBe('fallen')
  const afterOpinion = {
    ...task,
    added: [addedAs('ji', 'before')],
    signatures: [signatureBy('lin'), signatureBy('ji', { as: 1, ...against })],
  }
  expect(outcomeOf(afterOpinion)).toBe('carried')
  expect(outcomeOf({ ...afterOpinion, signatures: [signatureBy('lin', against)] })).toBe('fallen')
})

const whose = ({ own, added }: ReturnType<typeof turnOf>) => [own, added.map(({ who }) => who)]

test('those to be heard first have the turn alone, then the task’s own people, then the others', () => {
  const before = addedAs('ji', 'before')
  const beside = addedAs('gao', 'parallel', { no: 2 })
  const after = [addedAs('yu', 'after', { no: 3 }), addedAs('sheng', 'after', { no: 4 })]
  const [afterOpinion, stood, own] = [
    signatureBy('ji', { as: 1 }),
    signatureBy('gao', { as: 2 }),
    signatureBy('lin'),
  ]
  const task = taskWith({ added: [before, beside, ...after] })
  expect(whose(turnOf(task))).toEqual([false, ['ji']])
  expect(whose(turnOf({ ...task, signatures: [afterOpinion] }))).toEqual([true, []])
  expect(whose(turnOf({ ...task, proposal, signatures: [afterOpinion] }))).toEqual([true, ['gao']])
  expect(whose(turnOf({ ...task, proposal, signatures: [afterOpinion, own] }))).toEqual([
    false,
    ['gao'],
  ])
  expect(whose(turnOf({ ...task, proposal, signatures: [afterOpinion, own, stood] }))).toEqual([
    false,
    ['yu'],
  ])
})

test('one more signature under the same proposal leaves the others; under another proposal they are withdrawn, and opinions stay', () => {
  const task = taskWith({
    proposal,
    added: [addedAs('ji', 'before')],
    signatures: [signatureBy('ji', { as: 1 }), signatureBy('lin')],
  })
  const signature = signatureBy('wu', { at: later })
  expect(signed(task, proposal, signature, true)).toEqual({
    ...task,
    seenAt: later,
    signatures: [...task.signatures, signature],
  })
  const other = { type: 'refuse', data: {} }
  expect(signed({ ...task, seenAt: at }, other, signature, false)).toEqual({
    ...task,
    seenAt: at,
    proposal: other,
    signatures: [signatureBy('ji', { as: 1 }), signatureBy('lin', { withdrawn: later }), signature],
  })
})

test('a signature withdrawn before keeps the moment at which that was', () => {
  const task = taskWith({
    proposal,
    signatures: [signatureBy('lin', { withdrawn: at }), signatureBy('wu')],
  })
  expect(unproposed(task, later)).toEqual({
    ...task,
    proposal: null,
    signatures: [signatureBy('lin', { withdrawn: at }), signatureBy('wu', { withdrawn: later })],
  })
})

test('who takes his hand back takes his last one, and the proposal falls with the last signature of the task’s own', () => {
  const added = [addedAs('ji', 'parallel')]
  const signatures = [
    signatureBy('lin', { opinion: 'first', withdrawn: at }),
    signatureBy('lin'),
    signatureBy('wu'),
  ]
  const task = taskWith({ proposal, added, signatures: signatures })
  expect(withdrawSignature(task, 'lin', later)).toEqual({
    ...task,
    signatures: [signatures[0], signatureBy('lin', { withdrawn: later }), signatures[2]],
  })
  const alone = { ...task, signatures: [signatureBy('lin'), signatureBy('ji', { as: 1 })] }
  expect(withdrawSignature(alone, 'lin', later)).toEqual({
    ...alone,
    proposal: null,
    signatures: [
      signatureBy('lin', { withdrawn: later }),
      signatureBy('ji', { as: 1, withdrawn: later }),
    ],
  })
  expect(withdrawSignature(alone, 'ji', later)).toMatchObject({ proposal })
})

test('a task that goes on after its effect asks for new signatures and has nobody added', () => {
  const task = taskWith({
    proposal,
    added: [addedAs('ji', 'parallel')],
    signatures: [signatureBy('lin')],
  })
  expect(spent(task)).toEqual(taskWith())
  expect('added' in spent(task)).toBe(false)
})

test('in a sequence the task passes to the next turn assigned to nobody, and comes back when the signature is taken back', () => {
  const first = taskWith({
    ...inTurn,
    assignee: { id: 'lin', name: '林检查' },
    claimedAt: at,
    seenAt: at,
  })
  const next = signed(first, proposal, signatureBy('lin'), false)
  expect(next).toMatchObject({ groups: [chiefs], assignee: null, claimedAt: null, seenAt: null })
  expect(
    withdrawSignature({ ...next, assignee: { id: 'chen', name: '陈科长' } }, 'lin', later),
  ).toMatchObject({
    groups: [inspectors],
    assignee: null,
    proposal: null,
  })
  expect(spent(next)).toMatchObject({ groups: [inspectors] })
})

test('in a sequence a signature against leaves the turn where it is, with the same people', () => {
  const held = taskWith({ ...inTurn, assignee: { id: 'lin', name: '林检查' }, claimedAt: at })
  expect(signed(held, proposal, signatureBy('wu', against), true)).toMatchObject({
    groups: [inspectors],
    assignee: { id: 'lin' },
    claimedAt: at,
  })
})

test('after the last turn the task stays with the last post', () => {
  const both = taskWith({ ...inTurn, proposal, groups: [chiefs], signatures: [signatureBy('lin')] })
  expect(signed(both, proposal, signatureBy('chen'), true).groups).toEqual([chiefs])
  expect(
    signed(
      taskWith({ signers: { mode: 'sequence', turns: [] } }),
      proposal,
      signatureBy('lin'),
      false,
    ).groups,
  ).toEqual([inspectors])
})
