// Does an order of the plan that its unit has refused, or that was recalled, count as given no longer, and can it be given again?
import { describe, expect, test } from 'vitest'
import { planChoice } from '../../../domain/emergency-response/plan/choice.ts'
import {
  comparisonLines,
  plannedOrders,
} from '../../../domain/emergency-response/plan/comparison.ts'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency } from '../playing.ts'
import { reported, start } from '../samples.ts'
import { entry } from './samples.ts'

const [dan, gao] = [actor('dan'), actor('gao')]
const minutes = (n: number) => later(start, n * 60_000)
const fire = {
  to: 'county-command/duty-officer',
  task: '赶赴现场',
  planned: '2',
  finishBy: minutes(5),
}

const started = () => {
  const play = emergency(
    reported,
    {},
    ['dan', 'verify', { findings: '属实' }],
    [
      'gao',
      'start-response',
      {
        level: '4',
        reason: '试验',
        period: '一日',
        measures: '搜救',
        plan: entry.number,
        ...planChoice.keep(entry),
      },
    ],
  )
  const newest = () =>
    Object.values(play.record().openTasks)
      .filter(({ item }) => item !== undefined)
      .sort((one, other) => (other.item ?? 0) - (one.item ?? 0))[0]
  return {
    ...play,
    give: (more: object = {}) => play.act(dan, 'give-order', { ...fire, ...more }),
    takeBack: (type: 'refuse-order' | 'recall-order') =>
      play.act(
        type === 'refuse-order' ? dan : gao,
        type,
        { reason: '改派' },
        { taskId: newest()!.id },
      ),
    row: (at = minutes(3)) => plannedOrders(play.record(), at).find(({ key }) => key === '2'),
  }
}
const said = (row: ReturnType<ReturnType<typeof started>['row']>) =>
  row?.departures.map(({ zh }) => zh).join('；') ?? ''

describe('an order of the plan that was taken back', () => {
  test.each([
    ['refuse-order', 'refused', '不能执行'],
    ['recall-order', 'recalled', '已收回'],
  ] as const)(
    '%s: shows as such, counts as given no longer, and is given again',
    (act, state, words) => {
      const play = started()
      play.give()
      play.does(['wait', 1])
      play.takeBack(act)
      expect(play.row()).toMatchObject({ state, givenAt: null })
      expect(said(play.row())).toContain(words)
      expect(said(play.row())).toContain('2026-03-02 09:01')
      expect(comparisonLines(play.record(), minutes(3))[0]).toContain(words)
      expect(said(play.row(minutes(6)))).toContain('前未下达')
      play.does(['wait', 2])
      play.give()
      expect(play.row()).toMatchObject({ state: 'given', givenAt: minutes(3) })
      expect(said(play.row())).toContain(words)
      expect(refusal(() => play.give()).words).toContain('已向该单位下达')
      expect(said(play.row())).not.toContain('迟发')
    },
  )

  test('given to two, one of whom refuses, is given by the other alone, since when he had it', () => {
    const play = started()
    play.give()
    play.does(['wait', 2])
    play.give({ to: 'city-command/duty-officer' })
    const first = Object.values(play.record().openTasks).find(({ item }) => item !== undefined)
    play.act(gao, 'recall-order', { reason: '改派' }, { taskId: first!.id })
    expect(play.row()).toMatchObject({ state: 'given', givenAt: minutes(2) })
    expect(said(play.row())).toContain('改由')
  })

  test('after the end of the response was not given', () => {
    const play = started()
    play.give()
    play.takeBack('recall-order')
    play.does(['gao', 'end-response', { reason: '受控' }])
    expect(play.row(minutes(9))).toMatchObject({ state: 'missed' })
    expect(said(play.row(minutes(9)))).toContain('未下达')
  })

  test('that was done stays given; one beside the plan changes nothing of it', () => {
    const play = started()
    play.give({ planned: undefined })
    play.takeBack('recall-order')
    expect(play.row()).toMatchObject({ state: 'ready', departures: [] })
    play.give()
    const task = Object.values(play.record().openTasks).find(({ item }) => item !== undefined)
    play.act(dan, 'receive-order', {}, { taskId: task!.id })
    play.act(dan, 'begin-order', {}, { taskId: task!.id })
    play.act(dan, 'finish-order', { result: '已办' }, { taskId: task!.id })
    expect(play.row()).toMatchObject({ state: 'given', givenAt: start })
  })
})

describe('the moment at which an order is to begin', () => {
  test('is not long past: a few minutes are the time of writing', () => {
    const play = started()
    play.does(['wait', 60])
    const begins = (at: number) => () =>
      play.act(dan, 'give-order', { to: fire.to, task: '警戒', startBy: minutes(at) })
    expect(refusal(begins(40)).words).toContain('计划开始')
    expect(refusal(begins(49)).words).toContain('计划开始')
    expect(refusal(begins(51)).code).toBe('none')
    expect(refusal(begins(70)).code).toBe('none')
  })
})
