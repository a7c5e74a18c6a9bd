// What does the surcharge come to where a remedy, an earlier payment or another fine is heard of after it was paid (处罚法 48, 66, 72, 73)?

import { describe, expect, it } from 'vitest'
import { spellYuan } from '../../../domain/language/money.ts'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { changed, late, owesOn, paysAll, paysPart, returned, sought, stands } from './paying.ts'

describe('a copy that arrives after the payment', () => {
  it('leaves only the days before the application, and the rest goes back', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysAll('2026-02-24', 50_000, 15_000))
    play.does(['until', '2026-03-03'], sought('2026-02-17', '2026-03-01'))
    expect(play.where('handling')).toBe('handling.proposing-closing')
    play.does(stands('2026-03-03'))
    // Two days, of 02-15 and 02-16.
    expect(play.context()).toMatchObject({ refundDue: 12_000, surchargePaid: 3_000 })
    expect(play.where('handling')).toBe('handling.refunding')
    expect(play.effects).toContainEqual(
      expect.objectContaining({ kind: 'payment', ask: 'refund', amountFen: 1_200_000 }),
    )
    play.does(returned('2026-03-03', 12_000))
    expect([play.where('handling'), play.context().refundDue]).toEqual([
      'handling.proposing-closing',
      null,
    ])
  })

  it('brings nothing back where nothing had grown on those days', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysAll('2026-02-24', 50_000, 15_000))
    play.does(['until', '2026-03-03'], sought('2026-02-25', '2026-03-01'))
    play.does(stands('2026-03-03', 'withdrawn'))
    expect(play.context()).toMatchObject({ refundDue: null, surchargePaid: 15_000 })
  })

  it('of a part that was paid, what was paid above it goes back before the rest is paid', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysPart('2026-02-24', 10_000, 15_000))
    play.does(['until', '2026-03-03'], sought('2026-02-17', '2026-03-01'), stands('2026-03-03'))
    expect(play.context()).toMatchObject({ refundDue: 12_000, owed: 40_000 })
    expect(play.where('handling')).toBe('handling.refunding')
    play.does(paysPart('2026-03-03', 1_000), returned('2026-03-03', 12_000))
    expect(play.where('handling')).toBe('handling.performing')
    play.does(['until', '2026-03-05'])
    // 03-04 and 03-05, of the 39,000 that are left.
    expect(owesOn(play, '2026-03-05')).toBe(2_340)
    play.does(paysAll('2026-03-05', 39_000, 2_340))
    expect(play.where('handling')).toBe('handling.proposing-closing')
  })

  it('where all is paid before the money is back, ends with the refund', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysPart('2026-02-24', 10_000, 15_000))
    play.does(['until', '2026-03-03'], sought('2026-02-17', '2026-03-01'), stands('2026-03-03'))
    play.does(paysAll('2026-03-03', 40_000), returned('2026-03-03', 12_000))
    expect(play.where('handling')).toBe('handling.proposing-closing')
  })
})

describe('a changed fine', () => {
  it('costs by itself, from the first day on', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysPart('2026-02-24', 30_000, 15_000))
    play.does(sought('2026-02-24', '2026-02-24'), changed('2026-02-24', 20_000))
    // Nine days of 600: the day of the application does not count.
    expect(play.context()).toMatchObject({
      imposed: 20_000,
      owed: 0,
      surchargePaid: 5_400,
      refundDue: 10_000 + 15_000 - 5_400,
    })
  })

  it('is paid by the first payments, each by its day', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysPart('2026-02-24', 10_000))
    play.does(['until', '2026-03-06'], paysPart('2026-03-06', 20_000))
    play.does(['until', '2026-03-08'], sought('2026-03-07', '2026-03-07'))
    play.does(changed('2026-03-08', 20_000))
    // 10,000 for ten days and 10,000 for twenty, of which nothing was paid.
    expect(play.context()).toMatchObject({ owed: 0, refundDue: 10_000, surchargePaid: 0 })
    expect(owesOn(play, '2026-03-08')).toBe(3_000 + 6_000)
  })

  it('is not fought over again before the money of the first outcome is back', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysAll('2026-02-24', 50_000, 15_000))
    play.does(sought('2026-02-24', '2026-02-24'), changed('2026-02-24', 20_000))
    const { refundDue } = play.context()
    play.does(sought('2026-02-24', '2026-02-24'))
    const annuls: Line = ['fa', 'record-annulment', { decidedOn: '2026-02-24', grounds: '理由' }]
    expect(refusal(() => play.does(annuls)).words).toContain(
      `${spellYuan(Number(refundDue))}元尚未登记退还`,
    )
    play.does(returned('2026-02-24', Number(refundDue)), annuls)
    expect(play.context().refundDue).toBe(20_000 + 5_400)
  })
})

describe('a payment that is heard of late', () => {
  it('costs until its own day', () => {
    const play = late()
    play.does(['until', '2026-03-06'], paysPart('2026-03-06', 20_000, 10_000))
    play.does(paysPart('2026-02-24', 10_000))
    // 10,000 for ten days, 40,000 for twenty.
    expect(owesOn(play, '2026-03-06')).toBe(3_000 + 24_000 - 10_000)
    play.does(paysAll('2026-03-06', 20_000, 17_000))
    expect(play.context()).toMatchObject({ owed: 0, refundDue: null })
  })

  it('leaves what was paid above it to be returned', () => {
    const play = late()
    play.does(['until', '2026-03-06'], paysPart('2026-03-06', 10_000, 30_000))
    play.does(paysAll('2026-02-16', 40_000))
    // 10,000 for twenty days, 40,000 for two.
    expect(play.context()).toMatchObject({ surchargePaid: 8_400, refundDue: 21_600 })
    expect(play.where('handling')).toBe('handling.refunding')
  })

  it('is not before the decision, nor in the future', () => {
    const play = late()
    expect(refusal(() => play.does(paysPart('2026-01-29', 1_000))).words).toContain('决定日期')
    expect(refusal(() => play.does(paysPart('2026-01-31', 1_000))).words).toContain('今日')
  })
})

describe('a later payment that was asked for once the fine was late', () => {
  const asked = (refuses = false) => {
    const play = late()
    play.does(['until', '2026-02-25'])
    play.does(['mao', 'apply-deferral', { until: '2026-04-30', reason: '困难' }])
    play.does(['until', '2026-03-02'])
    play.does(
      refuses
        ? ['gao', 'refuse-deferral', { reason: '有能力缴纳' }]
        : ['gao', 'grant-deferral', { dueDate: '2026-04-30' }],
    )
    return play
  }

  it('costs what had grown before the application, and nothing until the new day', () => {
    const play = asked()
    expect(
      ['2026-02-24', '2026-02-25', '2026-04-30', '2026-05-01'].map((on) => owesOn(play, on)),
    ).toEqual([15_000, 15_000, 15_000, 16_500])
    expect(play.context()).toMatchObject({ deferredTo: '2026-04-30', payBy: null })
    play.does(['until', '2026-03-10'], paysAll('2026-03-10', 50_000, 15_000))
    expect(play.where('handling')).toBe('handling.proposing-closing')
  })

  it('refused, it costs as if nobody had asked', () => {
    expect(owesOn(asked(true), '2026-03-02')).toBe(24_000)
  })

  it('is not taken for one that was asked for in time', () => {
    const play = late()
    play.does(['mao', 'apply-deferral', { until: '2026-02-24', reason: '困难' }])
    play.does(['gao', 'grant-deferral', { dueDate: '2026-02-24' }], ['until', '2026-03-01'])
    expect(owesOn(play, '2026-03-01')).toBe(7_500)
    play.does(['mao', 'apply-deferral', { until: '2026-03-31', reason: '困难' }])
    play.does(['gao', 'grant-deferral', { dueDate: '2026-03-31' }])
    expect(owesOn(play, '2026-04-01')).toBe(6_000 + 1_500)
    expect(play.context()).toMatchObject({ deferredTo: '2026-03-31', payBy: '2026-02-24' })
  })

  it('put off again before its new day is over, costs no less than had grown before the first application', () => {
    const play = asked()
    play.does(['until', '2026-04-10'])
    play.does(['mao', 'apply-deferral', { until: '2026-06-30', reason: '困难' }])
    play.does(['gao', 'grant-deferral', { dueDate: '2026-06-30' }])
    expect(['2026-04-10', '2026-06-30', '2026-07-01'].map((on) => owesOn(play, on))).toEqual([
      15_000, 15_000, 16_500,
    ])
    expect(play.context()).toMatchObject({ deferredTo: '2026-06-30', payBy: null })
  })

  it('is decided no more where a remedy has left nothing to be paid', () => {
    const play = late()
    play.does(['until', '2026-02-05'], paysPart('2026-02-05', 20_000))
    play.does(['mao', 'apply-deferral', { until: '2026-04-30', reason: '困难' }])
    play.does(sought('2026-02-05', '2026-02-05'), changed('2026-02-05', 20_000))
    expect(play.where('payment')).toBe('payment.settled')
    const grants: Line = ['gao', 'grant-deferral', { dueDate: '2026-04-30' }]
    expect(refusal(() => play.does(grants)).words).toContain('没有此操作')
  })
})
