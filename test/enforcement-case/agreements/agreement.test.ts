// When is a performance agreement made, what does it change of what is owed, and what follows where it is kept (强制法 42)?
import { describe, expect, it } from 'vitest'
import { openStageOf } from '../../../domain/enforcement-case/memory/agreed.ts'
import { remembered } from '../../../domain/enforcement-case/memory/penalties.ts'
import { collections } from '../../../domain/enforcement-case/payments/booking.ts'
import { day, decided, matter, prosecuting, sample } from '../samples.ts'
import {
  acts,
  agreed,
  agreementIn,
  agreementState,
  inArrears,
  inStages,
  owedOn,
  type Play,
  proposed,
  whyNot,
  whyNotDone,
  whyNotProposed,
} from './agreeing.ts'
import { concluded, firstPaid, lastPaid, reduced } from './agreement-samples.ts'

describe('it is proposed', () => {
  it('only while the fine is being enforced: served, demanded, the court not asked', () => {
    const early = prosecuting(matter, day, ['gao', 'approve-filing'])
    expect(whyNotProposed(early)).toContain('没有已生效且待缴的罚款')
    const served = prosecuting(matter, day, ...decided)
    expect(whyNotProposed(served)).toContain('尚未催告')
    const late = prosecuting(matter, day, ...decided, ['until', '2026-03-18'])
    expect(whyNotProposed(late)).toContain('第三十五条')
    const asked = inArrears(['until', '2026-09-10'], ['gao', 'apply-court'])
    expect(whyNotProposed(asked)).toContain('已申请人民法院')
    const remedy = { ...sample('receive-remedy'), filedOn: day, receivedOn: day }
    expect(whyNotProposed(inArrears(['fa', 'receive-remedy', remedy]))).toContain('尚未终结')
    expect(whyNotProposed(inArrears(['gao', 'suspend-enforcement']))).toContain('第三十九条')
    const paid = { amount: 20_000, surcharge: 9_600, paidOn: '2026-04-02', receipt: '票8' }
    expect(whyNotProposed(inArrears(['lin', 'record-payment', paid]))).toContain('待缴的罚款')
  })

  it.each([
    ['less than the fine', { stages: inStages(['2026-04-30', 19_999, 5_000]) }, '罚款本金不得减免'],
    ['more than the fine', { stages: inStages(['2026-04-30', 20_001, 5_000]) }, '罚款本金不得减免'],
    ['more than the surcharge', { waived: 20_000.01 }, '超出加处罚款'],
    ['without remedial measures', { remedial: undefined }, '采取补救措施的方可减免'],
    ['without a reason', { waiveReason: undefined }, '减免理由'],
    ['less than what is left', { waived: 14_999.99 }, '即5,000.01元'],
    [
      'a surcharge not grown yet',
      { stages: inStages(['2026-04-03', 1, 5_000], ['2026-05-29', 19_999]) },
      '第1期',
    ],
    ['with harm', { harmless: false }, '公共利益'],
    ['in the past', { stages: inStages(['2026-04-01', 20_000, 5_000]) }, '不得早于今日'],
    [
      'on a rest day',
      { stages: inStages(['2026-04-30', 10_000, 2_000], ['2026-05-30', 10_000, 3_000]) },
      '第2期履行期限2026-05-30为法定休假日，依法顺延至2026-06-01',
    ],
    [
      'in no order',
      { stages: inStages(['2026-05-29', 10_000, 2_500], ['2026-04-30', 10_000, 2_500]) },
      '依次后延',
    ],
    [
      'too long',
      { stages: inStages(['2026-04-30', 10_000, 2_000], ['2036-04-30', 10_000, 3_000]) },
      '超过五年',
    ],
    [
      'past the court',
      { stages: inStages(['2026-04-30', 10_000, 2_000], ['2026-12-02', 10_000, 3_000]) },
      '不因协议延长',
    ],
  ])('never of %s', (_, data, words) => {
    const play = inArrears()
    expect(whyNotProposed(play, data)).toContain(words)
    expect(play.record().items ?? {}).toEqual({})
  })

  it('past the period of the court only by who says why, and one at a time', () => {
    const rows = inStages(['2026-04-30', 10_000, 2_000], ['2026-12-02', 10_000, 3_000])
    const play = proposed({ stages: rows, windowRisk: '企业已提供担保，风险可控' })
    expect(agreementState(play)).toBe('proposed')
    expect(whyNotProposed(play)).toContain('尚未办结')
  })
})

describe('it is approved and concluded', () => {
  it('by another than who has proposed it, the leader alone', () => {
    const play = proposed()
    expect(whyNot(play, 'lin', 'approve-agreement')).not.toBe('')
    acts(play, 'gao', 'refuse-agreement')
    expect([agreementIn(play), play.context().agreed]).toEqual([undefined, undefined])
  })

  it('binds from its conclusion on, and not where something was paid meanwhile', () => {
    const play = proposed()
    acts(play, 'gao', 'approve-agreement')
    expect([play.context().agreed, owedOn(play, '2026-05-29')]).toEqual([undefined, 20_000])
    const signs = (data: object) =>
      whyNot(play, 'lin', 'conclude-agreement', { ...concluded, ...data })
    expect(signs({ concludedOn: '2026-04-01' })).toContain('签订日期')
    expect(signs({ concludedOn: '2026-04-03' })).toContain('签订日期')
    expect(signs({ signed: [] })).toContain('执行协议书')
    play.does(['lin', 'record-instalment', { amount: 5_000, paidOn: '2026-04-02', receipt: '票5' }])
    expect(whyNot(play, 'lin', 'conclude-agreement')).toContain('罚款本金不得减免')
    acts(play, 'lin', 'drop-agreement')
    expect(agreementIn(play)).toBeUndefined()
  })
})

describe('while it runs', () => {
  it('no court is asked, nothing deferred, suspended or given up, and the case does not end', () => {
    const play = agreed()
    play.does(['until', '2026-04-20'])
    expect(whyNotDone(play, ['gao', 'suspend-enforcement'])).toContain('第四十二条')
    expect(
      whyNotDone(play, ['lin', 'propose-termination', { ground: 'dissolved', findings: '已注销' }]),
    ).toContain('第四十二条')
    play.does(['mao', 'apply-deferral'])
    expect(whyNotDone(play, ['gao', 'grant-deferral'])).toContain('第四十二条')
    play.does(['gao', 'refuse-deferral'], ['until', '2026-09-10'])
    expect(play.where('compulsion')).toBe('compulsion.applying')
    expect(whyNotDone(play, ['gao', 'apply-court'])).toContain('第四十二条')
  })

  it('what is owed is reduced by what was agreed, on whatever day', () => {
    const play = agreed()
    for (const [on, owed] of [
      ['2026-04-02', 0],
      ['2026-04-15', 2_400],
      ['2026-06-01', 5_000],
    ] as const)
      expect([on, owedOn(play, on)]).toEqual([on, owed])
  })

  it('each stage has a period of its own, told before and after', () => {
    const play = agreed()
    expect([play.due('agreement-stage'), play.due('agreement-window')]).toEqual([
      '2026-04-30',
      '2026-12-02',
    ])
    expect(whyNot(play, 'lin', 'confirm-stage')).toContain('尚欠罚款10,000元、加处罚款2,000元')
    expect(whyNot(play, 'lin', 'break-agreement')).toContain('未届满')
    play.does(['until', '2026-04-30'], ['lin', 'record-instalment', firstPaid])
    acts(play, 'lin', 'confirm-stage')
    expect([play.due('agreement-stage'), agreementState(play)]).toEqual(['2026-05-29', 'running'])
    expect(
      play
        .record()
        .obligations.filter(({ clock }) => clock === 'agreement-stage')
        .map(({ status }) => status),
    ).toContain('met')
    play.does(['until', '2026-05-30'])
    expect(agreementState(play)).toBe('overdue')
    const told = play.effects.flatMap((one) =>
      one.kind === 'notice' && one.escalationLevel === 'stage-over' ? one.groups : [],
    )
    expect(told).toContain('330802-bureau/inspector')
  })

  it('a stage that was paid and not yet written down is none that is overdue', () => {
    const play = agreed()
    play.does(
      ['until', '2026-04-30'],
      ['lin', 'record-instalment', firstPaid],
      ['until', '2026-05-04'],
    )
    expect(agreementState(play)).toBe('running')
    expect(whyNot(play, 'lin', 'break-agreement')).toContain('本期已履行')
  })
})

describe('it is performed', () => {
  it('with the last payment: its reduction stays, and the case is closed', () => {
    const play = agreed()
    play.does(['until', '2026-04-30'], ['lin', 'record-instalment', firstPaid])
    acts(play, 'lin', 'confirm-stage')
    expect(whyNot(play, 'lin', 'perform-agreement')).toContain('尚欠罚款10,000元')
    play.does(['until', '2026-05-29'])
    expect(
      whyNotDone(play, ['lin', 'record-payment', { ...lastPaid, surcharge: 2_999 }]),
    ).toContain('3,000元')
    play.does(
      ['lin', 'record-payment', lastPaid],
      ['chen', 'publish-penalty'],
      ['lin', 'propose-closing'],
    )
    expect(whyNotDone(play, ['gao', 'approve-closing'])).toContain('执行协议第1号尚未办结')
    acts(play, 'lin', 'perform-agreement')
    expect(play.context()).toMatchObject({
      agreed: { running: false, waivedFen: 1_500_000 },
      surchargePaid: 5_000,
    })
    play.does(['gao', 'approve-closing'])
    expect(play.record().status).toBe('closed')
  })
})

describe('money that the treasury has taken', () => {
  const on = '2026-04-30'
  const books = (play: Play, yuan: number) =>
    collections.case(
      play.context(),
      { kind: 'payment', amountFen: yuan * 100, on, receipt: '票9' },
      {},
    )

  it('is divided as the stage says; another sum is for an officer, and all of it is the whole', () => {
    const play = agreed()
    expect(books(play, 12_000)).toEqual({
      type: 'record-instalment',
      data: { amount: 10_000, surcharge: 2_000, paidOn: on, receipt: '票9' },
    })
    expect(books(play, 11_999)).toMatchObject({ zh: expect.stringContaining('第1期') })
    expect(books(play, 25_000)).toMatchObject({
      type: 'record-payment',
      data: { amount: 20_000, surcharge: 5_000 },
    })
    expect(openStageOf(remembered(play.context()))).toMatchObject({
      nth: 1,
      fineFen: 1_000_000,
      surchargeFen: 200_000,
    })
  })

  it('in parts of a stage leaves the rest of that stage open', () => {
    const play = agreed()
    play.does(
      ['until', on],
      ['lin', 'record-instalment', { amount: 4_000, paidOn: on, receipt: '票5' }],
    )
    expect(books(play, 8_000)).toMatchObject({
      type: 'record-instalment',
      data: { amount: 6_000, surcharge: 2_000 },
    })
  })
})

it('the party reads what was agreed, and neither why nor who', () => {
  const play = agreed()
  const read = play.facts.filter(
    ({ data, audience }) => data.itemKind === 'agreement' && audience === 'party',
  )
  expect(read.map(({ type }) => type)).toEqual(['approve-agreement', 'conclude-agreement'])
  expect(JSON.stringify(read)).not.toContain(reduced.reason)
})
