// What does an enterprise say of an order against it, and how is it answered?
import { describe, expect, it } from 'vitest'
import {
  correctionOrder,
  spotMeasures,
} from '../../../domain/administrative-inspection/orders/order.ts'
import { administrativeInspection } from '../../../domain/administrative-inspection/process.ts'
import { acts } from '../../../domain/views/acts.ts'
import { refusal as why } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { day, recorded, sample } from '../samples.ts'
import { both, clockOf, does, goes, itemOf, type Play } from './ordering.ts'

describe('the enterprise', () => {
  const taskNamed = (play: Play, name: string) =>
    Object.values(play.record().openTasks).find(({ task }) => task === name)?.id ?? ''
  const says = (play: Play, type: string, task: string, more: object = {}) =>
    play.act(author('mao'), type, { ...sample(type), ...more }, { taskId: taskNamed(play, task) })
  const ordered = (on: string) => goes(...recorded(), ['lin', 'order-correction'], ['until', on])

  it('is wanted at each order against it, and reports at first', () => {
    const play = goes(...both)
    const usual = acts(
      administrativeInspection,
      play.record(),
      author('mao'),
      decisionContextAt(`${day}T02:00:00.000Z`),
    ).filter((one) => one.usual)
    expect(usual.map(({ type }) => type)).toEqual(['report-measures', 'report-correction'])
  })

  it('reports that it is done: its day is kept, and the bureau has its days from then on', () => {
    const play = ordered('2026-03-10')
    says(play, 'report-correction', 'carry-out-order')
    expect([
      clockOf(play, correctionOrder, 'correction')?.status,
      clockOf(play, correctionOrder, 'recheck')?.due,
      taskNamed(play, 'carry-out-order'),
      play.effects.flatMap((one) => (one.kind === 'notice' ? one.groups : [])).at(-1),
    ]).toEqual(['met', '2026-03-20', '', '330802-bureau/inspector'])
    does(play, correctionOrder, 'lin', 'pass-recheck', { checkedOn: '2026-03-10' })
    expect(itemOf(play, correctionOrder)).toBeUndefined()
  })

  it('does not look at its own order again, nor does the chief who answers it', () => {
    const play = ordered('2026-03-16')
    expect(why(() => says(play, 'pass-recheck', 'carry-out-order')).code).toBe('task-not-open')
    expect(
      why(() => play.act(author('mao'), 'pass-recheck', sample('pass-recheck'))).code,
    ).not.toBe('none')
    says(play, 'ask-extension', 'carry-out-order')
    const taskId = taskNamed(play, 'decide-order-extension')
    expect(
      why(() => play.act(author('chen'), 'pass-recheck', sample('pass-recheck'), { taskId })).code,
    ).toBe('task-not-open')
  })

  it('asks for more time, and the form of the answer begins with what it has asked', () => {
    const play = ordered('2026-03-16')
    says(play, 'ask-extension', 'carry-out-order')
    expect(itemOf(play, correctionOrder)?.snapshot.context).toMatchObject({
      asked: { on: '2026-03-16', until: '2026-04-10' },
    })
    const fields = acts(
      administrativeInspection,
      play.record(),
      author('chen'),
      decisionContextAt('2026-03-16T02:00:00.000Z'),
    ).find(({ type }) => type === 'extend-order')?.fields
    const filled = (name: string) => fields?.find((one) => one.name === name)?.value
    expect(['askedOn', 'correctBy', 'reason'].map(filled)).toEqual([
      '2026-03-16',
      '2026-04-10',
      '山洪冲毁进厂道路',
    ])
    does(play, correctionOrder, 'chen', 'extend-order')
    expect([
      clockOf(play, correctionOrder, 'correction')?.due,
      clockOf(play, correctionOrder, 'recheck')?.due,
      taskNamed(play, 'carry-out-order') === '',
      taskNamed(play, 'decide-order-extension'),
    ]).toEqual(['2026-04-10', '2026-04-20', false, ''])
  })

  it('is told that the old day stands, and has not failed before it was answered', () => {
    const play = ordered('2026-03-16')
    says(play, 'ask-extension', 'carry-out-order')
    play.does(['until', '2026-03-24'])
    expect(why(() => does(play, correctionOrder, 'lin', 'fail-recheck')).words).toContain(
      '答复后方可认定逾期未改',
    )
    const taskId = taskNamed(play, 'decide-order-extension')
    play.act(author('chen'), 'refuse-extension', sample('refuse-extension'), { taskId })
    expect(clockOf(play, correctionOrder, 'correction')?.due).toBe('2026-03-20')
    expect(why(() => does(play, correctionOrder, 'lin', 'fail-recheck')).code).toBe('none')
  })

  it.each([
    ['2026-03-23', {}, '2026-03-20）申请'],
    ['2026-03-16', { until: '2026-03-20' }, '须晚于原期限2026-03-20'],
    ['2026-03-16', { until: '2027-06-01' }, '一年以内'],
  ])('asks on %s in vain for %o', (on, more, words) => {
    const play = ordered(on)
    expect(why(() => says(play, 'ask-extension', 'carry-out-order', more)).words).toContain(words)
  })

  it('asks for no time where work stands until the danger is removed', () => {
    const play = goes(...recorded(), ['lin', 'take-measures'])
    expect(why(() => says(play, 'ask-extension', 'carry-out-measures')).code).not.toBe('none')
    says(play, 'report-measures', 'carry-out-measures')
    expect(clockOf(play, spotMeasures, 'measures-recheck')?.due).toBe('2026-03-12')
  })
})

describe('more time', () => {
  const given = (on: string, more: object = {}, who = 'chen') => {
    const play = goes(...recorded(), ['lin', 'order-correction'], ['until', on])
    return { play, refused: why(() => does(play, correctionOrder, who, 'extend-order', more)) }
  }

  it('is given by the chief, and moves the day of the order and of its re-check', () => {
    const { play, refused } = given('2026-03-17')
    expect(refused.code).toBe('none')
    expect([
      clockOf(play, correctionOrder, 'correction')?.due,
      clockOf(play, correctionOrder, 'recheck')?.due,
    ]).toEqual(['2026-04-10', '2026-04-20'])
    play.does(['until', '2026-03-24'])
    expect(why(() => does(play, correctionOrder, 'lin', 'fail-recheck')).words).toContain(
      '整改期限至2026-04-10',
    )
  })

  it('is not given by an officer', () => {
    expect(given('2026-03-17', {}, 'lin').refused.code).toBe('not-allowed')
  })

  it.each([
    [{ correctBy: '2026-03-20' }, '须晚于原期限2026-03-20'],
    [{ correctBy: '2026-03-17' }, '须晚于今日'],
    [{ askedOn: '2026-03-18' }, '申请日期不得晚于今日'],
  ])('is refused for %o', (more, words) => {
    expect(given('2026-03-17', more).refused.words).toContain(words)
  })

  it('that was asked for when the period was over is refused', () => {
    expect(given('2026-03-24', { askedOn: '2026-03-23' }).refused.words).toContain('期满前10日内')
  })
})
