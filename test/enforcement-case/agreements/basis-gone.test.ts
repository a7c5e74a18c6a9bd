// Is an agreement whose penalty was changed, annulled, stayed or handed to the police neither found broken nor taken for kept (强制法 42)?
import { expect, it } from 'vitest'
import { collections } from '../../../domain/enforcement-case/payments/booking.ts'
import type { Line } from '../../support/processes/lines.ts'
import { sample } from '../samples.ts'
import { acts, agreed, agreementIn, agreementState, owedOn, whyNot } from './agreeing.ts'

const on = '2026-04-02'
const fought: Line = [
  'fa',
  'receive-remedy',
  { ...sample('receive-remedy'), filedOn: on, receivedOn: on },
]
const changed = (newFine: number): Line => [
  'fa',
  'record-change',
  { ...sample('record-change'), decidedOn: on, newFine },
]
const late: Line = ['until', '2026-05-06']
const annulled: Line = ['fa', 'record-annulment', { ...sample('record-annulment'), decidedOn: on }]
const transferred: Line = ['gao', 'transfer-punished', sample('transfer-punished')]

it.each([
  ['changed', [fought, changed(15_000)]],
  ['annulled', [fought, annulled]],
  ['with the police', [transferred]],
])('where the penalty is %s it is ended, not found broken', (_, lines) => {
  const play = agreed()
  play.does(...lines, late)
  expect(whyNot(play, 'lin', 'break-agreement')).toContain('终止协议')
  expect(whyNot(play, 'lin', 'confirm-stage')).toContain('终止协议')
  acts(play, 'lin', 'end-agreement')
  expect([agreementIn(play), play.context().agreed]).toEqual([undefined, null])
})

it('one that was annulled was not performed', () => {
  const play = agreed()
  play.does(fought, annulled)
  expect(whyNot(play, 'lin', 'perform-agreement')).toContain('终止协议')
})

it('while the penalty is stayed nobody has broken it, and afterwards it may be found', () => {
  const play = agreed()
  play.does(fought, ['fa', 'order-stay'], late)
  expect(whyNot(play, 'lin', 'break-agreement')).toContain('停止执行')
  play.does(['fa', 'lift-stay'])
  expect(whyNot(play, 'lin', 'break-agreement')).toBe('')
})

it('what a changed fine is less by counts as paid by nobody', () => {
  const play = agreed()
  play.does(fought, changed(15_000))
  const money = { kind: 'payment' as const, amountFen: 1_200_000, on, receipt: '票9' }
  expect(collections.case(play.context(), money, {})).toEqual({
    type: 'record-instalment',
    data: { amount: 12_000, paidOn: on, receipt: '票9' },
  })
})

it.each([
  ['changed', [fought, changed(15_000)], [1_500_000]],
  ['with the police', [transferred], [2_000_000]],
])('where the penalty is %s what is owed is asked for once', (_, lines, once) => {
  const play = agreed()
  const before = play.effects.length
  play.does(...lines)
  acts(play, 'lin', 'end-agreement')
  const asked = play.effects
    .slice(before)
    .flatMap((one) => (one.kind === 'payment' && one.ask === 'bill' ? [one.amountFen] : []))
  expect(asked).toEqual(once)
})

it('what was reduced of the old surcharge is owed again of what a change leaves', () => {
  const play = agreed()
  play.does(fought, changed(15_000))
  const due = owedOn(play, '2026-05-06')
  expect(due).toBe(
    owedOn({ ...play, context: () => ({ ...play.context(), agreed: null }) }, '2026-05-06'),
  )
  expect(due).toBeGreaterThan(0)
  // What happens to the agreement afterwards brings nothing back.
  play.does(late)
  expect([agreementState(play), owedOn(play, '2026-05-06')]).toEqual(['overdue', due])
})
