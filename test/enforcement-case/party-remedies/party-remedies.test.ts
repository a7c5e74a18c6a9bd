// What becomes of the penalty of a person when he seeks reconsideration or sues, whether he has paid or not?
import { describe, expect, test } from 'vitest'
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import type { PartyContext } from '../../../domain/enforcement-case/parties/party-context.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { day, sample } from '../samples.ts'
import { litigation, partyRemedySamples } from './party-remedy-samples.ts'
import {
  clockOf,
  contextOf,
  decidedOn,
  demanded,
  itemOf,
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
const lateOn = (play: Play, on: string): number =>
  surchargeOwed(contextOf(play) as PartyContext, on, {})
const paidUp = (): Play => {
  const play = servedPerson()
  onParty(play, ['lin', 'record-party-payment'])
  return play
}

describe('a remedy of a person', () => {
  test('is recorded of a decision that was served on him, with days in their order', () => {
    expect(whyNot(() => seeks(decidedOn()))).toContain('没有已送达个人且有效')
    expect(whyNot(() => seeks(servedPerson(), { represents: 2 }))).toContain('没有已送达且有效')
    expect(whyNot(() => seeks(servedPerson(), { filedOn: '2026-03-01' }))).toContain(
      '不得早于2026-03-02',
    )
    expect(whyNot(() => seeks(servedPerson(), { receivedOn: '2026-03-03' }))).toContain(
      '不得晚于今日',
    )
    const play = servedPerson()
    expect(whyNot(() => play.does(['lin', 'receive-party-remedy']))).not.toBe('')
    seeks(play)
    expect([stateOf(play, 'party-remedy'), contextOf(play).pendingSince]).toEqual([
      'answering',
      day,
    ])
  })

  test('is sought once at a time; an action may follow before the money of the change is back', () => {
    const play = paidUp()
    seeks(play)
    expect(whyNot(() => seeks(play))).toContain('尚未终结')
    onRemedy(play, ['fa', 'record-party-change'])
    play.does(['until', '2026-03-05'])
    const early = { ...litigation, filedOn: '2026-03-01', receivedOn: '2026-03-05' }
    expect(whyNot(() => seeks(play, early))).toContain('不得早于2026-03-02')
    seeks(play, { ...litigation, filedOn: '2026-03-04', receivedOn: '2026-03-05' })
    expect(finesOf(play)).toMatchObject([{ imposed: 6_000, pendingSince: '2026-03-04' }])
    const refunds = { ...sample('record-party-refund'), refundedOn: '2026-03-05' }
    onRemedy(play, ['lin', 'record-party-refund', refunds])
    expect(finesOf(play)).toMatchObject([{ imposed: 6_000, pendingSince: '2026-03-04' }])
    onRemedy(play, ['fa', 'record-party-annulment', { decidedOn: '2026-03-05', grounds: '无据' }])
    expect(contextOf(play, 'party-remedy')).toMatchObject({ refundDue: 6_000 })
    expect(finesOf(play)).toMatchObject([
      { annulled: true, lastRemedy: { kind: 'litigation', on: '2026-03-05' } },
    ])
  })

  test('is answered in ten working days, before the court in fifteen days', () => {
    const play = servedPerson()
    seeks(play)
    expect(clockOf(play, 'party-reconsideration-answer')?.due).toBe('2026-03-16')
    expect(clockOf(play, 'party-litigation-answer')).toBeUndefined()
    onRemedy(play, ['fa', 'file-party-answer'])
    expect([
      stateOf(play, 'party-remedy'),
      clockOf(play, 'party-reconsideration-answer')?.status,
    ]).toEqual(['pending', 'met'])
    const sued = servedPerson()
    seeks(sued, litigation)
    expect(clockOf(sued, 'party-litigation-answer')?.due).toBe('2026-03-17')
  })

  test('keeps the case open, and names itself', () => {
    const play = paidUp()
    seeks(play)
    play.does(
      ['lin', 'notify-penalty'],
      ['lin', 'serve-notice'],
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['lin', 'weigh-defence'],
      ['gao', 'decide-penalty'],
      ['lin', 'serve-decision'],
      ['lin', 'record-payment'],
      ['chen', 'publish-penalty'],
      ['lin', 'propose-closing'],
    )
    const closes = () => play.does(['gao', 'approve-closing'])
    expect(whyNot(closes)).toContain('个人的复议、诉讼第1号尚未办结')
    onRemedy(play, ['fa', 'record-party-upheld'])
    closes()
    expect(play.record().status).toBe('closed')
    // 复议法 20, 行诉法 46: he may sue in the months after it.
    play.does(['chen', 'reopen', { reason: '个人起诉' }])
    seeks(play, litigation)
    expect(stateOf(play, 'party-remedy')).toBe('answering')
  })
})

describe('while it is pending', () => {
  test('no surcharge grows from the application to the decision, both days left out', () => {
    const play = demanded()
    play.does(['until', '2026-03-20'])
    const before = lateOn(play, '2026-03-20')
    expect(before).toBe(720)
    seeks(play, { filedOn: '2026-03-20', receivedOn: '2026-03-20' })
    play.does(['until', '2026-04-10'])
    // Late from 03-18 on: two days until the application.
    expect(lateOn(play, '2026-04-10')).toBe(480)
    onRemedy(play, [
      'fa',
      'record-party-upheld',
      { outcome: 'withdrawn', decidedOn: '2026-04-10', grounds: '撤回' },
    ])
    expect([lateOn(play, '2026-04-10'), lateOn(play, '2026-04-12')]).toEqual([480, 960])
    expect(contextOf(play)).toMatchObject({ remedyDecidedOn: null, pendingSince: null })
  })

  test('nothing is enforced, and nothing is demanded where it is stayed', () => {
    const play = servedPerson()
    play.does(['until', '2026-03-18'])
    seeks(play, { filedOn: '2026-03-18', receivedOn: '2026-03-18' })
    const demands = () => onParty(play, ['lin', 'demand-party'])
    onRemedy(play, ['fa', 'order-party-stay'])
    expect(whyNot(demands)).toContain('停止执行期间')
    expect(whyNot(() => onRemedy(play, ['fa', 'order-party-stay']))).toContain('已停止')
    onRemedy(play, ['fa', 'lift-party-stay'])
    demands()
    onParty(play, ['lin', 'serve-party-demand'])
    const ends = (ground: string) => () =>
      onParty(play, ['gao', 'end-party-enforcement', { ground, findings: '情况', papers }])
    expect(whyNot(ends('court-refused'))).toContain('第五十三条')
    ends('dead')()
    expect(itemOf(play, 'party')).toBeUndefined()
  })
})

describe('a change', () => {
  test('is lighter, and leaves the rest to be paid under a code of its own', () => {
    const play = servedPerson()
    onParty(play, ['lin', 'record-party-instalment'])
    seeks(play)
    const changes = (newFine: number) => () =>
      onRemedy(play, ['fa', 'record-party-change', { ...sample('record-party-change'), newFine }])
    expect(whyNot(changes(8_000))).toContain('第六十三条')
    changes(6_000)()
    expect(contextOf(play)).toMatchObject({ imposed: 6_000, owed: 3_000, pendingSince: null })
    expect(finesOf(play)).toMatchObject([{ imposed: 6_000, owed: 3_000, pendingSince: null }])
    const no = itemOf(play, 'party')?.no
    const codes = play.effects.flatMap((one) =>
      one.kind === 'payment' && one.about === 'record-party-change' ? [one] : [],
    )
    expect(codes).toMatchObject([{ ask: 'bill', amountFen: 300_000, item: no }])
    onParty(play, [
      'lin',
      'record-party-payment',
      { amount: 3_000, paidOn: day, receiptNumber: '票5' },
    ])
    expect([itemOf(play, 'party'), finesOf(play)]).toMatchObject([
      undefined,
      [{ owed: 0, isOpen: false }],
    ])
  })

  test('returns what he has paid above it, once his matter is done with too', () => {
    const play = paidUp()
    const [fine] = Object.entries(play.record().itemSecrets ?? {})
    seeks(play)
    onRemedy(play, ['fa', 'record-party-change'])
    expect(stateOf(play, 'party-remedy')).toBe('refunding')
    const refunds = play.effects.flatMap((one) => (one.kind === 'payment' ? [one] : []))
    expect(refunds.at(-1)).toMatchObject({
      ask: 'refund',
      amountFen: 200_000,
      item: Number(fine?.[0]),
    })
    const less = { ...sample('record-party-refund'), refunded: 1_999 }
    expect(whyNot(() => onRemedy(play, ['lin', 'record-party-refund', less]))).toContain('2,000元')
    onRemedy(play, ['lin', 'record-party-refund'])
    expect(itemOf(play, 'party-remedy')).toBeUndefined()
  })

  test('that is covered by what was paid relieves him of the rest', () => {
    const play = servedPerson()
    onParty(play, ['lin', 'record-party-instalment'])
    seeks(play)
    expect(whyNot(() => onParty(play, ['lin', 'relieve-party']))).toContain('尚未缴清')
    onRemedy(play, ['fa', 'record-party-change', { newFine: 3_000, decidedOn: day, grounds: '轻' }])
    expect(stateOf(play, 'party-remedy')).toBe('')
    onParty(play, ['lin', 'relieve-party', { reason: '已缴数额达到变更后的罚款' }])
    expect(itemOf(play, 'party')).toBeUndefined()
  })
})

test('what was demanded before a change is demanded anew, and a stayed demand is not served', () => {
  const play = demanded()
  const on = '2026-03-18'
  seeks(play, { filedOn: on, receivedOn: on })
  onRemedy(play, ['fa', 'record-party-change', { newFine: 2_000, decidedOn: on, grounds: '轻' }])
  const ends = () =>
    onParty(play, [
      'gao',
      'end-party-enforcement',
      { ground: 'court-refused', findings: '无', papers },
    ])
  expect(whyNot(ends)).toContain('尚未催告')
  onParty(play, ['lin', 'demand-party'])
  expect(whyNot(() => onParty(play, ['lin', 'demand-party']))).toContain('已催告')
  seeks(play, { ...litigation, filedOn: on, receivedOn: on })
  onRemedy(play, ['fa', 'order-party-stay'])
  const serves = () => onParty(play, ['lin', 'serve-party-demand'])
  expect(whyNot(serves)).toContain('停止执行期间')
  onRemedy(play, ['fa', 'lift-party-stay'])
  serves()
  expect(stateOf(play, 'party')).toBe('demanded')
})

describe('the periods of what a person owes', () => {
  const on = '2026-03-18'
  const changes = (play: Play, newFine: number) => {
    seeks(play, { filedOn: on, receivedOn: on })
    onRemedy(play, ['fa', 'record-party-change', { newFine, decidedOn: on, grounds: '轻' }])
  }

  test('that of a demand is waited for no more once it was of another sum, and begins with the new one', () => {
    const play = demanded()
    expect(clockOf(play, 'party-demand')?.status).toBe('running')
    changes(play, 2_000)
    expect(clockOf(play, 'party-demand')?.status).toBe('replaced')
    onParty(play, ['lin', 'demand-party'], ['lin', 'serve-party-demand'])
    const demands = play.record().obligations.filter(({ clock }) => clock === 'party-demand')
    expect(demands.map(({ status }) => status).toSorted()).toEqual(['replaced', 'running'])
  })

  test('that of the payment runs on while something is left, and ends with the last of it', () => {
    const [some, none] = [servedPerson(), servedPerson()]
    for (const play of [some, none]) onParty(play, ['lin', 'record-party-instalment'])
    seeks(some)
    const change = (newFine: number) =>
      ['fa', 'record-party-change', { newFine, decidedOn: day, grounds: '轻' }] as const
    onRemedy(some, [...change(6_000)])
    expect(clockOf(some, 'party-payment')?.status).toBe('running')
    seeks(none)
    onRemedy(none, [...change(3_000)])
    expect(clockOf(none, 'party-payment')?.status).toBe('replaced')
  })
})

test('a case in which the enterprise was not punished is taken up for a person and closed again', () => {
  const play = paidUp()
  play.does(
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-no-penalty'],
  )
  expect(play.record().status).toBe('closed')
  play.does(['chen', 'reopen', { reason: '个人起诉' }])
  seeks(play, litigation)
  onRemedy(play, ['fa', 'record-party-upheld'])
  play.does(['lin', 'propose-closing'], ['gao', 'approve-closing'])
  expect(play.record().status).toBe('closed')
})

test('what is upheld stands, and the court’s days count from the decision', () => {
  const play = servedPerson()
  seeks(play)
  onRemedy(play, ['fa', 'record-party-upheld'])
  expect(contextOf(play)).toMatchObject({ owed: 8_000, remedyDecidedOn: day, pendingSince: null })
})

test('every act of a remedy of a person has a lawful filling', () => {
  const remedy = enforcementCase.items?.find(({ kind }) => kind === 'party-remedy')
  expect(Object.keys(remedy?.events ?? {}).filter((type) => !partyRemedySamples[type])).toEqual([])
})
