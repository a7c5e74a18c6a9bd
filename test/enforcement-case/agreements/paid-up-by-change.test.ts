// Does the surcharge of stages go back where a changed fine leaves nothing to be paid (强制法 42, 处罚法 48)?
import { expect, it } from 'vitest'
import { sample } from '../samples.ts'
import { acts, agreed } from './agreeing.ts'
import { firstPaid } from './agreement-samples.ts'

it('a lighter fine that the first stage has paid is settled at once', () => {
  const play = agreed()
  const on = '2026-04-30'
  play.does(['until', on], ['lin', 'record-instalment', firstPaid])
  acts(play, 'lin', 'confirm-stage')
  // Its surcharge has reached 500, less than what was reduced.
  play.does(['fa', 'receive-remedy', { ...sample('receive-remedy'), filedOn: on, receivedOn: on }])
  play.does(['fa', 'record-change', { ...sample('record-change'), decidedOn: on, newFine: 500 }])
  expect(play.context()).toMatchObject({ owed: 0, surchargePaid: 0, refundDue: 9_500 + 2_000 })
  play.does([
    'lin',
    'record-refund',
    { ...sample('record-refund'), refunded: 11_500, refundedOn: on },
  ])
  acts(play, 'lin', 'end-agreement')
  expect([play.context().refundDue, play.context().agreed]).toEqual([null, null])
})
