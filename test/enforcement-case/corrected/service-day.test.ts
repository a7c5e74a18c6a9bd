// What becomes of payment and demand where the day on which the decision was served is corrected (更正, 处罚法 67)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, matter, prosecuting, sample } from '../samples.ts'
import { owesOn, paysAll } from '../surcharge/paying.ts'
import { corrects } from './correcting.ts'

const goes = (...lines: Line[]) => prosecuting(matter, day, ...decided, ...lines)
const serves = (servedOn: string): Line => [
  'lin',
  'serve-demand',
  { ...sample('serve-demand'), servedOn },
]

it('to a later one: nothing is demanded before the fine is due by it', () => {
  const play = goes(['until', '2026-03-19'])
  expect(play.where('compulsion')).toBe('compulsion.demanding')
  corrects(play, 'serve-decision', ['servedOn', '2026-03-12'])
  expect(play.due('payment')).toBe('2026-03-27')
  play.does(['until', '2026-03-27'])
  const early = refusal(() => play.does(['lin', 'issue-demand'])).words
  expect(early).toContain('缴款期限至2026-03-27')
  expect(early).toContain('第六十七条')
  play.does(['until', '2026-03-28'], ['lin', 'issue-demand'], serves('2026-03-28'))
  expect(play.where('compulsion')).toBe('compulsion.demanded')
})

it('to a later one: what was demanded meanwhile is not served before the fine is due', () => {
  const play = goes(['until', '2026-03-19'], ['lin', 'issue-demand'])
  corrects(play, 'serve-decision', ['servedOn', '2026-03-12'])
  expect(refusal(() => play.does(serves('2026-03-19'))).words).toContain('缴款期限至2026-03-27')
})

describe('beyond a short deferral', () => {
  const deferred = () =>
    goes(
      ['mao', 'apply-deferral', { until: '2026-03-20', reason: '经营困难' }],
      ['gao', 'grant-deferral', { dueDate: '2026-03-20' }],
    )

  it('the period of the law, which is the longer one, runs in its place', () => {
    const play = deferred()
    play.does(['until', '2026-03-13'])
    corrects(play, 'serve-decision', ['servedOn', '2026-03-10'])
    expect(play.context()).toMatchObject({ payBy: null, deferredTo: null })
    expect([play.clock('later-payment')?.status, play.due('payment')]).toEqual([
      'replaced',
      '2026-03-25',
    ])
    play.does(['until', '2026-03-21'])
    expect(play.where('compulsion')).toBe('compulsion.none')
    play.does(['until', '2026-03-26'])
    expect(play.where('compulsion')).toBe('compulsion.demanding')
    play.does(paysAll('2026-03-26', 20_000, 600))
    expect(play.where('payment')).toBe('payment.settled')
  })

  it('that has ended meanwhile the fine stays payable, and costs nothing before its day', () => {
    const play = deferred()
    play.does(['until', '2026-03-22'])
    corrects(play, 'serve-decision', ['servedOn', '2026-03-10'])
    expect(owesOn(play, '2026-03-25')).toBe(0)
    expect(refusal(() => play.does(['lin', 'issue-demand'])).words).toContain('2026-03-25')
    play.does(paysAll('2026-03-22', 20_000))
    expect(play.where('payment')).toBe('payment.settled')
  })

  it('one that ends no earlier than the new day stays', () => {
    const play = deferred()
    play.does(['until', '2026-03-13'])
    corrects(play, 'serve-decision', ['servedOn', '2026-03-05'])
    expect(play.context()).toMatchObject({ payBy: '2026-03-20', deferredTo: '2026-03-20' })
    expect(play.due('later-payment')).toBe('2026-03-20')
  })
})
