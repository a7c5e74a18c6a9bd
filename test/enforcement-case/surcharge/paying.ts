// How is a fine of 50,000 yuan paid, fought over and returned in memory, each on its day?
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import { remembered } from '../../../domain/enforcement-case/memory/penalties.ts'
import type { Line } from '../../support/processes/lines.ts'
import { fined, sample } from '../samples.ts'

/** 50,000 yuan served on 2026-01-30: late from 2026-02-15 on, 1,500 a day. */
export const late = () => fined('2026-01-30')
const pays =
  (type: 'record-payment' | 'record-instalment') =>
  (paidOn: string, amount: number, surcharge = 0): Line => [
    'lin',
    type,
    { amount, paidOn, receipt: `票${paidOn}`, ...(surcharge > 0 ? { surcharge } : {}) },
  ]
export const paysAll = pays('record-payment')
export const paysPart = pays('record-instalment')
export const sought = (filedOn: string, receivedOn: string): Line => [
  'fa',
  'receive-remedy',
  { ...sample('receive-remedy'), filedOn, receivedOn },
]
export const stands = (decidedOn: string, outcome = 'upheld'): Line => [
  'fa',
  'record-upheld',
  { outcome, decidedOn, grounds: '理由' },
]
export const changed = (decidedOn: string, newFine: number): Line => [
  'fa',
  'record-change',
  { decidedOn, newFine, grounds: '理由' },
]
export const returned = (refundedOn: string, refunded: number): Line => [
  'lin',
  'record-refund',
  { ...sample('record-refund'), refunded, refundedOn },
]
export const owesOn = (play: ReturnType<typeof late>, on: string): number =>
  surchargeOwed(remembered(play.context()), on, {})

/** What the treasury was asked for, in fen. */
export const refundsAsked = ({ effects }: Pick<ReturnType<typeof late>, 'effects'>): number[] =>
  effects.flatMap((one) => (one.kind === 'payment' && one.ask === 'refund' ? [one.amountFen] : []))
