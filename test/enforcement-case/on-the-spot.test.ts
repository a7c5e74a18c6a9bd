// When may officers punish on the spot, and what do they owe the bureau for it?
import { describe, expect, it, test } from 'vitest'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { day, onTheSpot, prosecuting, sample, scene } from './samples.ts'

const { enterprise: _, ...nobody } = scene
const someone = { ...nobody, partyKind: 'individual', partyName: '张某' }

const goes = (...lines: Line[]) => prosecuting(scene, day, ...lines)
const tells = (more: object): Line => ['lin', 'tell-party', { ...sample('tell-party'), ...more }]
const decides = (more: object): Line => [
  'lin',
  'punish-on-the-spot',
  { ...sample('punish-on-the-spot'), ...more },
]
const refused = (...lines: Line[]) => refusal(() => goes(...lines)).words

describe('a penalty on the spot', () => {
  it('is told, decided by two, reported, paid at a bank, published and closed by another', () => {
    const play = goes(...onTheSpot())
    expect([play.where('handling'), play.where('payment'), play.where('reporting')]).toEqual([
      'handling.performing',
      'payment.owed',
      'reporting.due',
    ])
    expect([play.due('payment'), play.due('publication')]).toEqual(['2026-03-17', '2026-03-11'])
    play.does(
      ['lin', 'report-on-the-spot'],
      ['chen', 'publish-penalty'],
      ['lin', 'record-payment', { ...sample('record-payment'), amount: 1_000 }],
      ['lin', 'propose-closing'],
      ['gao', 'approve-closing'],
    )
    expect([play.where('handling'), play.record().status]).toEqual(['handling.closed', 'closed'])
  })

  it('needs a second officer: until he has signed nothing is decided', () => {
    const play = goes(...onTheSpot().slice(0, 2))
    expect(play.context()).toMatchObject({ decidedOn: null, owed: 0 })
    play.does(['wu', 'sign'])
    expect(play.context()).toMatchObject({ decidedOn: day, owed: 1_000 })
    expect(play.context().investigators).toEqual(['lin', 'wu'])
  })

  it('of a warning alone is performed by itself', () => {
    const play = goes(...onTheSpot(1))
    expect([play.where('handling'), play.where('payment')]).toEqual([
      'handling.proposing-closing',
      'payment.none',
    ])
    expect(play.clock('payment')).toBeUndefined()
  })

  it('is not closed before it is reported for the record', () => {
    expect(
      refused(
        ...onTheSpot(1),
        ['chen', 'publish-penalty'],
        ['lin', 'propose-closing'],
        ['gao', 'approve-closing'],
      ),
    ).toContain('第五十二条')
  })
})

describe('the limits of the day, row 22', () => {
  const fine = (yuan: number) => ({ penalties: ['fine'], fine: yuan })
  const on = (form: object, when: string, ...lines: Line[]) =>
    refusal(() => prosecuting({ ...scene, enterprise: undefined, ...form }, when, ...lines)).words

  it('a firm is fined 3,000 and not 3,001, which is filed', () => {
    expect(refused(tells(fine(3_000)))).toBe('')
    const words = refused(tells(fine(3_001)))
    for (const one of ['3,000元', '第五十一条', '转为普通程序']) expect(words).toContain(one)
  })

  it('a person is fined 200 and not 201', () => {
    expect(on(someone, day, tells(fine(200)))).toBe('')
    expect(on(someone, day, tells(fine(201)))).toContain('200元')
  })

  it('150 of a person are not taken in cash where they are easy to collect later', () => {
    const told = tells(fine(150))
    const cash = (cashGround: string) =>
      decides({ ...fine(150), collection: 'cash', cashGround, receipt: '票0' })
    expect(on(someone, day, told, cash('small'))).toContain('第六十八条')
    expect(on(someone, day, told, cash('hard'))).toBe('')
    expect(on(someone, day, told, cash('remote'))).toBe('')
  })

  it('in 2014 a firm is not fined 1,500, for the limit was 1,000', () => {
    expect(on(scene, '2014-06-03', tells(fine(1_500)))).toContain('1,000元')
    expect(on(scene, '2014-06-03', tells(fine(1_000)))).toBe('')
  })
})

describe('the party', () => {
  it('is told its rights, by two officers with certificates', () => {
    expect(refused(tells({ rightsTold: false }))).toContain('第四十四条')
    expect(refused(tells({ certificates: ['浙执001'] }))).toContain('第四十二条')
  })

  it('is never punished harder than it was told', () => {
    expect(refused(tells({}), decides({ fine: 1_001 }))).toContain('重于已告知')
    expect(refused(tells({}), decides({ fine: 500 }))).toBe('')
  })

  it('is not told anew of more because it has spoken', () => {
    const back: Line = ['lin', 'return', { to: 'handling.telling', reason: '补充' }]
    const spoken = { outcome: 'not-adopted', statement: '不知情' }
    expect(refused(tells(spoken), back, tells({ fine: 2_000 }))).toContain('第四十五条')
    expect(refused(tells({}), back, tells({ fine: 2_000 }))).toBe('')
  })

  it('may refuse to sign, before a witness', () => {
    expect(refused(tells({}), decides({ signature: 'refused' }))).toContain('见证人')
    expect(refused(tells({}), decides({ signature: 'refused', witness: '李某' }))).toBe('')
  })
})

test('what is too grave is filed by the leader, with what is written', () => {
  const play = goes(tells({}), ['lin', 'return', { to: 'handling.telling', reason: '复杂' }])
  play.does(['lin', 'go-ordinary'])
  expect(play.where('handling')).toBe('handling.filing')
  expect(play.context()).toMatchObject({ onTheSpot: false, weighed: false, fine: 0 })
  play.does(['gao', 'approve-filing'])
  expect(play.where('handling')).toBe('handling.investigating')
  expect(play.due('decision')).toBe('2026-05-31')
})

describe('the books', () => {
  it('are told within five days, and the chief hears of it when they are late', () => {
    const play = goes(...onTheSpot())
    expect(play.clock('on-the-spot-filing')).toMatchObject({ due: '2026-03-07' })
    play.does(['until', '2026-03-10'])
    expect(
      play.effects.some(
        (one) =>
          one.kind === 'notice' &&
          one.escalationLevel === 'missed' &&
          one.groups.includes('330802-bureau/section-chief'),
      ),
    ).toBe(true)
    play.does(['lin', 'report-on-the-spot'])
    expect(play.where('reporting')).toBe('reporting.reported')
  })

  it('have the cash within two working days, and the bank within two more', () => {
    const play = goes(...onTheSpot(2))
    expect([play.where('cash'), play.where('payment'), play.where('handling')]).toEqual([
      'cash.held',
      'payment.none',
      'handling.proposing-closing',
    ])
    expect(play.due('cash-handover')).toBe('2026-03-04')
    play.does(['lin', 'hand-in-cash'])
    expect(play.due('bank-remittance')).toBe('2026-03-04')
    play.does(
      ['lin', 'report-on-the-spot'],
      ['chen', 'publish-penalty'],
      ['lin', 'propose-closing'],
    )
    expect(refusal(() => play.does(['gao', 'approve-closing'])).words).toContain('第七十一条')
    play.does(['chen', 'remit-cash'], ['gao', 'approve-closing'])
    expect(play.where('handling')).toBe('handling.closed')
  })

  it('take no cash from the day before it was taken', () => {
    const before: Line = ['lin', 'hand-in-cash', { handedOn: '2026-03-01', cashier: '财务' }]
    expect(refused(...onTheSpot(2), before)).toContain('不得早于')
  })
})
