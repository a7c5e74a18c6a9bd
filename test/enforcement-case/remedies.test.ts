// What becomes of a penalty when its party seeks reconsideration or sues?
import { describe, expect, it } from 'vitest'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { day, decided, demanded, fined, matter, prosecuting, sample } from './samples.ts'

const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)
const refused = (...lines: Line[]) => refusal(() => goes(...lines)).words
const published: Line[] = [...decided, ['chen', 'publish-penalty']]
const paid: Line[] = [...published, ['lin', 'record-payment']]
const sought: Line = ['fa', 'receive-remedy']
const sued: Line = ['fa', 'receive-remedy', sample('receive-remedy', 1)]
const stands = (outcome: string, decidedOn: string = day): Line => [
  'fa',
  'record-upheld',
  { outcome, decidedOn, grounds: '理由' },
]
const annulled = (decidedOn: string = day): Line => [
  'fa',
  'record-annulment',
  { decidedOn, grounds: '理由' },
]
const changed = (newFine: number): Line => [
  'fa',
  'record-change',
  { decidedOn: day, newFine, grounds: '理由' },
]
const pays = (paidOn: string, amount: number, surcharge: number): Line => [
  'lin',
  'record-payment',
  { amount, paidOn, receipt: '票9', surcharge },
]

describe('a remedy', () => {
  it('is recorded of what was served, with days in their order', () => {
    expect(refused(...decided.slice(0, -1), sought)).toContain('没有已送达')
    const early = { ...sample('receive-remedy'), filedOn: '2026-03-01' }
    expect(refused(...decided, ['fa', 'receive-remedy', early])).toContain('不得早于2026-03-02')
    const tomorrow = { ...sample('receive-remedy'), receivedOn: '2026-03-03' }
    expect(refused(...decided, ['fa', 'receive-remedy', tomorrow])).toContain('不得晚于今日')
    expect(refused(...decided, ['lin', 'receive-remedy'])).not.toBe('')
  })

  it('is answered in ten working days, before the court in fifteen days', () => {
    expect(goes(...decided, sought).due('reconsideration-answer')).toBe('2026-03-16')
    const play = goes(...decided, sued)
    expect([play.due('litigation-answer'), play.clock('reconsideration-answer')]).toEqual([
      '2026-03-17',
      undefined,
    ])
    play.does(['until', '2026-03-18'])
    const told = play.effects.flatMap((one) =>
      one.kind === 'notice' && one.escalationLevel === 'missed' ? one.groups : [],
    )
    expect(told).toContain('330802-bureau/legal-reviewer')
    play.does(['fa', 'file-answer'])
    expect([play.where('remedy'), play.clock('litigation-answer')?.status]).toEqual([
      'remedy.pending',
      'met-late',
    ])
  })

  it('stays nothing: the payment still falls due and is demanded', () => {
    const play = goes(...decided, sought, ['until', '2026-03-18'])
    expect([play.where('compulsion'), play.context().stayed]).toEqual([
      'compulsion.demanding',
      false,
    ])
  })

  it('keeps the case open while it is pending', () => {
    const lines: Line[] = [...paid, sought, ['lin', 'propose-closing']]
    expect(refused(...lines, ['gao', 'approve-closing'])).toContain('尚未终结')
    expect(refused(...lines, stands('upheld'), ['gao', 'approve-closing'])).toBe('')
  })
})

describe('the surcharge of 50,000 served on 2026-01-30', () => {
  it('does not grow from the application to the decision, both days left out', () => {
    const play = fined('2026-01-30')
    play.does(['until', '2026-03-01'])
    play.does([
      'fa',
      'receive-remedy',
      { ...sample('receive-remedy'), filedOn: '2026-02-20', receivedOn: '2026-02-25' },
    ])
    // Overdue from 02-15: five days until the application on 02-20.
    expect(refusal(() => play.does(pays('2026-03-01', 50_000, 1))).words).toContain('7,500元')
    play.does(stands('withdrawn', '2026-03-01'), ['until', '2026-03-03'])
    expect(refusal(() => play.does(pays('2026-03-03', 50_000, 1))).words).toContain('10,500元')
  })
})

describe('the court is not asked to enforce', () => {
  it('while a remedy is pending or the penalty is stayed', () => {
    const play = goes(...decided, ...demanded, ['until', '2026-09-04'])
    const late = { ...sample('receive-remedy', 1), filedOn: '2026-09-01', receivedOn: '2026-09-04' }
    play.does(['fa', 'receive-remedy', late])
    expect(play.clock('court-application')?.status).toBe('replaced')
    expect(refusal(() => play.does(['gao', 'apply-court'])).words).toContain('尚未终结')
    play.does(['fa', 'order-stay'])
    expect(refusal(() => play.does(['gao', 'apply-court'])).words).toContain('停止执行')
    expect(refusal(() => play.does(['fa', 'order-stay'])).words).toContain('已停止')
    play.does(['fa', 'lift-stay'], ['until', '2026-10-12'], stands('upheld', '2026-10-12'))
    expect(play.context()).toMatchObject({ stayed: false, courtFrom: '2026-10-27' })
    expect(play.due('court-application')).toBe('2027-01-27')
    expect(refusal(() => play.does(['gao', 'apply-court'])).words).toContain('2026-10-28')
    play.does(['until', '2026-10-28'], ['gao', 'apply-court'])
    expect(play.where('compulsion')).toBe('compulsion.applied')
  })
})

describe('an annulment', () => {
  it('withdraws the publication in three working days, and returns what was paid', () => {
    const play = goes(...paid, sought, annulled())
    expect([
      play.where('handling'),
      play.where('remedy'),
      play.where('payment'),
      play.where('publication'),
    ]).toEqual([
      'handling.refunding',
      'remedy.annulled',
      'payment.annulled',
      'publication.withdrawing',
    ])
    expect([play.due('publication-withdrawal'), play.context().refundDue]).toEqual([
      '2026-03-05',
      20_000,
    ])
    const less: Line = ['lin', 'record-refund', { ...sample('record-refund'), refunded: 19_999 }]
    expect(refusal(() => play.does(less)).words).toContain('20,000元')
    play.does(['lin', 'record-refund'], ['lin', 'propose-closing'])
    expect(refusal(() => play.does(['gao', 'approve-closing'])).words).toContain('第四十八条')
    play.does(['chen', 'withdraw-publication'], ['gao', 'approve-closing'])
    expect([play.record().status, play.clock('publication-withdrawal')?.status]).toEqual([
      'closed',
      'met',
    ])
  })

  it('is told to the chief when the publication stands too long', () => {
    const play = goes(...published, sought, annulled(), ['until', '2026-03-06'])
    const told = play.effects.flatMap((one) =>
      one.kind === 'notice' && one.escalationLevel === 'missed' ? one.groups : [],
    )
    expect(told).toContain('330802-bureau/section-chief')
  })

  it('of what nobody has paid or published leaves nothing to return or withdraw', () => {
    const play = goes(...decided, sought, annulled())
    expect([play.where('handling'), play.where('publication')]).toEqual([
      'handling.proposing-closing',
      'publication.dropped',
    ])
    expect([play.clock('payment')?.status, play.clock('publication')?.status]).toEqual([
      'replaced',
      'replaced',
    ])
    play.does(['until', '2026-03-20'], ['lin', 'propose-closing'], ['gao', 'approve-closing'])
    expect([play.record().status, play.where('compulsion')]).toEqual(['closed', 'compulsion.ended'])
  })

  it('ends the demand and the court', () => {
    const play = goes(...decided, ...demanded, sought, annulled('2026-04-02'))
    expect([play.where('compulsion'), play.clock('court-application')?.status]).toEqual([
      'compulsion.settled',
      'replaced',
    ])
  })
})

describe('a change', () => {
  it('is lighter, is published anew, and returns what was paid above it', () => {
    const lines: Line[] = [...paid, sought]
    expect(refused(...lines, changed(20_000))).toContain('第六十三条')
    const play = goes(...lines, changed(12_000))
    expect([play.where('handling'), play.context()]).toMatchObject([
      'handling.refunding',
      { refundDue: 8_000, imposed: 12_000, owed: 0 },
    ])
    play.does(['chen', 'withdraw-publication', { withdrawalReason: '决定已变更' }])
    expect([play.where('publication'), play.due('publication')]).toEqual([
      'publication.due',
      '2026-03-11',
    ])
  })

  it('returns what was paid above the changed fine and its own surcharge, once', () => {
    const on = '2026-03-20'
    const part = { amount: 5_000, surcharge: 1_800, paidOn: on, receipt: '票7' }
    const seeks: Line = [
      'fa',
      'receive-remedy',
      { ...sample('receive-remedy'), filedOn: on, receivedOn: on },
    ]
    const lighter = { decidedOn: on, newFine: 500, grounds: '理由' }
    const play = goes(...decided, ['until', on], ['lin', 'record-instalment', part], seeks, [
      'fa',
      'record-change',
      lighter,
    ])
    expect(play.context()).toMatchObject({ refundDue: 6_270, surchargePaid: 30 })
    play.does(
      ['lin', 'record-refund', { ...sample('record-refund'), refunded: 6_270, refundedOn: on }],
      seeks,
      annulled(on),
    )
    expect(play.context().refundDue).toBe(530)
  })

  it('of what is unpaid leaves the rest to be paid', () => {
    const part: Line = ['lin', 'record-instalment', { amount: 5_000, paidOn: day, receipt: '票1' }]
    const play = goes(...decided, part, sought, changed(6_000))
    expect(play.context()).toMatchObject({ imposed: 6_000, owed: 1_000, refundDue: null })
    expect(play.where('handling')).toBe('handling.performing')
  })
})

describe('a closed case', () => {
  const closed: Line[] = [...paid, ['lin', 'propose-closing'], ['gao', 'approve-closing']]
  it('is taken up again for a remedy, and annulled', () => {
    const play = goes(...closed, ['chen', 'reopen', { reason: '当事人起诉' }])
    expect(play.record().status).toBe('open')
    play.does(sued, annulled())
    expect([play.where('handling'), play.context().refundDue]).toEqual([
      'handling.refunding',
      20_000,
    ])
  })

  it('is not where no penalty was ever served', () => {
    expect(
      refused(['gao', 'refuse-filing'], ['chen', 'reopen', { reason: '当事人起诉' }]),
    ).toContain('没有已送达')
  })
})
