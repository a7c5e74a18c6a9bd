// How is it agreed with a person how he performs his fine, and what comes of it (强制法 42)?
import { describe, expect, it } from 'vitest'
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import type { PartyContext } from '../../../domain/enforcement-case/parties/party-context.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import {
  actsOn,
  contextOf,
  demanded,
  itemOf,
  onParty,
  onRemedy,
  type Play,
  seeks,
  servedPerson,
  stateOf,
  whyNot,
} from '../party-remedies/pursuing.ts'
import { partyAgreementSamples, reducedForPerson } from './party-agreement-samples.ts'

const on = '2026-03-18'
const onAgreement = actsOn('party-agreement')
const proposes =
  (play: Play, data: object = {}) =>
  (): void =>
    play.does(['lin', 'propose-party-agreement', { ...reducedForPerson, ...data }])
const agreed = (): Play => {
  const play = demanded()
  proposes(play)()
  onAgreement(play, ['gao', 'approve-party-agreement'], ['lin', 'conclude-party-agreement'])
  return play
}
const pays = (play: Play, type: string, paidOn: string, amount: number, surcharge: number): void =>
  onParty(play, ['lin', type, { amount, surcharge, paidOn, receiptNumber: '票8' }])
const lateOn = (play: Play, day: string): number =>
  surchargeOwed(contextOf(play) as PartyContext, day, {})
const billsBy = (play: Play, type: string) =>
  play.effects.flatMap((one) => (one.kind === 'payment' && one.about === type ? [one] : []))

describe('an agreement with a person', () => {
  it('is made of a fine that was demanded, with one who was served, and once at a time', () => {
    expect(whyNot(proposes(servedPerson()))).toContain('尚未催告')
    const play = demanded()
    expect(whyNot(proposes(play, { represents: 2 }))).toContain('没有已生效且待缴的罚款')
    proposes(play)()
    expect(whyNot(proposes(play))).toContain('尚未办结')
  })

  it('reduces the surcharge alone, and that only for remedial measures', () => {
    const play = demanded()
    const stages = [{ until: '2026-04-30', fine: 7_000, surcharge: 2_000 }]
    expect(whyNot(proposes(play, { stages }))).toContain('罚款本金不得减免')
    expect(whyNot(proposes(play, { remedial: undefined }))).toContain('补救措施')
  })

  it('is made with nobody who fights over it, and approved by another than who proposed it', () => {
    const play = demanded()
    seeks(play, { filedOn: on, receivedOn: on })
    expect(whyNot(proposes(play))).toContain('复议、诉讼尚未终结')
  })

  it('asks him for each stage under his own codes, and is performed with the last', () => {
    const play = agreed()
    const no = itemOf(play, 'party')?.no
    expect(billsBy(play, 'conclude-party-agreement')).toMatchObject([
      { ask: 'bill', amountFen: 500_000, item: no },
    ])
    expect(contextOf(play).agreed).toMatchObject({ running: true })
    play.does(['until', '2026-04-30'])
    pays(play, 'record-party-instalment', '2026-04-30', 4_000, 1_000)
    onAgreement(play, ['lin', 'confirm-party-stage'])
    play.does(['until', '2026-05-29'])
    expect(lateOn(play, '2026-05-29')).toBe(1_000)
    pays(play, 'record-party-payment', '2026-05-29', 4_000, 1_000)
    expect(itemOf(play, 'party')).toBeUndefined()
    onAgreement(play, ['lin', 'perform-party-agreement'])
    expect(stateOf(play, 'party-agreement')).toBe('')
    expect(play.context().fines).toMatchObject([
      { owed: 0, surchargePaid: 2_000, agreed: { running: false }, agreementOpen: false },
    ])
  })

  it('while it runs nothing is enforced against him, and nothing is put off', () => {
    const play = agreed()
    onParty(play, ['lin', 'apply-party-deferral'])
    expect(whyNot(() => onParty(play, ['gao', 'grant-party-deferral']))).toContain('执行协议')
    onParty(play, ['gao', 'refuse-party-deferral'])
    play.does(['until', '2026-09-03'])
    expect(whyNot(() => onParty(play, ['gao', 'apply-party-court']))).toContain('执行协议')
  })

  it('that is broken brings back what was reduced, and the enforcement goes on', () => {
    const play = agreed()
    const breaks = () => onAgreement(play, ['lin', 'break-party-agreement'])
    expect(whyNot(breaks)).toContain('未届满')
    play.does(['until', '2026-05-01'])
    expect([stateOf(play, 'party-agreement'), lateOn(play, '2026-05-01')]).toEqual([
      'overdue',
      2_000,
    ])
    breaks()
    expect([lateOn(play, '2026-05-01'), contextOf(play).agreed]).toEqual([8_000, null])
    expect(billsBy(play, 'break-party-agreement')).toMatchObject([{ amountFen: 800_000 }])
    play.does(['until', '2026-09-03'])
    onParty(play, ['gao', 'apply-party-court'])
    expect(stateOf(play, 'party')).toBe('court-asked')
  })

  it('of a fine that a remedy has changed is only ended', () => {
    const play = agreed()
    seeks(play, { filedOn: on, receivedOn: on })
    onRemedy(play, ['fa', 'record-party-change', { newFine: 6_000, decidedOn: on, grounds: '轻' }])
    expect(contextOf(play).agreed).toMatchObject({ waivedFen: 0 })
    play.does(['until', '2026-05-01'])
    expect(whyNot(() => onAgreement(play, ['lin', 'break-party-agreement']))).toContain('终止协议')
    onAgreement(play, ['lin', 'end-party-agreement'])
    expect(stateOf(play, 'party-agreement')).toBe('')
    expect(contextOf(play).agreed).toBeNull()
  })

  it('leaves the enterprise and what it owes alone', () => {
    const play = agreed()
    expect(play.context().agreed).toBeUndefined()
    const { events = {} } =
      enforcementCase.items?.find(({ kind }) => kind === 'party-agreement') ?? {}
    for (const { audience, show, party } of Object.values(events))
      expect([audience, show.party, show.public, party.zh]).toEqual(['internal', [], [], ''])
  })
})

it('every act of it has a lawful filling', () => {
  const { events = {} } =
    enforcementCase.items?.find(({ kind }) => kind === 'party-agreement') ?? {}
  expect(Object.keys(events).filter((type) => !partyAgreementSamples[type])).toEqual([
    'party-stage-over',
  ])
})
