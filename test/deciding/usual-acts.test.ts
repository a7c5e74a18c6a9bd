// Which act of a task usually comes next, and whose signatures would fall with another?
import { expect, test } from 'vitest'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { failingSignatures, markUsual, standingProposal } from '../../domain/engine/usual-acts.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { addedAs, at, signatureBy, taskWith } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const lin = actor('lin')
const { record } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const task = taskWith({ id: 't-1' })
const act = (type: string, more: Partial<ActView> = {}): ActView => ({
  type,
  kind: 'event',
  words: { zh: '', en: '' },
  taskId: 't-1',
  allowed: true,
  relevant: true,
  reasons: [],
  fields: [],
  consequence: null,
  ...more,
})
const declaring = (usual: ProcessDefinition['usual']): ProcessDefinition =>
  ({ ...counter, usual }) as ProcessDefinition
const usual = (
  acts: ActView[],
  more: Partial<OpenTask> = {},
  process = declaring({ check: ['approve', 'refuse'] }),
  of: Partial<CaseRecord> = {},
) =>
  markUsual(
    process,
    { ...record, openTasks: { 't-1': { ...task, ...more } }, ...of },
    lin,
    acts,
  ).flatMap((one) => (one.usual === true ? [one.type] : []))

test('the first declared act that can be done is usual, and everything else is as it was', () => {
  const acts = [act('claim'), act('refuse'), act('approve')]
  expect(usual(acts)).toEqual(['approve'])
  expect(usual([act('claim'), act('approve', { allowed: false }), act('refuse')])).toEqual([
    'refuse',
  ])
  expect(usual([act('approve', { taskId: 't-2' }), act('claim')])).toEqual(['claim'])
  expect(markUsual(declaring({}), { ...record, openTasks: {} }, lin, acts)).toEqual(acts)
})

test('what is declared may depend on the case', () => {
  const process = declaring({ check: ({ title }) => (title === '计数' ? ['refuse'] : ['approve']) })
  expect(usual([act('approve'), act('refuse')], {}, process)).toEqual(['refuse'])
  expect(usual([act('approve'), act('refuse')], {}, process, { title: '另' })).toEqual(['approve'])
})

test('where nothing is declared, taking a task that is assigned to nobody is usual', () => {
  expect(usual([act('copy'), act('claim')], {}, declaring({}))).toEqual(['claim'])
  expect(
    usual([act('copy'), act('claim')], { assignee: { id: 'wu', name: '吴' } }, declaring({})),
  ).toEqual([])
  expect(usual([act('copy')], {}, counter)).toEqual([])
})

const proposal = { type: 'approve', data: { outcome: 'yes' } }

test('where a proposal waits, agreeing is usual for who has not signed, and nothing for who has', () => {
  expect(usual([act('approve'), act('sign')], { proposal })).toEqual(['sign'])
  expect(
    usual([act('approve'), act('sign')], { proposal, signatures: [signatureBy('lin')] }),
  ).toEqual([])
  expect(usual([act('approve')], { proposal })).toEqual([])
})

test('each task has its own usual act', () => {
  const two = { 't-1': task, 't-2': { ...task, id: 't-2' } }
  const marked = markUsual(counter, { ...record, openTasks: two }, lin, [
    act('claim'),
    act('claim', { taskId: 't-2' }),
    act('copy'),
  ])
  expect(marked.map(({ usual = false }) => usual)).toEqual([true, true, false])
})

test('a proposal says its form and whose signatures would fall; an opinion heard before falls with none', () => {
  const signatures = [
    signatureBy('lin'),
    signatureBy('ji', { as: 1 }),
    signatureBy('wu', { onBehalfOf: { id: 'zhou', name: '周检查', order: '1' } }),
    signatureBy('gao', { withdrawn: at }),
  ]
  const waits = taskWith({ proposal, added: [addedAs('ji', 'before')], signatures })
  expect(standingProposal(counter, waits)).toEqual({
    type: 'approve',
    data: { outcome: 'yes' },
    falls: ['林检查', '吴检查（代 周检查）'],
  })
  expect(failingSignatures(waits).map(({ person }) => person)).toEqual(['lin', 'wu'])
  expect(standingProposal(counter, task)).toBe(undefined)
  expect(standingProposal(counter, undefined)).toBe(undefined)
})
