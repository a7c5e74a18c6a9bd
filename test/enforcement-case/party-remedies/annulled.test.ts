// What is left of the penalty of a person that was annulled, and what goes back to him?
import { describe, expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import {
  beforeCourt,
  contextOf,
  demanded,
  onParty,
  onRemedy,
  type Play,
  seeks,
  servedPerson,
  stateOf,
  whyNot,
} from './pursuing.ts'

const papers = ['00000000-0000-4000-8000-000000000001']

const finesOf = (play: Play) => play.context().fines

describe('an annulment', () => {
  test('leaves nothing to be demanded, and he can be named again', () => {
    const play = demanded()
    const on = '2026-03-18'
    seeks(play, { filedOn: on, receivedOn: on })
    onRemedy(play, ['fa', 'record-party-annulment', { decidedOn: on, grounds: '证据不足' }])
    expect([stateOf(play, 'party-remedy'), contextOf(play).owed]).toEqual(['', 0])
    const pays = { amount: 8_000, paidOn: on, receiptNumber: '票6' }
    expect(whyNot(() => onParty(play, ['lin', 'record-party-payment', pays]))).toContain('没有待缴')
    onParty(play, ['lin', 'relieve-party', { reason: '处罚决定被撤销' }])
    expect(play.context().fines).toMatchObject([{ annulled: true, isOpen: false }])
    expect(whyNot(() => seeks(play))).toContain('没有已送达个人且有效')
    play.does(['lin', 'name-party'])
    expect(stateOf(play, 'party')).toBe('named')
  })

  test('returns all that was paid, the surcharge among it', () => {
    const play = demanded()
    const on = '2026-03-20'
    play.does(['until', on])
    onParty(play, [
      'lin',
      'record-party-payment',
      { amount: 8_000, surcharge: 720, paidOn: on, receiptNumber: '票7' },
    ])
    seeks(play, { filedOn: on, receivedOn: on })
    onRemedy(play, ['fa', 'record-party-annulment', { decidedOn: on, grounds: '证据不足' }])
    expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 8_720, leftToPay: 0 })
  })
})

test('what the court has brought in is returned should the penalty be annulled after all', () => {
  const play = beforeCourt()
  const on = '2026-09-03'
  const ends = (enforced?: number) => () =>
    onParty(play, [
      'gao',
      'end-party-enforcement',
      {
        ground: 'court-enforced',
        findings: '划拨',
        papers,
        ...(enforced === undefined ? {} : { enforced, enforcedSurcharge: 240 }),
      },
    ])
  expect(whyNot(ends())).not.toBe('')
  expect(whyNot(ends(8_001))).toContain('8,000元')
  ends(8_000)()
  expect(finesOf(play)).toMatchObject([{ owed: 0, surchargePaid: 240, isOpen: false }])
  seeks(play, { filedOn: on, receivedOn: on })
  onRemedy(play, ['fa', 'record-party-annulment', { decidedOn: on, grounds: '证据不足' }])
  expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 8_240 })
})

test('what is offered first is never a demand of nothing', () => {
  const usual = enforcementCase.items?.find(({ kind }) => kind === 'party')?.usual ?? {}
  const offered = (task: string, context: object) => {
    const acts = usual[task]
    return typeof acts === 'function' ? acts({ snapshot: { context } } as never) : acts
  }
  for (const task of ['serve-party-demand', 'enforce-party']) {
    expect(offered(task, { owed: 0, demandedOn: null })).toEqual(['relieve-party'])
    expect(offered(task, { owed: 1, demandedOn: null })).toEqual(['demand-party'])
  }
  expect(offered('enforce-party', { owed: 1, demandedOn: '2026-03-18' })).toEqual([
    'record-party-payment',
  ])
})

test('a fine that was annulled does not fall due', () => {
  const play = servedPerson()
  seeks(play)
  onRemedy(play, ['fa', 'record-party-annulment'])
  play.does(['until', '2026-03-19'])
  expect(stateOf(play, 'party')).toBe('paying')
})
