// What follows where a performance agreement is broken, or where what it rests on is gone (强制法 42)?
import { describe, expect, it } from 'vitest'
import type { Line } from '../../support/processes/lines.ts'
import { sample } from '../samples.ts'
import {
  acts,
  agreed,
  agreementState,
  inStages,
  owedOn,
  proposed,
  whyNot,
  whyNotDone,
  whyNotProposed,
} from './agreeing.ts'
import { firstPaid, lastPaid } from './agreement-samples.ts'

describe('it is broken', () => {
  it('what was reduced stands again, and the court is asked in its three months', () => {
    const play = agreed()
    play.does(['until', '2026-05-06'])
    expect(agreementState(play)).toBe('overdue')
    acts(play, 'lin', 'break-agreement')
    expect([play.context().agreed, owedOn(play, '2026-05-06')]).toEqual([null, 20_000])
    expect(
      play.effects.flatMap((one) => (one.kind === 'payment' ? [[one.amountFen, one.item]] : [])),
    ).toEqual([
      [2_000_000, null],
      [1_200_000, null],
      [2_000_000, null],
    ])
    play.does(['until', '2026-09-10'], ['gao', 'apply-court'])
    expect(play.where('compulsion')).toBe('compulsion.applied')
  })

  it('not by who pays late before anybody has found it', () => {
    const play = agreed()
    play.does(
      ['until', '2026-05-06'],
      ['lin', 'record-instalment', { ...firstPaid, paidOn: '2026-05-06' }],
    )
    expect(whyNot(play, 'lin', 'break-agreement')).toContain('本期已履行')
    acts(play, 'lin', 'confirm-stage')
    expect(agreementState(play)).toBe('running')
  })

  it('the period of the court is not longer for it, and all hear of its end before', () => {
    const rows = inStages(['2026-04-30', 10_000, 2_000], ['2026-12-31', 10_000, 3_000])
    const play = agreed({ stages: rows, windowRisk: '已提供担保' })
    play.does(['until', '2026-04-30'], ['lin', 'record-instalment', firstPaid])
    acts(play, 'lin', 'confirm-stage')
    play.does(['until', '2026-11-02'])
    const window = play.clock('agreement-window')?.id
    const warned = play.effects.flatMap((one) =>
      one.kind === 'notice' && one.obligation === window && one.escalationLevel === 'warning'
        ? one.groups
        : [],
    )
    expect(warned).toContain('330802-bureau/leader')
    play.does(['until', '2026-12-04'])
    expect(play.where('compulsion')).toBe('compulsion.lapsed')
  })
})

describe('an end of the enforcement that was proposed', () => {
  const ends: Line = ['lin', 'propose-termination', { ground: 'dissolved', findings: '已注销' }]
  it('before it was concluded is not decided while it runs', () => {
    const play = proposed()
    acts(play, 'gao', 'approve-agreement')
    play.does(ends)
    acts(play, 'lin', 'conclude-agreement')
    expect(whyNotDone(play, ['gao', 'terminate-enforcement'])).toContain('第四十二条')
  })

  it('keeps nobody from paying what was agreed', () => {
    const play = proposed()
    acts(play, 'gao', 'approve-agreement')
    play.does(ends)
    acts(play, 'lin', 'conclude-agreement')
    play.does(['until', '2026-04-30'], ['gao', 'record-instalment', firstPaid])
    acts(play, 'lin', 'confirm-stage')
    play.does(['until', '2026-05-29'], ['gao', 'record-payment', lastPaid])
    acts(play, 'lin', 'perform-agreement')
    expect(play.where('handling')).toBe('handling.proposing-closing')
  })

  it('and decided leaves nothing to conclude or propose', () => {
    const play = proposed()
    acts(play, 'gao', 'approve-agreement')
    play.does(ends, ['gao', 'terminate-enforcement'])
    expect(whyNot(play, 'lin', 'conclude-agreement')).toContain('已终结执行')
    acts(play, 'lin', 'drop-agreement')
    expect(whyNotProposed(play)).toContain('已终结执行')
  })
})

it('who performs an agreement is not proposed for the list of those who refuse to', () => {
  const play = agreed()
  expect(whyNotDone(play, ['lin', 'propose-listing'])).toContain('执行协议正在履行')
  const grave = { ...(sample('propose-listing') as object), listingGround: 'grave' }
  expect(whyNotDone(play, ['lin', 'propose-listing', grave])).toBe('')
  const broken = agreed()
  broken.does(['until', '2026-05-06'])
  acts(broken, 'lin', 'break-agreement')
  expect(whyNotDone(broken, ['lin', 'propose-listing'])).toBe('')
})

it('ends without a breach only where its basis is gone', () => {
  const play = agreed()
  expect(whyNot(play, 'lin', 'end-agreement')).toContain('应当履行')
  const remedy = { ...sample('receive-remedy'), filedOn: '2026-04-02', receivedOn: '2026-04-02' }
  play.does(
    ['fa', 'receive-remedy', remedy],
    [
      'fa',
      'record-change',
      { ...sample('record-change'), decidedOn: '2026-04-02', newFine: 15_000 },
    ],
  )
  acts(play, 'lin', 'end-agreement')
  expect(play.context()).toMatchObject({ agreed: null, owed: 15_000 })
})
