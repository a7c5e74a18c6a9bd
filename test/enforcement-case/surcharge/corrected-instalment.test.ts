// What is owed where an instalment was mistyped, and is corrected by two people (更正)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { late, owesOn, paysAll, paysPart, sought, stands } from './paying.ts'

type Play = ReturnType<typeof late>
type Told = { seq?: number; by?: string | null; latest?: boolean }

/** The instalment of that sum; `by`: null, told by the treasury itself. */
const correct = (
  play: Play,
  amount: number,
  [field, value]: [string, string],
  { by = 'lin', latest = true }: Told = {},
) => {
  const at = play.facts.findLastIndex(({ data }) => data.amount === amount)
  const fact = play.facts[at]
  if (!fact) throw new Error('no such payment')
  const { type, data } = fact
  const seq = at + 2
  const lookedUp = { people: [], fact: { seq, type, data, actor: by, latest } }
  play.act(actor('lin'), 'request-correction', { seq, field, value, reason: '笔误' }, { lookedUp })
  play.act(actor('chen'), 'approve-correction', { seq }, { lookedUp })
}
const paid = () => {
  const play = late()
  play.does(['until', '2026-02-20'], paysPart('2026-02-20', 5_000))
  return play
}

describe('an instalment', () => {
  it('of another sum is owed for, and its surcharge grows, as if it had been right at once', () => {
    const [play, right] = [paid(), late()]
    correct(play, 5_000, ['amount', '500'])
    right.does(['until', '2026-02-20'], paysPart('2026-02-20', 500))
    expect(play.context()).toMatchObject({ owed: 49_500 })
    expect(play.context().paidParts).toEqual(right.context().paidParts)
    expect(owesOn(play, '2026-03-01')).toBe(owesOn(right, '2026-03-01'))
  })

  it('of another day costs until that day', () => {
    const play = paid()
    const before = owesOn(play, '2026-02-20')
    correct(play, 5_000, ['paidOn', '2026-02-18'])
    // 3 % of 5,000 on two days fewer.
    expect(owesOn(play, '2026-02-20')).toBe(before - 300)
  })

  it('that is not the latest is corrected as well, and each by itself', () => {
    const play = paid()
    play.does(paysPart('2026-02-20', 7_000))
    correct(play, 5_000, ['amount', '500'], { latest: false })
    expect(play.context()).toMatchObject({
      owed: 42_500,
      paidParts: [{ on: '2026-02-20', fine: 7_500 }],
    })
  })

  it('keeps its other words as they are corrected', () => {
    const play = paid()
    const before = play.context()
    correct(play, 5_000, ['receipt', '票号改正'])
    expect(play.context()).toEqual(before)
    expect(play.record().data['record-instalment']).toMatchObject({ receipt: '票号改正' })
  })

  it.each([
    ['that would pay all', ['amount', '50000'] as const, {}, '不能更正'],
    ['before the decision', ['paidOn', '2025-12-01'] as const, {}, '不得早于'],
    ['that the treasury has told of', ['amount', '500'] as const, { by: null }, '不能更正'],
  ])('%s is refused, and nothing changes', (_, [field, value], told, words) => {
    const play = paid()
    const before = play.context()
    expect(refusal(() => correct(play, 5_000, [field, value], told)).words).toContain(words)
    expect(play.context()).toEqual(before)
  })

  it('is refused once all is paid', () => {
    const play = paid()
    play.does(paysAll('2026-02-20', 45_000, owesOn(play, '2026-02-20')))
    expect(refusal(() => correct(play, 5_000, ['amount', '500'], { latest: false })).code).toBe(
      'not-possible-now',
    )
    expect(refusal(() => correct(play, 45_000, ['amount', '44000'])).code).toBe('not-possible-now')
    expect(refusal(() => correct(play, 45_000, ['receipt', '票号改正'])).code).toBe('none')
  })
})

describe('a full payment that was recorded by mistake', () => {
  it('is of another day, as long as that costs the same', () => {
    const play = late()
    play.does(['until', '2026-02-10'], paysPart('2026-02-10', 5_000))
    play.does(paysAll('2026-02-10', 45_000))
    correct(play, 45_000, ['paidOn', '2026-02-09'])
    expect(play.context()).toMatchObject({
      owed: 0,
      refundDue: null,
      paidParts: [
        { on: '2026-02-09', fine: 45_000 },
        { on: '2026-02-10', fine: 5_000 },
      ],
    })
    expect(play.record().data['record-payment']).toMatchObject({ paidOn: '2026-02-09' })
  })

  it('is not, where that day costs more or less, or the treasury has told of it', () => {
    const play = late()
    play.does(['until', '2026-02-20'])
    play.does(paysAll('2026-02-20', 50_000, owesOn(play, '2026-02-20')))
    const before = play.context()
    for (const day of ['2026-02-19', '2026-02-10'])
      expect([day, refusal(() => correct(play, 50_000, ['paidOn', day])).code]).not.toEqual([
        day,
        'none',
      ])
    const inTime = late()
    inTime.does(['until', '2026-02-10'], paysAll('2026-02-10', 50_000))
    const told = () => correct(inTime, 50_000, ['paidOn', '2026-02-09'], { by: null })
    expect(refusal(told).code).toBe('not-possible-now')
    expect(play.context()).toEqual(before)
  })

  it('is taken back, since the treasury was asked for nothing', () => {
    const play = paid()
    const before = play.context()
    play.does(paysAll('2026-02-20', 45_000, owesOn(play, '2026-02-20')))
    expect(play.where('handling')).toBe('handling.proposing-closing')
    play.does(['lin', 'take-back', { reason: '登记错案' }])
    expect([play.where('handling'), play.where('payment')]).toEqual([
      'handling.performing',
      'payment.owed',
    ])
    expect(play.context()).toEqual(before)
  })

  it('stays where the treasury was asked to return something', () => {
    const play = late()
    play.does(['until', '2026-02-24'], paysPart('2026-02-24', 10_000, 15_000))
    play.does(sought('2026-02-17', '2026-02-24'), stands('2026-02-24'))
    expect(refusal(() => play.does(['fa', 'take-back', { reason: '有误' }])).code).toBe(
      'not-allowed',
    )
  })
})
