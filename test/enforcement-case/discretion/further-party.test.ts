// Does the notice of a further party go by a standard, and does its decision stay inside?
import { describe, expect, it } from 'vitest'
import type { PartyContext } from '../../../domain/enforcement-case/parties/party-context.ts'
import { namedParty, partyNotes } from '../../../domain/enforcement-case/parties/party-context.ts'
import { partyRules } from '../../../domain/enforcement-case/parties/party-rules.ts'
import { cause, entry } from '../../registers/violation-cause/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { principal, told } from '../parties/party-samples.ts'

const at = '2026-03-02T01:00:00Z'
const ofCase = { actEnded: '2026-02-01', discoveredOn: '2026-03-01', investigators: ['lin'] }

const event = (data: object, who = 'lin') =>
  ({
    type: 'notify-party',
    data,
    by: actor(who),
    at,
    signatures: [],
    region: '330802',
    ofCase,
    entries: { 'violation-cause': [entry] },
  }) as never

const named = namedParty({ data: principal, at } as never)
const notified = (more: object): string => {
  const verdict = partyRules.partyNoticeLawful({
    context: named,
    event: event({ ...told, cause: entry.number, ...more }),
  })
  return verdict === true ? '' : verdict.zh
}

describe('the notice of a person', () => {
  it('is checked by the fine that stands in it', () => {
    expect(notified({ step: 'serious' })).toBe('')
    const words = notified({ step: 'ordinary' })
    for (const one of [cause.standard, '高于上限5,000元', '须填写偏离'])
      expect(words).toContain(one)
    expect(notified({ step: 'ordinary', departure: '拒不改正' })).toBe('')
    expect(notified({ step: 'ordinary', fine: 15_000 })).toBe('')
  })

  it('goes by no standard where the fine is a share of the income', () => {
    const accident = { accidentLevel: 'general', accidentOn: '2026-01-05', step: 'serious' }
    expect(notified(accident)).toContain('不适用裁量基准')
  })
})

describe('the decision about a person', () => {
  const context = {
    ...named,
    ...partyNotes.notePartyNotified({
      context: named,
      event: event({ ...told, rangeFrom: 15_000, rangeTo: 50_000 }),
    }),
    noticeServedOn: '2026-03-02',
    weighed: true,
    reviewer: 'fa',
    discussed: true,
  } as PartyContext
  const decided = (data: object): string => {
    const verdict = partyRules.partyPenaltyLawful({
      context,
      event: event({ penalties: ['fine'], ...data }, 'gao'),
    })
    return verdict === true ? '' : verdict.zh
  }

  it('stays inside the step that was notified, or says why it does not', () => {
    expect(decided({ fine: 15_000 })).toBe('')
    expect(decided({ fine: 14_000 })).toContain('低于下限1,000元')
    expect(decided({ fine: 14_000, departure: '主动消除后果' })).toBe('')
  })
})
