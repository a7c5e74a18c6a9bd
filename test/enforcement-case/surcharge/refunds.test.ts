// Does what was paid in vain go back whole and once, whatever is paid, ended or handed over meanwhile (处罚法 48, 73)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { sample } from '../samples.ts'
import {
  changed,
  late,
  paysAll,
  paysPart,
  refundsAsked,
  returned,
  sought,
  stands,
} from './paying.ts'

/** 12,000 of surcharge are on their way back, and 40,000 of the fine are owed. */
const onItsWay = () => {
  const play = late()
  play.does(['until', '2026-02-24'], paysPart('2026-02-24', 10_000, 15_000))
  play.does(['until', '2026-03-03'], sought('2026-02-17', '2026-03-01'), stands('2026-03-03'))
  return play
}

describe('the last payment, while money is on its way back', () => {
  it('asks the treasury for nothing again', () => {
    const play = onItsWay()
    play.does(paysAll('2026-03-03', 40_000))
    expect(refundsAsked(play)).toEqual([1_200_000])
    play.does(returned('2026-03-03', 12_000))
    expect([refundsAsked(play), play.where('handling')]).toEqual([
      [1_200_000],
      'handling.proposing-closing',
    ])
  })

  it('that was made before leaves more over, which goes back after it', () => {
    const play = onItsWay()
    play.does(paysAll('2026-02-15', 40_000))
    expect(play.context()).toMatchObject({ refundDue: 12_000, surchargePaid: 3_000 })
    play.does(returned('2026-03-03', 12_000))
    // 10,000 for two days and 40,000 for one.
    expect(play.context()).toMatchObject({ refundDue: 1_200, surchargePaid: 1_800 })
    expect(play.where('handling')).toBe('handling.refunding')
    expect(refundsAsked(play)).toEqual([1_200_000, 120_000])
    play.does(returned('2026-03-03', 1_200))
    expect([play.where('handling'), play.context().refundDue]).toEqual([
      'handling.proposing-closing',
      null,
    ])
  })
})

it('surcharge paid in parts is added up to the fen', () => {
  const play = late()
  play.does(['until', '2026-02-24'])
  play.does(paysPart('2026-02-24', 1, 0.1), paysPart('2026-02-24', 1, 0.2))
  expect(play.context().surchargePaid).toBe(0.3)
})

const givesUp: Line[] = [
  ['lin', 'propose-termination', { ground: 'dissolved', findings: '企业已注销，无财产' }],
  ['gao', 'terminate-enforcement'],
]

it('what was given up is neither performed again nor asked for once money went back', () => {
  const play = late()
  play.does(['until', '2026-02-24'], paysPart('2026-02-24', 10_000, 15_000), ...givesUp)
  play.does(['until', '2026-03-03'], sought('2026-02-17', '2026-03-01'))
  const before = play.effects.length
  play.does(changed('2026-03-03', 40_000))
  const asked = play.effects.slice(before).flatMap((one) => (one.kind === 'payment' ? one.ask : []))
  expect(asked).toEqual(['refund'])
  play.does(returned('2026-03-03', Number(play.context().refundDue)))
  expect([play.where('handling'), play.context().owed]).toEqual([
    'handling.proposing-closing',
    30_000,
  ])
})

it('money goes back also while the police have the case, and no more than once', () => {
  const play = late()
  play.does(['until', '2026-02-24'], paysAll('2026-02-24', 50_000, 15_000))
  play.does(['gao', 'transfer-punished', sample('transfer-punished')])
  const annuls: Line = ['fa', 'record-annulment', { decidedOn: '2026-02-24', grounds: '证据不足' }]
  const back = returned('2026-02-24', 65_000)
  expect(refusal(() => play.does(back)).words).toContain('没有应退还')
  play.does(sought('2026-02-24', '2026-02-24'), annuls, back)
  expect([play.where('handling'), play.context().refundDue]).toEqual([
    'handling.transferring',
    null,
  ])
  expect(refusal(() => play.does(back)).words).toContain('没有应退还')
})
