// What differs between the versions of a real chart, and what does the outline say?
import { describe, expect, test } from 'vitest'
import { hazardRectification1 } from '../../../domain/hazard-rectification/process@1.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import {
  differenceOf,
  differenceReport,
  standoutOf,
} from '../../../domain/views/chart/chart-difference.ts'
import { outlineOf, standingIn } from '../../../domain/views/chart/chart-outline.ts'
import { counter } from '../../support/processes/counter.ts'
import { how, ids, other, viewOf } from './two-charts.ts'

describe('the first and the present chart of hazard rectification', () => {
  const both = async () =>
    [await viewOf(hazardRectification1), await viewOf(hazardRectification)] as const

  test('say which states, acts and clocks came', async () => {
    const [before, after] = await both()
    const found = differenceOf(before, after)
    expect(ids(found.states, 'added')).toEqual(
      expect.arrayContaining(['handling.measuring', 'handling.listing', 'listing', 'supply.cut']),
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
    const texts = differenceReport(found)
    expect(texts.wholes.map(({ change }) => change.id)).toEqual([
      'listing',
      'filing',
      'measures',
      'force',
      'supply',
      'instruction',
      'reporter',
    ])
    expect(
      texts.arrows
        .map(({ id }) => id.split('→')[0])
        .filter((from) =>
          /^(listing|filing|measures|force|supply|instruction|reporter)/.test(from ?? ''),
        ),
    ).toEqual([])
    const inside = texts.wholes.flatMap(({ change, states, arrows }) => [
      change,
      ...states,
      ...arrows,
    ])
    expect(new Set([...inside, ...texts.states, ...texts.arrows]).size).toBe(
      found.states.length + found.arrows.length,
    )
    expect(inside.length + texts.states.length + texts.arrows.length).toBe(
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
      const texts = outlinedRegions.flatMap(({ states }) => states)
      const regions = view.diagram.nodes.filter(
        ({ parent, kind }) => parent === null && kind === 'region',
      ).length
      const drawn = view.diagram.nodes.filter(({ kind }) => kind !== 'initial').map(({ id }) => id)
      const asRegions = regions > 1 ? outlinedRegions.map(({ id }) => id) : []
      expect([...texts.map(({ state }) => state.id), ...asRegions].sort()).toEqual(drawn.sort())
      for (const { from, event, to } of view.diagram.edges.filter(
        ({ from }) => !from.endsWith('#start'),
      )) {
        if (asRegions.includes(from)) continue
        const way = texts
          .find(({ state }) => state.id === from)
          ?.ways.find((one) => one.event === event)
        const target = view.states.find(({ id }) => id === to)?.words
        expect(way, `${from} ${event}`).toBeDefined()
        if (from !== to && way && way.to.length > 0)
          expect(way.to, `${from} ${event} ${to}`).toContainEqual(target)
      }
    },
  )

  test('names hands, documents, law, clocks and where a region begins', async () => {
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
      { event: 'note-penalty', to: [], by: 'link' },
      { event: 'note-penalty-annulled', to: [], by: 'link' },
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
