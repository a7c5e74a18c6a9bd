// Is every change from one chart to another found, said, and marked, and nothing else?
import { object, strictObject, string } from 'valibot'
import { describe, expect, test } from 'vitest'
import { setup } from 'xstate'
import { processView } from '../../../api/case/process-view.ts'
import { diagramOf } from '../../../bin/charts.ts'
import { hazardRectification1 } from '../../../domain/hazard-rectification/process@1.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import { returns } from '../../../domain/model/chart.ts'
import type { CaseEvent, ProcessDefinition } from '../../../domain/model/process.ts'
import {
  type Change,
  type Difference,
  differenceOf,
  differenceReport,
  isSame,
  standoutOf,
} from '../../../domain/views/chart/chart-difference.ts'
import { outlineOf, standingIn } from '../../../domain/views/chart/chart-outline.ts'
import { chiefs, counter, counters } from '../../support/processes/counter.ts'

const views = new Map<ProcessDefinition, ReturnType<typeof processView>>()
/** Drawn once: a drawing takes longer than all that is asked of it here. */
const viewOf = async (process: ProcessDefinition) => {
  const view = views.get(process) ?? processView(process, await diagramOf(process))
  views.set(process, view)
  return view
}
const ids = (changes: Change[], what: Change['what']) =>
  changes.filter((one) => one.what === what).map(({ id }) => id)
const how = (changes: Change[], id: string) =>
  Object.fromEntries(
    (changes.find((one) => one.id === id)?.how ?? []).map((one) => [one.aspect, one]),
  )

const { events, words } = counter
const add = events.add as NonNullable<typeof events.add>

/** The counter with one state more, one act less, other signatures, another guard, words, form, law and clock. */
const other: ProcessDefinition = {
  ...counter,
  version: 2,
  machine: setup({
    types: {
      context: {} as { count: number; late: number },
      events: {} as CaseEvent,
      input: {} as CaseEvent,
    },
    guards: { notTooMuch: () => true, returnsTo: () => true },
    actions: { add: () => undefined },
  }).createMachine({
    id: 'counter',
    context: { count: 0, late: 0 },
    initial: 'counting',
    states: {
      counting: {
        meta: { task: 'count', to: chiefs },
        initial: 'first',
        states: { first: {}, again: {} },
        on: {
          add: { target: '.again', actions: 'add' },
          finish: { target: 'checking', guard: 'notTooMuch' },
        },
      },
      checking: {
        meta: { task: 'check', to: chiefs },
        on: { approve: { target: 'done' }, ...returns('counting') },
      },
      done: { type: 'final' },
    },
  }),
  events: {
    add: {
      ...add,
      words: text('累加', 'Add up'),
      schema: strictObject({ n: string() }),
      by: [counters],
      audience: 'public',
      consequence: { effect: text('重', 'Grave'), article: '§2' },
      fields: [{ name: 'n', words: text('数', 'Number'), kind: 'number', required: true }],
    },
    finish: events.finish as typeof add,
    approve: { ...(events.approve as typeof add), schema: object({}) },
    drop: events.finish as typeof add,
  },
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    endsOn: ['finish', 'drop'],
    clockOwner: counters,
    escalationPolicy: clock.escalationPolicy.slice(0, 1),
  })),
  words: {
    ...words,
    states: {
      ...words.states,
      'counting.first': text('初', 'First'),
      'counting.again': text('再', 'Again'),
      checking: text('待复核', 'Re-checking'),
    },
    documents: { add: text('计数单', 'Slip') },
  },
}

describe('two toy charts', () => {
  const between = async (): Promise<Difference> =>
    differenceOf(await viewOf(counter), await viewOf(other))

  test('a chart is the same as itself', async () => {
    const view = await viewOf(counter)
    expect(isSame(differenceOf(view, view))).toBe(true)
    expect(isSame(await between())).toBe(false)
  })

  test('states: added, changed in words, people, signatures and what is inside', async () => {
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

describe('the first and the present chart of hazard rectification', () => {
  const both = async () =>
    [await viewOf(hazardRectification1), await viewOf(hazardRectification)] as const

  test('say which states, acts and clocks came', async () => {
    const [before, after] = await both()
    const found = differenceOf(before, after)
    expect(ids(found.states, 'added')).toEqual(
      expect.arrayContaining([
        'handling.measuring',
        'handling.listing',
        'listing',
        'force.power-cut',
      ]),
    )
    expect(ids(found.states, 'removed')).toEqual([])
    expect(ids(found.states, 'changed')).toEqual(['handling.rectifying'])
    expect(ids(found.acts, 'added')).toHaveLength(after.events.length - before.events.length)
    expect(ids(found.clocks, 'added')).toHaveLength(after.clocks.length - before.clocks.length)
    expect(how(found.clocks, 'verification').starts).toMatchObject({
      before: { zh: '报告隐患' },
      after: { zh: '报告隐患、移送' },
    })
    expect(ids(found.arrows, 'removed')).toEqual(['handling.rectifying→rectification-overdue→'])
  })

  test('tell a region that came once, with all that is in it', async () => {
    const [before, after] = await both()
    const found = differenceOf(before, after)
    const report = differenceReport(found)
    expect(report.wholes.map(({ change }) => change.id)).toEqual([
      'listing',
      'filing',
      'measures',
      'force',
      'instruction',
      'reporter',
    ])
    expect(
      report.arrows
        .map(({ id }) => id.split('→')[0])
        .filter((from) => /^(listing|filing|measures|force|instruction|reporter)/.test(from ?? '')),
    ).toEqual([])
    const inside = report.wholes.flatMap(({ change, states, arrows }) => [
      change,
      ...states,
      ...arrows,
    ])
    expect(new Set([...inside, ...report.states, ...report.arrows]).size).toBe(
      found.states.length + found.arrows.length,
    )
    expect(inside.length + report.states.length + report.arrows.length).toBe(
      found.states.length + found.arrows.length,
    )
  })

  test('mark in either drawing what the other lacks, and only that', async () => {
    const [before, after] = await both()
    const found = differenceOf(before, after)
    const newer = standoutOf(found, after.diagram)
    const older = standoutOf(found, before.diagram)
    const drawn = (view: typeof before) =>
      [...view.diagram.nodes, ...view.diagram.edges].map(({ id }) => id)
    const marked = (marks: typeof newer, view: typeof before, what: string) =>
      drawn(view).filter((id) => marks[id] === what)
    const began = (id: string) => id.includes('#start')
    expect(marked(newer, after, 'added').sort()).toEqual(
      drawn(after)
        .filter((id) => !drawn(before).includes(id) && !began(id))
        .sort(),
    )
    expect(marked(newer, after, 'removed')).toEqual([])
    expect(marked(older, before, 'added')).toEqual([])
    expect(marked(older, before, 'removed').sort()).toEqual(
      drawn(before)
        .filter((id) => !drawn(after).includes(id) && !began(id))
        .sort(),
    )
  })
})

describe('the outline', () => {
  test.each([counter, other, hazardRectification1, hazardRectification])(
    'of $id $version says every state and arrow of the drawing, once',
    async (process) => {
      const view = await viewOf(process)
      const outlinedRegions = outlineOf(view)
      const report = outlinedRegions.flatMap(({ states }) => states)
      const regions = view.diagram.nodes.filter(
        ({ parent, kind }) => parent === null && kind === 'region',
      ).length
      const drawn = view.diagram.nodes.filter(({ kind }) => kind !== 'initial').map(({ id }) => id)
      const asRegions = regions > 1 ? outlinedRegions.map(({ id }) => id) : []
      expect([...report.map(({ state }) => state.id), ...asRegions].sort()).toEqual(drawn.sort())
      for (const { from, event, to } of view.diagram.edges.filter(
        ({ from }) => !from.endsWith('#start'),
      )) {
        if (asRegions.includes(from)) continue
        const way = report
          .find(({ state }) => state.id === from)
          ?.ways.find((one) => one.event === event)
        const target = view.states.find(({ id }) => id === to)?.words
        expect(way, `${from} ${event}`).toBeDefined()
        if (from !== to && way && way.to.length > 0)
          expect(way.to, `${from} ${event} ${to}`).toContainEqual(target)
      }
    },
  )

  test('names signatures, documents, law, clocks and where a region begins', async () => {
    const [handling] = outlineOf(await viewOf(hazardRectification))
    const ordering = handling?.states.find(({ state }) => state.id === 'handling.ordering')
    expect(ordering?.state.who).toEqual([
      text('县级应急管理局·执法检查员', 'Inspector, county emergency management bureau'),
    ])
    expect(ordering?.ways.find(({ event }) => event === 'issue-order')).toMatchObject({
      document: { zh: '责令限期整改指令书' },
      article: '《安全生产法》（2021）第六十五条第一款第三项',
      to: [{ zh: '整改中' }, { zh: '文书待送达' }],
    })
    expect(handling?.ways).toMatchObject([
      { event: 'record-closure', to: [{ zh: '企业已关闭' }], by: 'post' },
    ])
    const verifying = handling?.states.find(({ state }) => state.id === 'handling.verifying')
    expect(verifying).toMatchObject({ begins: true, depth: 0, state: { signers: 2 } })
    expect(verifying?.clocks.map(({ clock }) => clock)).toEqual(['verification'])
  })

  test('adds up the cases inside a state, and none of a state with a like name', () => {
    const counts = [
      { state: 'handling.rectifying.working', n: 5 },
      { state: 'handling.rectifying.expired', n: 4 },
      { state: 'handling.rectifying-late', n: 100 },
    ]
    expect([
      standingIn(counts, 'handling.rectifying'),
      standingIn(counts, 'handling'),
      standingIn(counts, 'force'),
    ]).toEqual([9, 109, 0])
  })
})
