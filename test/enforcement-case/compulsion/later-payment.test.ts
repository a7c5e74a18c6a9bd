// May a fine be paid later once it was demanded, or once the court was asked to enforce it (处罚法 66, 强制法 53)?
import { expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, prosecuting, sample } from '../samples.ts'

const asks: Line = ['mao', 'apply-deferral']
const grants: Line = ['gao', 'grant-deferral']
const unpaid = () => prosecuting(matter, day, ...decided, ...demanded)

it('after the demand was served it may be granted, and it is demanded anew once it is late again', () => {
  const play = unpaid()
  play.does(asks, grants)
  expect(play.where('compulsion')).toBe('compulsion.none')
  expect(play.context()).toMatchObject({
    demandedOn: null,
    demandServedOn: null,
    deferredTo: '2026-12-01',
    courtFrom: '2026-12-01',
  })
  play.does(['until', '2026-12-02'])
  expect(play.where('compulsion')).toBe('compulsion.demanding')
  play.does(['lin', 'issue-demand'], ['lin', 'serve-demand', sample('serve-demand', 1)])
  expect(play.where('compulsion')).toBe('compulsion.demanded')
})

it('once the court was asked it is refused, and the court goes on', () => {
  const play = unpaid()
  play.does(['until', '2026-09-10'], ['gao', 'apply-court'], asks)
  expect(refusal(() => play.does(grants)).words).toContain('第五十三条')
  expect([play.where('compulsion'), play.context().courtAsked]).toEqual([
    'compulsion.applied',
    true,
  ])
  play.does(['gao', 'refuse-deferral'])
  expect(play.where('payment')).toBe('payment.owed')
})
