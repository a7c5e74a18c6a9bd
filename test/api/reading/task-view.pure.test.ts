// For whom does a task wait among its readers, and what of how it is worked stays inside?
import { describe, expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { actor, devices } from '../../support/people/cast.ts'
import { now, official, ownGroup, party, seen, task, withTask } from './viewing.ts'

describe('a task', () => {
  const tasksOf = (who: Actor, more: Partial<OpenTask> = {}, of: Partial<CaseRecord> = {}) =>
    seen(who, { ...withTask(more), ...of }).tasks

  test('of the authorities is seen inside, one of the enterprise by its own people as well', () => {
    expect([tasksOf(official).length, tasksOf(party).length]).toEqual([1, 0])
    expect(tasksOf(party, { groups: [ownGroup] })).toMatchObject([
      {
        id: task.id,
        task: 'count',
        words: { zh: '计数' },
        groups: [{ zh: expect.stringContaining('衢州试验化工') }],
      },
    ])
    expect(tasksOf(party, { groups: ['enterprise:e-2/enterprise-safety'] })).toEqual([])
    expect(tasksOf(party, { groups: [ownGroup, '330802-bureau/inspector'] })).toHaveLength(1)
    expect(tasksOf(official).map(({ assignee, openedAt }) => [assignee, openedAt])).toEqual([
      [null, now],
    ])
    const held = { assignee: { id: 'lin', name: '林检查' } }
    expect(tasksOf(official, held)[0]?.assignee).toBe('林检查')
  })
  test('is its reader’s where it lies with his post and nobody has it, or where he has it', () => {
    const mine = (who: Actor, more: Partial<OpenTask> = {}) =>
      tasksOf(who, more).map((one) => [one.mine, one.held])
    const holder = (id: string) => ({ assignee: { id, name: id } })
    expect(mine(official)).toEqual([[true, false]])
    expect(mine(official, holder('lin'))).toEqual([[true, true]])
    expect(mine(official, holder('wu'))).toEqual([[false, false]])
    expect(mine(actor('chen'))).toEqual([[false, false]])
    expect(mine({ ...devices, scopes: ['cases:read'] })).toEqual([[false, false]])
    const machine = { groups: ['330802-bureau/inspector'], ...holder(devices.id) }
    expect(mine(devices, machine)).toEqual([[false, false]])
    expect(mine(party, { groups: [ownGroup] })).toEqual([[true, true]])
    expect(mine(party, { groups: [ownGroup], ...holder('mao') })).toEqual([[false, false]])
  })
  test('is its reader’s too where he is asked to sign it, but not in his hands', () => {
    const added = [
      { no: 1, who: 'ji', kind: 'person', name: '季', position: 'before', by: 'lin', at: now },
    ]
    expect(tasksOf(actor('ji'), { added: added as never })).toMatchObject([
      { mine: true, held: false },
    ])
  })
  test('says to the authorities alone why it lies with whom it lies, until somebody else has it', () => {
    const why = text('规则', 'A rule')
    const routed = { rule: 'r', to: { id: 'lin', name: '林' }, why }
    const climbed = { groups: [], why: text('上提', 'Higher up') }
    const textsOf = (who: Actor, more: Partial<OpenTask>) =>
      tasksOf(who, { groups: [ownGroup], ...more }).map((one) => one.why)
    const held = { assignee: { id: 'lin', name: '林' } }
    expect(textsOf(official, { routed, ...held })).toEqual([[why]])
    expect(textsOf(official, { routed, climbed, ...held })).toEqual([[climbed.why, why]])
    expect(textsOf(official, { routed, assignee: { id: 'wu', name: '吴' } })).toEqual([undefined])
    expect(textsOf(official, { routed: { ...routed, to: null } })).toEqual([[why]])
    expect(textsOf(official, {})).toEqual([undefined])
    expect(textsOf(party, { routed, climbed, ...held })).toEqual([undefined])
  })
  test('says to the authorities alone who sent it back last, and why', () => {
    const back = (reason: string, more: object = {}) => ({
      from: 'checking',
      to: 'counting',
      way: 'straight',
      by: '陈科长',
      reason,
      at: now,
      path: [],
      ...more,
    })
    const returns = [back('先前'), back('缺数'), back('别处', { to: 'checking' })] as never
    const returned = (who: Actor, more = { returns }) =>
      tasksOf(who, { groups: [ownGroup] }, more).map((one) => one.returned)
    expect(returned(official)).toEqual([
      { from: text('待核', 'Checking'), by: '陈科长', reason: '缺数', straight: true },
    ])
    expect(returned(party)).toEqual([null])
    expect(returned(official, { returns: [] as never })).toEqual([null])
    const unknown = [back('x', { from: 'gone', way: 'again' })] as never
    expect(returned(official, { returns: unknown })).toMatchObject([
      { from: { zh: 'gone', en: 'gone' }, straight: false },
    ])
  })
  test('shows what is proposed with its words', () => {
    const proposal = { type: 'add', data: { n: 5 } }
    expect(tasksOf(official, { proposal }).map((one) => one.proposal)).toEqual([
      {
        type: 'add',
        words: text('加', 'Add'),
        data: [{ name: 'n', label: text('数', 'Number'), value: text('5', '5') }],
      },
    ])
    expect(tasksOf(official, { proposal: { type: 'gone', data: {} } })[0]?.proposal?.words).toEqual(
      text('gone', 'gone'),
    )
    expect(tasksOf(official)[0]?.proposal).toBe(null)
  })
})
