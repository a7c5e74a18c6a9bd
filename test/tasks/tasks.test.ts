// Which tasks does a case open and close as it moves, for whom, and how many signatures does each want?

import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import type { ProcessDefinition, SignerMode, TaskMeta } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { modeOf } from '../../domain/tasks/mode-words.ts'
import {
  addressesOfTask,
  followSnapshot,
  groupsFor,
  signaturesNeeded,
  standing,
} from '../../domain/tasks/tasks.ts'
import { actor } from '../support/people/cast.ts'
import { chiefs as chiefPost, counter, counters } from '../support/processes/counter.ts'
import { at, chiefs, inspectors, signatureBy, taskWith } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const principal = { role: 'enterprise-principal', office: 'enterprise' } as const
const process: ProcessDefinition = {
  ...counter,
  machine: createMachine({
    id: 'followed',
    initial: 'counting',
    states: {
      counting: { meta: { task: 'count', to: counters } },
      checking: {
        meta: {
          task: 'check',
          to: chiefPost,
          signers: { mode: 'sequence', next: [principal, counters] },
        },
      },
      again: { meta: { task: 'count', to: counters, signers: { mode: 'all', need: 2 } } },
      done: {},
    },
  }),
}
const { record } = opened(process, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
const later = '2026-03-03T01:00:00.000Z'
const inState = (value: string, of: CaseRecord = record): CaseRecord => ({
  ...of,
  snapshot: { ...of.snapshot, value },
})

test('a group is named once, and one that is not there is left out', () => {
  expect(groupsFor([counters, counters, principal], { region: '330802', owner: null })).toEqual([
    inspectors,
  ])
  expect(groupsFor([counters, principal], { region: '330802', owner: 'e-1' })).toEqual([
    inspectors,
    'enterprise:e-1/enterprise-principal',
  ])
})

test('a task goes to its posts, or to those of them that the case remembers', () => {
  const meta: TaskMeta = { task: 'check', to: counters, also: [chiefPost] }
  expect(addressesOfTask(meta, {})).toEqual([counters, chiefPost])
  expect(addressesOfTask({ task: 'check', to: counters }, {})).toEqual([counters])
  expect(
    addressesOfTask(
      { ...meta, among: ({ who }) => (who === 'chief' ? [chiefPost] : [counters]) },
      { who: 'chief' },
    ),
  ).toEqual([chiefPost])
})

test('a state that is entered opens its task, one that is left closes it, and entries are counted', () => {
  const after = followSnapshot(process, inState('checking'), record.snapshot, later)
  expect(Object.keys(after.openTasks)).toEqual(['c-1:check:1'])
  expect(after.entries).toEqual({ count: 1, check: 1 })
  expect(after.openTasks['c-1:check:1']).toMatchObject({
    task: 'check',
    state: 'checking',
    entry: 1,
    groups: [chiefs],
    openedAt: later,
    seenAt: null,
  })
  const back = followSnapshot(
    process,
    inState('again', { ...record, ...after }),
    inState('checking').snapshot,
    later,
  )
  expect(Object.keys(back.openTasks)).toEqual(['c-1:count:2'])
  expect(back.openTasks['c-1:count:2']?.signers).toEqual({ mode: 'all', need: 2 })
  expect(followSnapshot(process, inState('done'), record.snapshot, later).openTasks).toEqual({})
})

test('a task of a state that stays is not touched; without a state before, it is opened anew', () => {
  const touched = {
    ...record,
    openTasks: { 'c-1:count:1': taskWith({ id: 'c-1:count:1', state: 'counting', urged: 3 }) },
  }
  expect(followSnapshot(process, touched, record.snapshot, later)).toEqual({
    openTasks: touched.openTasks,
    entries: { count: 1 },
  })
  expect(Object.values(followSnapshot(process, touched, null, later).openTasks)).toMatchObject([
    { id: 'c-1:count:2', urged: 0 },
  ])
})

test('a turn that nobody can have here is left out', () => {
  const of = (owner: string | null) =>
    followSnapshot(process, { ...inState('checking'), owner }, record.snapshot, at).openTasks[
      'c-1:check:1'
    ]?.signers
  expect(of(null)).toEqual({ mode: 'sequence', turns: [[chiefs], [inspectors]] })
  expect(of('e-1')).toEqual({
    mode: 'sequence',
    turns: [[chiefs], ['enterprise:e-1/enterprise-principal'], [inspectors]],
  })
})

test.each<[SignerMode | undefined, number]>([
  [undefined, 1],
  [{ mode: 'any' }, 1],
  [{ mode: 'all', need: 3 }, 3],
  [{ mode: 'ratio', need: 2, of: 3 }, 2],
  [{ mode: 'sequence', next: [counters, chiefPost] }, 3],
])('signed as %j an outcome needs %i signatures', (signers, signatures) => {
  expect(signaturesNeeded(signers)).toBe(signatures)
})

test('a withdrawn hand counts no longer', () => {
  expect(
    standing(taskWith({ signatures: [signatureBy('lin', { withdrawn: at }), signatureBy('wu')] })),
  ).toEqual([signatureBy('wu')])
})

const mode = (signers?: SignerMode, also: TaskMeta['also'] = []) => {
  const visible = modeOf({ to: counters, also, ...(signers ? { signers } : {}) })
  return visible && [visible.words.zh, visible.words.en, visible.short.zh]
}

test('how a task is signed is said in both languages, and nothing where one signature is enough', () => {
  expect(mode()).toBe(null)
  expect(mode({ mode: 'all', need: 1 })).toBe(null)
  expect(mode({ mode: 'all', need: 2 })).toEqual([
    '会签：2 人同意',
    '2 people must agree',
    '会签 2 人',
  ])
  expect(mode({ mode: 'ratio', need: 2, of: 3 })).toEqual([
    '票签：3 票中 2 票同意',
    'By vote: 2 of 3 must agree',
    '票签 2/3',
  ])
  expect(mode({ mode: 'any' })?.[2]).toBe('或签')
  const [zh, en, short] = mode({ mode: 'sequence', next: [counters] }, [chiefPost]) ?? []
  expect(zh).toMatch(/^依次签署：[^→]+\/[^→]+ → [^→/]+$/)
  expect(en).toMatch(/^Signed in turn: [^→]+\/[^→]+ → [^→/]+$/)
  expect(short).toBe('依次 2 人')
})

test('a task that the case remembers to be for others now is opened anew for them; for more it is widened', () => {
  const among = ({ high }: Record<string, unknown>) =>
    high === 'both' ? [counters, chiefPost] : high ? [chiefPost] : [counters]
  const climbing: ProcessDefinition = {
    ...process,
    machine: createMachine({
      id: 'climbing',
      initial: 'counting',
      states: { counting: { meta: { task: 'count', to: counters, among } } },
    }),
  }
  const held = { ...taskWith({}), state: 'counting', assignee: { id: 'lin', name: '林' } }
  const followed = (high: unknown) => {
    const before = { ...record.snapshot, value: 'counting', context: {} }
    const snapshot = { ...before, context: { high } }
    const of = { ...record, snapshot, entries: { count: 1 }, openTasks: { [held.id]: held } }
    return followSnapshot(climbing, of, before, later)
  }
  expect(followed(false).openTasks).toEqual({ [held.id]: held })
  expect(followed('both').openTasks).toEqual({
    [held.id]: { ...held, groups: [inspectors, chiefs] },
  })
  const { openTasks, entries } = followed(true)
  expect([Object.values(openTasks), entries]).toMatchObject([
    [{ entry: 2, groups: [chiefs], assignee: null, openedAt: later }],
    { count: 2 },
  ])
})
