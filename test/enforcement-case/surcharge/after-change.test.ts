// What is still demanded of an enterprise, and what is it told, once a remedy has changed its fine (强制法 54, 处罚法 67)?
import { describe, expect, test } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { sample } from '../samples.ts'
import { changed, late, owesOn, paysAll, paysPart, returned, sought } from './paying.ts'

const told = ({ effects }: ReturnType<typeof late>): string[] =>
  effects.flatMap((one) => (one.kind === 'notice' ? [one.about] : []))

test('nobody is told of lateness where nothing is left to be paid', () => {
  const play = late()
  const on = '2026-02-05'
  play.does(['until', on], paysPart(on, 20_000), sought(on, on), changed(on, 15_000))
  // Neither is anybody asked to pay.
  expect(play.where('payment')).toBe('payment.settled')
  play.does(returned(on, 5_000), ['until', '2026-03-25'])
  expect(told(play)).not.toContain('payment-overdue')
  expect(play.where('compulsion')).toBe('compulsion.settled')
})

test('what is left of it falls due on the same day', () => {
  const play = late()
  const on = '2026-02-05'
  play.does(['until', on], paysPart(on, 20_000), sought(on, on), changed(on, 30_000))
  expect([play.due('payment'), play.where('payment')]).toEqual(['2026-02-14', 'payment.owed'])
  play.does(['until', '2026-02-16'])
  expect(play.where('compulsion')).toBe('compulsion.demanding')
})

test.each(['issued', 'served', 'over'])('what was demanded before is demanded anew: %s', (step) => {
  const play = late()
  const on = '2026-03-06'
  play.does(['until', on], ['lin', 'issue-demand'])
  const service = { ...sample('serve-demand'), servedOn: on }
  if (step !== 'issued') play.does(['lin', 'serve-demand', service])
  const then = step === 'over' ? '2026-03-25' : on
  play.does(['until', then], sought(then, then), changed(then, 20_000))
  expect([play.where('compulsion'), play.context().demandServedOn]).toEqual([
    'compulsion.demanding',
    null,
  ])
  expect(play.clock('demand')?.status).not.toBe('running')
})

test('upheld, what was demanded stands', () => {
  const play = late()
  const on = '2026-03-06'
  play.does(['until', on], ['lin', 'issue-demand'], sought(on, on))
  play.does(['fa', 'record-upheld', { outcome: 'upheld', decidedOn: on, grounds: '理由' }])
  expect(play.where('compulsion')).toBe('compulsion.serving-demand')
})

describe('a change that leaves the fine paid, and not what it has cost', () => {
  const [on, then] = ['2026-02-24', '2026-02-25']
  /** 20,000 paid ten days late, which has cost 6,000; `paid`: so much of that. */
  const exactly = (newFine: number, paid = 0) => {
    const play = late()
    play.does(['until', on], paysPart(on, 20_000, paid))
    play.does(['until', then], sought(then, then), changed(then, newFine))
    return play
  }
  const pays = (surcharge: number) => paysAll(then, 0, surcharge)

  test('leaves the surcharge to be paid, and no more', () => {
    const play = exactly(20_000)
    expect(play.context()).toMatchObject({ owed: 0, surchargeLeft: 6_000 })
    expect([play.where('payment'), play.where('compulsion')]).toEqual([
      'payment.owed',
      'compulsion.demanding',
    ])
    const asked = play.effects.flatMap((one) => (one.kind === 'payment' ? [one] : []))
    expect(asked.at(-1)).toMatchObject({ ask: 'bill', amountFen: 600_000 })
    expect(refusal(() => play.does(['lin', 'record-performance'])).words).toContain('6,000元')
    expect(refusal(() => play.does(pays(5_999))).words).toContain('6,000元')
    play.does(['until', '2026-03-05'])
    expect(owesOn(play, '2026-03-05')).toBe(6_000)
    play.does(pays(6_000))
    expect(play.context()).toMatchObject({ owed: 0, surchargeLeft: 0, surchargePaid: 6_000 })
    expect([play.where('payment'), play.where('handling')]).toEqual([
      'payment.settled',
      'handling.proposing-closing',
    ])
  })

  test('leaves what was paid of it out', () => {
    expect(exactly(20_000, 2_000).context()).toMatchObject({ surchargeLeft: 4_000 })
    const play = exactly(20_000, 6_000)
    expect(play.context()).toMatchObject({ surchargeLeft: 0 })
    expect(play.where('payment')).toBe('payment.settled')
  })

  test('returns what was paid above it all the same', () => {
    const play = exactly(15_000)
    expect(play.context()).toMatchObject({ refundDue: 5_000, surchargeLeft: 4_500 })
    play.does(returned(then, 5_000))
    expect(play.where('handling')).toBe('handling.performing')
    play.does(pays(4_500))
    expect(play.where('handling')).toBe('handling.proposing-closing')
  })

  test('is demanded and enforced like the fine', () => {
    const play = exactly(20_000)
    play.does(['lin', 'issue-demand'])
    expect(play.where('compulsion')).toBe('compulsion.serving-demand')
  })
})
