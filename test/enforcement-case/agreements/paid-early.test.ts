// Is nobody found to have broken a performance agreement, or asked for more than is missing, who has paid early or all at once (强制法 42)?
import { expect, it } from 'vitest'
import { collections } from '../../../domain/enforcement-case/payments/booking.ts'
import { acts, agreed, agreementState, owedOn, type Play, whyNot } from './agreeing.ts'
import { firstPaid, reduced } from './agreement-samples.ts'

const asked = (play: Play) =>
  play.effects.flatMap((one) => (one.kind === 'payment' ? [one.amountFen] : []))

/** Money of the treasury, booked by the act that it says. */
const takes = (play: Play, amountFen: number, on: string): unknown => {
  const money = { kind: 'payment' as const, amountFen, on, receipt: '票9' }
  const booked = collections.case(play.context(), money, {})
  if (!('type' in booked)) return booked
  play.does(['lin', booked.type, booked.data])
  return booked
}

it('all that was owed was paid before the first stage: no stage is overdue and nothing broken', () => {
  const play = agreed()
  play.does(
    ['until', '2026-04-03'],
    ['lin', 'record-payment', { amount: 20_000, paidOn: '2026-04-03', receipt: '票5' }],
    ['until', '2026-05-06'],
  )
  expect(agreementState(play)).toBe('running')
  expect(whyNot(play, 'lin', 'break-agreement')).toContain('已履行')
  expect(whyNot(play, 'lin', 'confirm-stage')).toContain('履行完毕')
  acts(play, 'lin', 'perform-agreement')
  expect([play.context().agreed, asked(play)]).toMatchObject([
    { running: false },
    [2_000_000, 1_200_000],
  ])
})

it('the sum of a stage that comes before its surcharge has grown keeps the stage', () => {
  const play = agreed()
  play.does(['until', '2026-04-03'])
  expect(owedOn(play, '2026-04-03')).toBe(0)
  expect(takes(play, 1_200_000, '2026-04-03')).toMatchObject({ data: { amount: 12_000 } })
  acts(play, 'lin', 'confirm-stage')
  play.does(['until', '2026-05-29'])
  expect([play.context().owed, owedOn(play, '2026-05-29'), asked(play).at(-1)]).toEqual([
    8_000, 0, 800_000,
  ])
  expect(takes(play, 800_000, '2026-05-29')).toMatchObject({ type: 'record-payment' })
  acts(play, 'lin', 'perform-agreement')
  expect(play.context()).toMatchObject({ owed: 0, agreed: { running: false } })
})

it('of the surcharge as much is taken as has grown, the rest in whole yuan of the fine', () => {
  const [first, last] = reduced.stages
  const play = agreed({ stages: [{ ...first, surcharge: 8_000 }, last], waived: 9_000 })
  play.does(['until', '2026-04-03'])
  expect(owedOn(play, '2026-04-03')).toBe(1_200)
  expect(takes(play, 1_800_000, '2026-04-03')).toMatchObject({
    data: { amount: 16_800, surcharge: 1_200 },
  })
  expect(whyNot(play, 'lin', 'confirm-stage')).toBe('')
})

it('the code of the next stage asks for what is missing of it', () => {
  const play = agreed()
  play.does(['until', '2026-04-30'], ['lin', 'record-instalment', { ...firstPaid, amount: 15_000 }])
  acts(play, 'lin', 'confirm-stage')
  expect(asked(play).at(-1)).toBe(800_000)
})

it('of the last stage all of the fine is missing, however much surcharge was paid', () => {
  const play = agreed()
  play.does(['until', '2026-04-30'], ['lin', 'record-instalment', firstPaid])
  acts(play, 'lin', 'confirm-stage')
  play.does(
    ['until', '2026-05-29'],
    [
      'lin',
      'record-instalment',
      { ...firstPaid, amount: 9_999, paidOn: '2026-05-29', surcharge: 3_000 },
    ],
    ['until', '2026-06-01'],
  )
  expect(agreementState(play)).toBe('overdue')
  expect(whyNot(play, 'lin', 'perform-agreement')).toContain('尚欠罚款1元')
  expect(whyNot(play, 'lin', 'break-agreement')).toBe('')
})
