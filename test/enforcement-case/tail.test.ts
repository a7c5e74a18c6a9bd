// What does an unpaid fine cost, how is it demanded, and when may the court be asked?

import { describe, expect, it } from 'vitest'
import { spellYuan } from '../../domain/language/money.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import {
  day,
  decided,
  demanded,
  fined,
  matter,
  onTheSpot,
  prosecuting,
  sample,
  scene,
} from './samples.ts'

const pays = (paidOn: string, amount: number, surcharge = 0): Line => [
  'lin',
  'record-payment',
  { amount, paidOn, receipt: '票9', ...(surcharge > 0 ? { surcharge } : {}) },
]
const paysPart = (paidOn: string, amount: number, surcharge = 0): Line => [
  'lin',
  'record-instalment',
  { amount, paidOn, receipt: '票8', ...(surcharge > 0 ? { surcharge } : {}) },
]

describe('a fine of 50,000 served on 2026-01-30, row 19', () => {
  it.each([
    ['2026-02-14', 0],
    ['2026-02-15', 1_500],
    ['2026-03-19', 49_500],
    ['2026-03-20', 50_000],
    ['2026-05-11', 50_000],
  ])('paid on %s costs %i beside it, and no other sum is taken', (paidOn, surcharge) => {
    const play = fined('2026-01-30')
    play.does(['until', paidOn])
    const wrong = refusal(() => play.does(pays(paidOn, 50_000, surcharge + 1))).words
    expect(wrong).toContain(`加处罚款${spellYuan(surcharge)}元`)
    expect(wrong).toContain('第七十二条')
    play.does(pays(paidOn, 50_000, surcharge))
    expect([play.where('handling'), play.where('payment'), play.context().owed]).toEqual([
      'handling.proposing-closing',
      'payment.settled',
      0,
    ])
  })

  it('served on 2026-09-18 is due after the holiday', () => {
    const play = fined('2026-09-18')
    expect(play.due('payment')).toBe('2026-10-08')
    play.does(['until', '2026-10-09'])
    expect(refusal(() => play.does(pays('2026-10-09', 50_000))).words).toContain('加处罚款1,500元')
  })

  it('paid in parts costs by what is left of it, and never more than the fine', () => {
    const play = fined('2026-01-30')
    play.does(['until', '2026-02-24'], paysPart('2026-02-24', 30_000, 5_000))
    expect(play.context()).toMatchObject({
      owed: 20_000,
      paidParts: [{ on: '2026-02-24', fine: 30_000 }],
      surchargePaid: 5_000,
    })
    play.does(['until', '2026-03-06'])
    // Ten days of 3 % of 20,000 beside the 10,000 that were left open.
    expect(refusal(() => play.does(pays('2026-03-06', 20_000))).words).toContain('加处罚款16,000元')
    play.does(pays('2026-03-06', 20_000, 16_000))
    expect(play.where('payment')).toBe('payment.settled')
  })

  it('is not overdue before the end of a deferral, nor demanded', () => {
    const play = fined('2026-01-30')
    play.does(
      ['mao', 'apply-deferral', { until: '2026-04-30', reason: '困难' }],
      ['until', '2026-02-20'],
      ['gao', 'grant-deferral', { dueDate: '2026-04-30' }],
    )
    expect([play.where('compulsion'), play.context().deferredTo]).toEqual([
      'compulsion.none',
      '2026-04-30',
    ])
    play.does(['until', '2026-05-01'])
    expect(play.where('compulsion')).toBe('compulsion.demanding')
    expect(refusal(() => play.does(pays('2026-05-01', 50_000))).words).toContain('1,500元')
  })

  it('is not deferred to a day before it is due', () => {
    const play = fined('2026-01-30')
    play.does(['mao', 'apply-deferral', { until: '2026-02-10', reason: '困难' }])
    const early: Line = ['gao', 'grant-deferral', { dueDate: '2026-02-10' }]
    expect(refusal(() => play.does(early)).words).toContain('2026-02-14')
  })

  it('is deferred to a working day: a rest day would end by law on the next one', () => {
    const play = fined('2026-01-30')
    play.does(['mao', 'apply-deferral', { until: '2026-10-03', reason: '困难' }])
    const grants = (dueDate: string): Line => ['gao', 'grant-deferral', { dueDate }]
    expect(refusal(() => play.does(grants('2026-10-03'))).words).toContain('顺延至2026-10-08')
    // A Saturday on which the decree lets people work.
    play.does(grants('2026-10-10'))
    expect(play.due('later-payment')).toBe('2026-10-10')
  })
})

const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)
const unpaid = [...decided, ...demanded]

describe('the demand', () => {
  it('follows the end of the period for payment, of a penalty on the spot too', () => {
    const play = prosecuting(scene, day, ...onTheSpot(), ['until', '2026-03-18'])
    expect(play.where('compulsion')).toBe('compulsion.demanding')
    expect(play.effects.flatMap((one) => (one.kind === 'notice' ? one.groups : []))).toContain(
      'enterprise:e-1/enterprise-principal',
    )
  })

  it('leaves ten working days, in which the party answers', () => {
    const play = goes(...decided, ...demanded.slice(0, 3))
    expect([play.where('compulsion'), play.due('demand')]).toEqual([
      'compulsion.demanded',
      '2026-04-01',
    ])
    play.does(['mao', 'answer-demand', { statement: '正在筹款' }], ['until', '2026-04-02'])
    expect([play.where('compulsion'), play.context().demandAnswered]).toEqual([
      'compulsion.applying',
      true,
    ])
  })

  it('is not served before it is made', () => {
    const early: Line = [
      'lin',
      'serve-demand',
      { ...sample('serve-demand'), servedOn: '2026-03-17' },
    ]
    const play = goes(...decided, ...demanded.slice(0, 2))
    expect(refusal(() => play.does(early)).words).toContain('不得早于')
  })

  it('ends with the payment', () => {
    const play = goes(...decided, ...demanded.slice(0, 3), pays('2026-03-18', 20_000, 600))
    expect([play.where('compulsion'), play.clock('demand')?.status]).toEqual([
      'compulsion.settled',
      'met',
    ])
  })
})

describe('the court', () => {
  it('is asked from the day after the remedies have ended, for three months', () => {
    const play = goes(...unpaid)
    expect(play.due('court-application')).toBe('2026-12-02')
    const asked: Line = ['gao', 'apply-court']
    expect(refusal(() => play.does(asked)).words).toContain('2026-09-03')
    play.does(['until', '2026-09-03'], asked)
    expect([play.where('compulsion'), play.due('court-acceptance')]).toEqual([
      'compulsion.applied',
      '2026-09-10',
    ])
  })

  it('hears what the party has answered', () => {
    const play = goes(...decided, ...demanded.slice(0, 3))
    play.does(['mao', 'answer-demand', { statement: '正在筹款' }], ['until', '2026-09-03'])
    const bare: Line = ['gao', 'apply-court', { court: '柯城区人民法院' }]
    expect(refusal(() => play.does(bare)).words).toContain('第三十六条')
    play.does(['gao', 'apply-court', { court: '柯城区人民法院', answered: '不影响履行义务' }])
    expect(play.where('compulsion')).toBe('compulsion.applied')
  })

  it('is told of when its three months begin, and lost when they end', () => {
    const play = goes(...unpaid, ['until', '2026-09-08'])
    play.does(['until', '2026-12-03'])
    expect([play.where('compulsion'), play.context().courtEnd]).toEqual([
      'compulsion.lapsed',
      'lapsed',
    ])
    const told = play.effects.flatMap((one) =>
      one.kind === 'notice' && one.escalationLevel === 'court-over' ? one.groups : [],
    )
    expect(told).toContain('330802-bureau/leader')
    expect(refusal(() => play.does(['gao', 'apply-court'])).words).toContain('第五十三条')
  })

  it('is still asked on Monday where the three months end on a Saturday', () => {
    const play = fined('2026-02-07')
    play.does(...demanded, ['until', '2026-11-09'])
    expect(play.where('compulsion')).toBe('compulsion.lapsed')
    play.does(['gao', 'apply-court'])
    expect([play.where('compulsion'), play.context().courtEnd]).toEqual([
      'compulsion.applied',
      null,
    ])
  })

  it('enforces, the money comes in, and the case is closed', () => {
    const play = goes(
      ...unpaid,
      ['until', '2026-09-10'],
      ['gao', 'apply-court'],
      ['lin', 'record-acceptance'],
      ['lin', 'record-ruling'],
    )
    expect(play.where('compulsion')).toBe('compulsion.enforced')
    play.does(
      pays('2026-09-10', 20_000, 20_000),
      ['chen', 'publish-penalty'],
      ['lin', 'propose-closing'],
      ['gao', 'approve-closing'],
    )
    expect(play.record().status).toBe('closed')
  })
})

describe('the end of the enforcement', () => {
  const ends = (ground: string): Line => [
    'lin',
    'propose-termination',
    { ground, findings: '查明' },
  ]
  const ruled: Line[] = [
    ['until', '2026-09-10'],
    ['gao', 'apply-court'],
    ['lin', 'record-acceptance'],
  ]

  it('says why truly', () => {
    const refused = (...lines: Line[]) => refusal(() => goes(...lines)).words
    expect(refused(...unpaid, ends('court-refused'))).toContain('法院未作出')
    expect(refused(...unpaid, ends('late'))).toContain('期限未过')
    const refusedByCourt: Line[] = [...ruled, ['lin', 'record-ruling', sample('record-ruling', 1)]]
    expect(refused(...unpaid, ...refusedByCourt, ends('court-refused'))).toBe('')
  })

  it('is decided by another, and the case is closed with what is unpaid', () => {
    const play = goes(...unpaid, paysPart('2026-04-02', 5_000), ends('dissolved'))
    const both = {
      ...actor('lin'),
      appointments: [...actor('lin').appointments, ...actor('gao').appointments],
    }
    expect(refusal(() => play.act(both, 'terminate-enforcement')).words).toContain('提请终结执行')
    play.does(
      ['gao', 'terminate-enforcement'],
      ['chen', 'publish-penalty'],
      ['lin', 'propose-closing'],
      ['gao', 'approve-closing'],
    )
    expect([play.record().status, play.context().owed]).toEqual(['closed', 15_000])
  })
})
