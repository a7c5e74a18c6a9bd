// Is every change from one toy chart to another found and said?
import { describe, expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import {
  type Difference,
  differenceOf,
  isSame,
} from '../../../domain/views/chart/chart-difference.ts'
import { counter } from '../../support/processes/counter.ts'
import { how, ids, other, viewOf } from './two-charts.ts'

describe('two toy charts', () => {
  const between = async (): Promise<Difference> =>
    differenceOf(await viewOf(counter), await viewOf(other))

  test('a chart is the same as itself', async () => {
    const view = await viewOf(counter)
    expect(isSame(differenceOf(view, view))).toBe(true)
    expect(isSame(await between())).toBe(false)
  })

  test('states: added, changed in words, hands, signatures and what is inside', async () => {
    const { states } = await between()
    expect([ids(states, 'added'), ids(states, 'changed'), ids(states, 'removed')]).toEqual([
      ['counting.first', 'counting.again'],
      ['counting', 'checking'],
      [],
    ])
    expect(how(states, 'counting')).toMatchObject({
      who: { before: { zh: '县级应急管理局·执法检查员' }, after: { zh: '县级应急管理局·科长' } },
      inner: { before: text('—', '—'), after: { zh: '初、再' } },
    })
    expect(Object.keys(how(states, 'checking'))).toEqual(['words', 'signers'])
    expect(how(states, 'checking').signers).toMatchObject({
      before: { zh: '会签：2 人同意' },
      after: { zh: '一人办理' },
    })
  })

  test('transitions: another end is one gone and one new, another guard a change', async () => {
    const { arrows } = await between()
    expect(ids(arrows, 'added')).toEqual(['counting→add→counting.again'])
    expect(ids(arrows, 'removed').sort()).toEqual(['counting→add→', 'counting→fall-late→'])
    expect(ids(arrows, 'changed')).toEqual(['counting→finish→checking'])
    expect(how(arrows, 'counting→finish→checking').guard).toMatchObject({
      before: null,
      after: null,
    })
    expect(arrows.find(({ id }) => id === 'counting→fall-late→')?.words).toEqual(
      text('计数中：逾期（不变）', 'Counting: Fall late (stays)'),
    )
  })

  test('acts and clocks: words, form, senders, readers, law, documents, ends, clock owners and escalation policies', async () => {
    const { acts, clocks } = await between()
    expect([ids(acts, 'added'), ids(acts, 'changed'), ids(acts, 'removed')]).toEqual([
      ['drop'],
      ['add'],
      ['fall-late'],
    ])
    expect(Object.keys(how(acts, 'add')).sort()).toEqual([
      'article',
      'audience',
      'by',
      'document',
      'fields',
      'words',
    ])
    expect(how(acts, 'add').fields).toMatchObject({ before: { zh: '—' }, after: { zh: '数' } })
    expect(Object.keys(how(clocks, 'count')).sort()).toEqual([
      'clockOwner',
      'ends',
      'escalationPolicy',
    ])
    expect(how(clocks, 'count').escalationPolicy).toMatchObject({
      before: { zh: '逾期+0日、再逾期+2个工作日' },
      after: { zh: '逾期+0日' },
    })
  })

  test('backwards, what was added is removed', async () => {
    const [there, back] = [
      await between(),
      differenceOf(await viewOf(other), await viewOf(counter)),
    ]
    for (const part of ['states', 'arrows', 'acts', 'clocks'] as const) {
      expect(ids(back[part], 'removed').sort()).toEqual(ids(there[part], 'added').sort())
      expect(ids(back[part], 'changed').sort()).toEqual(ids(there[part], 'changed').sort())
    }
  })
})
