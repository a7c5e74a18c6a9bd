// May a person who is punished beside his enterprise pay later, who decides it, and what becomes of what was late (处罚法 66)?
import { expect, test } from 'vitest'
import { surchargeOwed } from '../../../domain/enforcement-case/memory/owing.ts'
import type { PartyContext } from '../../../domain/enforcement-case/parties/party-context.ts'
import { partyDeferralActs } from '../../../domain/enforcement-case/parties/party-deferral-acts.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { partOf } from '../../../domain/engine/items/parts.ts'
import {
  clockOf,
  contextOf,
  demanded,
  itemOf,
  onParty,
  type Play,
  servedPerson,
  stateOf,
  whyNot,
} from '../party-remedies/pursuing.ts'

const papers = ['00000000-0000-4000-8000-000000000001']

const where = (play: Play): string => stateOf(play, 'party')
const lateOn = (play: Play, on: string): number =>
  surchargeOwed(contextOf(play) as PartyContext, on, {})
const asks = (play: Play): void => onParty(play, ['lin', 'apply-party-deferral'])
const grants = (play: Play, dueDate = '2026-05-29'): void =>
  onParty(play, ['gao', 'grant-party-deferral', { dueDate }])

test('what officers write down for him comes with his own paper', () => {
  const play = servedPerson()
  const bare = { until: '2026-05-29', statement: '经济困难' }
  expect(whyNot(() => onParty(play, ['lin', 'apply-party-deferral', bare]))).toContain('书面材料')
  asks(play)
  expect([where(play), clockOf(play, 'party-payment')?.status]).toEqual([
    'deferral-asked',
    'running',
  ])
})

test('the leader alone decides it, with a day after today and not before the present one', () => {
  const play = servedPerson()
  asks(play)
  const byOfficer = { dueDate: '2026-05-29' }
  expect(whyNot(() => onParty(play, ['lin', 'grant-party-deferral', byOfficer]))).toContain(
    '局领导',
  )
  expect(whyNot(() => onParty(play, ['lin', 'refuse-party-deferral']))).toContain('局领导')
  expect(whyNot(() => grants(play, '2026-03-02'))).toContain('必须晚于今日')
  expect(whyNot(() => grants(play, '2026-03-10'))).toContain('不得早于')
  expect(whyNot(() => grants(play, '2026-05-30'))).toContain('顺延至2026-06-01')
  grants(play)
  expect([where(play), clockOf(play, 'party-payment')?.status]).toEqual(['paying', 'replaced'])
  expect(clockOf(play, 'party-later-payment')).toMatchObject({ due: '2026-05-29' })
})

test('nothing grows until the day that was granted, and after it the fine is late', () => {
  const play = servedPerson()
  asks(play)
  grants(play)
  play.does(['until', '2026-05-29'])
  expect([where(play), lateOn(play, '2026-05-29')]).toEqual(['paying', 0])
  play.does(['until', '2026-05-30'])
  expect([where(play), lateOn(play, '2026-05-30')]).toEqual(['overdue', 240])
})

test('what had grown before it was asked for stays owed, and a second grant shortens nothing', () => {
  const play = servedPerson()
  play.does(['until', '2026-04-10'])
  expect(lateOn(play, '2026-04-10')).toBe(5_760)
  asks(play)
  grants(play)
  expect(lateOn(play, '2026-05-29')).toBe(5_520)
  expect(lateOn(play, '2026-05-30')).toBe(5_760)
  asks(play)
  expect(whyNot(() => grants(play, '2026-05-28'))).toContain('不得早于缴款期限2026-05-29')
  grants(play, '2026-06-30')
})

test('granted after the demand, it is demanded anew where it is late again', () => {
  const play = demanded()
  asks(play)
  grants(play)
  expect(clockOf(play, 'party-demand')?.status).toBe('replaced')
  expect(contextOf(play)).toMatchObject({ demandedOn: null, demandServedOn: null, overdue: false })
  const ends = () =>
    onParty(play, [
      'gao',
      'end-party-enforcement',
      { ground: 'court-refused', findings: '无', papers },
    ])
  expect(whyNot(ends)).toContain('尚未催告')
  play.does(['until', '2026-05-30'])
  expect(where(play)).toBe('overdue')
})

test('refused, he stands where he stood, also where his time ran out meanwhile', () => {
  const refusedFrom = (play: Play): string => {
    asks(play)
    onParty(play, ['gao', 'refuse-party-deferral'])
    return where(play)
  }
  expect(refusedFrom(servedPerson())).toBe('paying')
  expect(refusedFrom(demanded())).toBe('demanded')
  const serving = servedPerson()
  serving.does(['until', '2026-03-18'])
  onParty(serving, ['lin', 'demand-party'])
  expect(refusedFrom(serving)).toBe('serving-demand')
  const late = servedPerson()
  asks(late)
  late.does(['until', '2026-03-18'])
  expect(where(late)).toBe('deferral-asked')
  onParty(late, ['gao', 'refuse-party-deferral'])
  expect(where(late)).toBe('overdue')
})

test('the leader finds the day in the form that was asked for last', () => {
  const play = servedPerson()
  const offered = (): unknown => {
    const { record } = partOf(enforcementCase, play.record(), itemOf(play, 'party')?.no)
    const fields = partyDeferralActs['grant-party-deferral'].fieldsFor?.(record) ?? []
    return fields.find(({ name }) => name === 'dueDate')?.value
  }
  asks(play)
  expect(offered()).toBe('2026-05-29')
  onParty(play, ['gao', 'refuse-party-deferral'])
  const papers = ['00000000-0000-4000-8000-000000000001']
  const later = { until: '2026-04-30', statement: '经济困难', papers }
  onParty(play, ['lin', 'apply-party-deferral', later])
  expect(offered()).toBe('2026-04-30')
})

test('he may pay while it is asked for', () => {
  const play = servedPerson()
  asks(play)
  onParty(play, ['lin', 'record-party-payment'])
  expect(itemOf(play, 'party')).toBeUndefined()
})

test('asking holds off neither demand nor court: only the leader does, by letting him pay later', () => {
  const play = servedPerson()
  asks(play)
  expect(whyNot(() => onParty(play, ['lin', 'demand-party']))).toContain('尚未逾期')
  play.does(['until', '2026-03-18'])
  onParty(play, ['lin', 'demand-party'], ['lin', 'serve-party-demand'])
  expect([where(play), clockOf(play, 'party-demand')?.status]).toEqual([
    'deferral-asked',
    'running',
  ])
  onParty(play, ['gao', 'refuse-party-deferral'])
  expect(where(play)).toBe('demanded')
  asks(play)
  expect(whyNot(() => onParty(play, ['lin', 'serve-party-demand']))).toContain('已送达')
  const ends = { ground: 'court-enforced', enforced: 8_000, findings: '已执行', papers }
  play.does(['until', '2026-09-03'])
  onParty(play, ['gao', 'apply-party-court'], ['gao', 'end-party-enforcement', ends])
  expect(itemOf(play, 'party')).toBeUndefined()
})

test('demanded while it was asked for, it is demanded anew once the day that was granted is over', () => {
  const play = servedPerson()
  asks(play)
  play.does(['until', '2026-03-18'])
  onParty(play, ['lin', 'demand-party'])
  grants(play)
  expect(contextOf(play)).toMatchObject({ demandedOn: null, overdue: false })
  expect(where(play)).toBe('paying')
})
