// Has each order of an inspection a day, a re-check and an outcome of its own, whatever becomes of the others?
import { describe, expect, it } from 'vitest'
import {
  correctionOrder,
  spotMeasures,
} from '../../../domain/administrative-inspection/orders/order.ts'
import { administrativeInspection } from '../../../domain/administrative-inspection/process.ts'
import { usualWay } from '../../../domain/views/forecast/usual-way.ts'
import { refusal as why } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, matter, recorded, sample } from '../samples.ts'
import { both, clockOf, does, goes, itemOf, type Play, taskOf } from './ordering.ts'

const filed = (play: Play) =>
  play.effects.flatMap((one) => (one.kind === 'case' ? [one.data as Record<string, string>] : []))
const sentTo = (play: Play, level: string, title: string) =>
  play.effects.flatMap((one) =>
    one.kind === 'notice' && one.escalationLevel === level && one.title.zh.includes(title)
      ? one.groups
      : [],
  )

describe('each order', () => {
  it('is looked at again by its own day, provisionally, and not by that of another', () => {
    const play = goes(...both)
    expect([
      clockOf(play, spotMeasures, 'measures')?.due,
      clockOf(play, spotMeasures, 'measures-recheck')?.due,
      clockOf(play, correctionOrder, 'correction')?.due,
      clockOf(play, correctionOrder, 'recheck')?.due,
    ]).toEqual(['2026-03-04', '2026-03-14', '2026-03-20', '2026-03-30'])
    expect(clockOf(play, correctionOrder, 'recheck')?.provisional).toBe(true)
  })

  it('is looked at again while another finding still waits', () => {
    const play = goes(...recorded(), ['lin', 'order-correction'], ['until', '2026-04-15'])
    expect(play.record().snapshot.value).toBe('findings')
    expect(clockOf(play, correctionOrder, 'recheck')?.due).toBe('2026-03-30')
    does(play, correctionOrder, 'lin', 'pass-recheck', { checkedOn: '2026-04-15' })
    expect([itemOf(play, correctionOrder), play.record().snapshot.value]).toEqual([
      undefined,
      'findings',
    ])
  })

  it('has a task, a clock and an escalation of its own; the other stays as it was', () => {
    const play = goes(...both, ['until', '2026-03-05'])
    const enterprise = 'enterprise:e-1/enterprise-principal'
    expect(sentTo(play, 'missed', '现场处理期限')).toContain(enterprise)
    expect(sentTo(play, 'missed', '整改期限')).toEqual([])
    does(play, spotMeasures, 'lin', 'lift-measures', { checkedOn: '2026-03-05' })
    expect(taskOf(play, correctionOrder)).not.toBe('')
    expect(clockOf(play, correctionOrder, 'correction')).toMatchObject({
      due: '2026-03-20',
      status: 'running',
    })
    play.does(['until', '2026-03-21'])
    expect(sentTo(play, 'missed', '整改期限')).toContain(enterprise)
    play.does(['until', '2026-03-31'])
    expect(sentTo(play, 'missed', '整改复查')).toContain('330802-bureau/leader')
  })

  it('may be one of several of its kind', () => {
    const second = { ...sample('order-correction', 1), correctBy: '2026-03-10' }
    const play = goes(
      ...recorded(),
      ['lin', 'order-correction'],
      ['lin', 'order-correction', second],
    )
    expect(clockOf(play, correctionOrder, 'correction', 2)?.due).toBe('2026-03-10')
    does(play, correctionOrder, 'lin', 'pass-recheck', {}, 2)
    expect([itemOf(play, correctionOrder, 2), taskOf(play, correctionOrder) === '']).toEqual([
      undefined,
      false,
    ])
  })

  it('keeps the visit open until it was looked at', () => {
    const play = goes(...both)
    const concludes: Line = ['lin', 'conclude-inspection']
    const tasks = () => Object.values(play.record().openTasks).map(({ task }) => task)
    expect(play.record().snapshot.value).toBe('rechecking')
    expect(tasks()).toEqual([
      'recheck-order',
      'carry-out-order',
      'recheck-measures',
      'carry-out-measures',
    ])
    expect(why(() => play.does(concludes)).code).toBe('not-possible-now')
    does(play, spotMeasures, 'lin', 'lift-measures')
    expect(play.record().snapshot.value).toBe('rechecking')
    play.does(['until', '2026-03-24'])
    does(play, correctionOrder, 'lin', 'fail-recheck')
    expect([play.record().snapshot.value, tasks()]).toEqual(['concluding', ['conclude-inspection']])
    expect(play.facts.at(-1)).toMatchObject({
      type: 'orders-rechecked',
      occurredAt: '2026-03-24T01:00:00.000Z',
    })
    expect(why(() => play.does(concludes)).words).toContain('还有1项所转事项尚未立案')
    play.hear({ link: play.record().links?.[0]?.id, outcome: 'started' })
    play.does(concludes)
    expect(play.record().status).toBe('closed')
  })

  it('is followed by the conclusion of the visit, as far as can be seen', () => {
    expect(usualWay(administrativeInspection, 'rechecking', [])).toEqual([
      { state: 'rechecking', event: 'orders-rechecked' },
      { state: 'concluding', event: 'conclude-inspection' },
    ])
  })

  it('looked at before all findings are settled keeps nothing waiting', () => {
    const play = goes(...recorded(), ['lin', 'order-correction'])
    does(play, correctionOrder, 'lin', 'pass-recheck')
    expect(play.record().snapshot.value).toBe('findings')
    play.does(['lin', 'dismiss-finding', sample('dismiss-finding', 1)])
    expect(play.record().snapshot.value).toBe('concluding')
  })

  it('is handed over by the act that gives it', () => {
    for (const type of ['order-correction', 'take-measures'])
      expect(
        administrativeInspection.documents
          ?.find(({ id }) => id === type)
          ?.servedAtOnce?.(sample(type)),
      ).toBe(true)
  })
})

describe('an order that was not carried out', () => {
  it('is filed with its own articles, day and findings', () => {
    const play = goes(...both, ['until', '2026-03-05'])
    does(play, spotMeasures, 'lin', 'fail-measures')
    play.does(['until', '2026-03-24'])
    does(play, correctionOrder, 'lin', 'fail-recheck')
    const [measures, order] = filed(play)
    expect(measures).toMatchObject({
      enterprise: matter.enterprise,
      source: 'inspection',
      discoveredOn: '2026-03-05',
      basis: '《安全生产法》第三十六条',
      facts: expect.stringMatching(/现场处理措施决定书（第1号，期限至2026-03-04）.*反应釜仍在使用/),
    })
    expect(order).toMatchObject({
      discoveredOn: '2026-03-23',
      facts: expect.stringMatching(/责令限期整改指令书（第1号，期限至2026-03-20）.*仍未培训/),
    })
    expect(measures?.facts).not.toContain('培训')
  })

  it('and could not be filed leaves its findings to be settled in another way', () => {
    const play = goes(...both, ['until', '2026-03-24'])
    does(play, correctionOrder, 'lin', 'fail-recheck')
    play.hear({ link: play.record().links?.[0]?.id, outcome: 'not-opened' })
    expect(play.record().snapshot).toMatchObject({
      value: 'findings',
      context: { open: ['training'], ordersOpen: 1 },
    })
    expect(taskOf(play, spotMeasures)).not.toBe('')
    play.does(['lin', 'open-enforcement'])
    expect(play.record().snapshot.value).toBe('rechecking')
  })

  it.each([
    ['order-correction', 'fail-recheck', correctionOrder],
    ['take-measures', 'fail-measures', spotMeasures],
  ] as const)('of %s begins with the articles of its findings', (ordered, fails, order) => {
    const play = goes(...recorded(), ['lin', ordered])
    const snapshot = itemOf(play, order)?.snapshot
    const record = { ...play.record(), snapshot } as ReturnType<Play['record']>
    const basis = order.events[fails]?.fieldsFor?.(record)?.find(({ name }) => name === 'basis')
    const article = ordered === 'order-correction' ? '第二十八条' : '第三十六条'
    expect(String(basis?.value)).toContain(article)
  })

  it.each([
    ['2026-03-20', '2026-03-20', '整改期限至2026-03-20（含当日）'],
    ['2026-03-25', '2026-03-20', '整改期限至2026-03-20（含当日）'],
    ['2026-03-21', '2026-03-22', '不得晚于今日'],
    ['2026-03-21', '2026-03-01', '整改期限至2026-03-20（含当日）'],
  ])('is not filed on %s by a re-check of %s', (today, checkedOn, words) => {
    const play = goes(...recorded(), ['lin', 'order-correction'], ['until', today])
    expect(
      why(() => does(play, correctionOrder, 'lin', 'fail-recheck', { checkedOn })).words,
    ).toContain(words)
    expect(
      why(() => does(play, correctionOrder, 'lin', 'pass-recheck', { checkedOn: '2026-03-01' }))
        .words,
    ).toContain('不得早于作出之日')
  })
})

describe('measures on the spot', () => {
  const today = { ...sample('take-measures'), correctBy: day }

  it('may be due today, and an order to rectify not', () => {
    const play = goes(...recorded(), ['lin', 'take-measures', today])
    expect(clockOf(play, spotMeasures, 'measures')?.due).toBe(day)
    does(play, spotMeasures, 'lin', 'lift-measures')
    expect(itemOf(play, spotMeasures)).toBeUndefined()
    const past = { ...sample('take-measures'), correctBy: '2026-03-01' }
    expect(why(() => goes(...recorded(), ['lin', 'take-measures', past])).words).toContain(
      '不得早于今日',
    )
  })
})
