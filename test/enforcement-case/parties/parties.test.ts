// Is each person punished by itself beside the enterprise: told, heard, decided on, served, and paying in time?
import { expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { unmaskable } from '../../../domain/engine/judging/unmask.ts'
import { actor, author } from '../../support/people/cast.ts'
import { itemsPlayed } from '../../support/processes/item-playing.ts'
import { investigated, matter, prosecuting, sample } from '../samples.ts'
import { partySamples, principal, safetyOfficer, told } from './party-samples.ts'

type Play = ReturnType<typeof prosecuting>

const begun = (...lines: Parameters<Play['does']>): Play =>
  prosecuting(matter, '2026-03-02', ...investigated(), ['chen', 'approve-report'], ...lines)

const named = (form: Record<string, unknown> = principal) => begun(['lin', 'name-party', form])

const { clock, does, item, refusal, stateOf, taskOf } = itemsPlayed(sample)

test('a person is named once the case is filed and investigated, and once only', () => {
  const early = prosecuting(matter, '2026-03-02')
  expect(refusal(() => early.does(['lin', 'name-party']))).toContain('立案并调查取证后')
  const play = named()
  expect(stateOf(play)).toBe('named')
  expect(refusal(() => play.does(['lin', 'name-party', principal]))).toContain('第二十九条')
  play.does(['lin', 'name-party', safetyOfficer])
  expect(stateOf(play, 2)).toBe('named')
  does(play, 'lin', 'drop-party')
  play.does(['lin', 'name-party', principal])
  expect(stateOf(play, 3)).toBe('named')
})

test('nobody is notified before the report of the investigation is agreed to', () => {
  const play = prosecuting(
    matter,
    '2026-03-02',
    ['gao', 'approve-filing'],
    ['lin', 'record-evidence'],
    ['wu', 'sign'],
    ['lin', 'name-party'],
  )
  const early = () => refusal(() => does(play, 'lin', 'notify-party'))
  expect(early()).toContain('尚未审理同意')
  play.does(['lin', 'conclude-investigation'], ['wu', 'sign'])
  expect(early()).toContain('尚未审理同意')
  play.does(['chen', 'approve-report'])
  expect(early()).toBe('allowed')
})

test('the period for the decision runs for each party from the filing of the case', () => {
  const play = named()
  play.to('2026-03-04T01:00:00.000Z')
  play.does(['lin', 'name-party', safetyOfficer])
  for (const nth of [1, 2])
    expect(clock(play, 'party-decision', nth)).toMatchObject({
      rule: 'enforcement-case.decision',
      start: '2026-03-02',
      due: '2026-05-31',
    })
})

test('who works an item sees what that was opened with, and nothing of another', () => {
  const play = named()
  play.does(['lin', 'name-party', safetyOfficer])
  const sees = (who: string, nth: number) =>
    unmaskable(enforcementCase, play.record(), author(who), item(play, nth)?.no)
  expect(sees('zhou', 1)).toEqual([])
  play.act(author('zhou'), 'claim', {}, { taskId: taskOf(play, 1) })
  expect(sees('zhou', 1)).toEqual(['personName', 'identity', 'mobile', 'annualIncome'])
  expect(sees('zhou', 2)).toEqual([])
  expect(sees('chen', 2)).toEqual(['personName', 'identity'])
  expect(unmaskable(enforcementCase, play.record(), author('zhou'))).toEqual([])
  const look = (data: Record<string, unknown>) =>
    refusal(() => play.act(author('chen'), 'unmask', { reason: '核对', ...data }))
  const no = item(play, 1)?.no
  expect(look({ field: 'personName' })).toContain('没有这一项')
  expect(look({ field: 'personName', item: 99 })).toContain('没有这一项')
  expect(look({ field: 'personName', item: String(no) })).toContain('没有这一项')
  expect(look({ field: 'personName', item: no })).toBe('allowed')
  does(play, 'lin', 'drop-party')
  expect(unmaskable(enforcementCase, play.record(), author('chen'), no)).toContain('identity')
})

/** Told of 8,000, without a hearing. */
const awaiting = () => {
  const play = named()
  does(play, 'lin', 'notify-party')
  does(play, 'lin', 'serve-party-notice')
  return play
}
const deciding = () => {
  const play = awaiting()
  does(play, 'lin', 'waive-party-rights')
  does(play, 'lin', 'weigh-party-defence')
  return play
}

test('the window runs for this party from the service of its own notice', () => {
  const play = awaiting()
  expect(clock(play, 'party-statement-window')).toMatchObject({
    start: '2026-03-02',
    due: '2026-03-05',
    rule: 'enforcement-case.statement-window',
  })
  expect(play.clock('statement-window')).toBeUndefined()
  const large = named()
  does(large, 'lin', 'notify-party', told)
  does(large, 'lin', 'serve-party-notice')
  expect(clock(large, 'party-hearing-request')).toMatchObject({ due: '2026-03-09' })
  large.to('2026-03-10T01:00:00.000Z')
  expect(stateOf(large)).toBe('weighing')
})

test('an unconfirmed window ends by the hand of a person', () => {
  const play = awaiting()
  play.to('2026-03-06T01:00:00.000Z')
  expect(stateOf(play)).toBe('awaiting')
  const period = clock(play, 'party-statement-window')
  play.act(author('chen'), 'confirm-rung', {
    obligation: period?.id,
    escalationLevel: 'lapsed',
    reason: '期满未提出',
  })
  expect(stateOf(play)).toBe('weighing')
})

test('no decision without a notice served and a party heard; none heavier than what it was told', () => {
  const play = deciding()
  const decide = sample('decide-party-penalty')
  expect(
    refusal(() => does(play, 'gao', 'decide-party-penalty', { ...decide, fine: 9_000 })),
  ).toContain('重于已告知')
  const more = { ...decide, penalties: ['fine', 'career-ban'] }
  expect(refusal(() => does(play, 'gao', 'decide-party-penalty', more))).toContain('重于已告知')
  does(play, 'gao', 'notify-party-anew')
  expect(stateOf(play)).toBe('named')
  expect(item(play)?.snapshot.context).toMatchObject({ noticeServedOn: null, weighed: false })
  does(play, 'lin', 'notify-party', { ...told, fine: 9_000 })
  does(play, 'lin', 'serve-party-notice')
  does(play, 'lin', 'waive-party-rights')
  does(play, 'lin', 'weigh-party-defence')
  does(play, 'gao', 'decide-party-penalty', { ...decide, fine: 9_000 })
  expect(stateOf(play)).toBe('serving')
})

test('who has told the party, or investigated its case, does not decide', () => {
  const play = named()
  does(play, 'lin', 'notify-party')
  expect(item(play)?.snapshot.context.investigators).toEqual(expect.arrayContaining(['lin', 'wu']))
  does(play, 'lin', 'serve-party-notice')
  does(play, 'lin', 'waive-party-rights')
  does(play, 'lin', 'weigh-party-defence')
  const [lin, gao] = [actor('lin'), actor('gao')]
  const both = { ...lin, appointments: [...lin.appointments, ...gao.appointments] }
  const decides = (who: typeof lin) =>
    play.act(who, 'decide-party-penalty', sample('decide-party-penalty'), {
      taskId: taskOf(play),
    })
  expect(refusal(() => decides(both))).toContain('调查人员')
  decides(gao)
  expect(stateOf(play)).toBe('serving')
})

test('what was said is weighed; a hearing leads through the legal review', () => {
  const play = named()
  does(play, 'lin', 'notify-party', told)
  does(play, 'lin', 'serve-party-notice')
  const said = refusal(() => does(play, 'lin', 'state-party-defence', { statement: '已尽责' }))
  expect(said).toContain('书面材料')
  does(play, 'lin', 'request-party-hearing')
  expect(clock(play, 'party-hearing-hold')?.status).toBe('running')
  const notify = (heldOn: string) =>
    does(play, 'fa', 'notify-party-hearing', { ...sample('notify-party-hearing'), heldOn })
  expect(refusal(() => notify('2026-03-05'))).toContain('七日前')
  notify('2026-03-20')
  expect(refusal(() => does(play, 'fa', 'close-party-hearing'))).toContain('2026-03-20')
  notify('2026-03-18')
  play.does(['until', '2026-03-18'])
  does(play, 'fa', 'close-party-hearing')
  expect(refusal(() => does(play, 'lin', 'weigh-party-defence'))).toContain('须逐项复核')
  does(play, 'lin', 'weigh-party-defence', sample('weigh-party-defence', 1))
  expect(stateOf(play)).toBe('legal-review')
  does(play, 'fa', 'give-party-opinion')
  expect(stateOf(play)).toBe('deciding')
})

/** Decided on Monday 2 March and served on the same day: 8,000. */
const owing = () => {
  const play = deciding()
  does(play, 'gao', 'decide-party-penalty')
  expect(clock(play, 'party-service')).toMatchObject({ due: '2026-03-11' })
  does(play, 'lin', 'serve-party-decision')
  return play
}

test('it pays within fifteen days of its own service', () => {
  const play = owing()
  expect(clock(play, 'party-payment')).toMatchObject({ due: '2026-03-17', start: '2026-03-02' })
  expect(play.clock('payment')).toBeUndefined()
  const part = sample('record-party-instalment')
  expect(
    refusal(() => does(play, 'lin', 'record-party-payment', { ...part, amount: 7_000 })),
  ).toContain('8,000元')
  does(play, 'lin', 'record-party-instalment')
  does(play, 'lin', 'record-party-payment', sample('record-party-payment', 1))
  expect(item(play)).toBeUndefined()
})

test('late, it owes three per cent a day, is demanded, and stays open until it is settled', () => {
  const [play, ended] = [owing(), sample('end-party-enforcement')]
  play.to('2026-03-18T01:00:00.000Z')
  expect(stateOf(play)).toBe('overdue')
  expect(
    refusal(() =>
      does(play, 'gao', 'end-party-enforcement', { ...ended, ground: 'court-refused' }),
    ),
  ).toContain('尚未催告')
  does(play, 'lin', 'demand-party')
  does(play, 'lin', 'serve-party-demand')
  expect(clock(play, 'party-demand')).toMatchObject({ due: '2026-04-01' })
  play.to('2026-03-20T01:00:00.000Z')
  const late = { ...sample('record-party-payment'), paidOn: '2026-03-20' }
  expect(refusal(() => does(play, 'lin', 'record-party-payment', late))).toContain('加处罚款720元')
  does(play, 'lin', 'record-party-payment', { ...late, surcharge: 720 })
  expect(item(play)).toBeUndefined()
})

test('a warning is performed by its service', () => {
  const play = named(safetyOfficer)
  does(play, 'lin', 'notify-party', sample('notify-party', 2))
  does(play, 'lin', 'serve-party-notice')
  does(play, 'lin', 'waive-party-rights')
  does(play, 'lin', 'weigh-party-defence')
  does(play, 'gao', 'decide-party-penalty', sample('decide-party-penalty', 1))
  does(play, 'lin', 'serve-party-decision')
  expect(item(play)).toBeUndefined()
})

test('for an accident the principal is fined its share of last year’s income, to the yuan', () => {
  const play = named()
  const accident = { ...told, accidentLevel: 'general', accidentOn: '2026-02-20', fine: 70_000 }
  expect(refusal(() => does(play, 'lin', 'notify-party', accident))).toContain('上一年年收入的40%')
  expect(
    refusal(() => does(play, 'lin', 'notify-party', { ...accident, lateReport: true })),
  ).toContain('60%至100%')
  does(play, 'lin', 'notify-party', { ...accident, fine: 80_000 })
  expect(stateOf(play)).toBe('serving-notice')
  const { annualIncome: _, ...poor } = principal
  const other = named(poor)
  expect(refusal(() => does(other, 'lin', 'notify-party', accident))).toContain('上一年年收入')
})

test('the case does not end while a party is open, and says which', () => {
  const play = begun(
    ['lin', 'name-party', principal],
    ['lin', 'name-party', safetyOfficer],
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice'],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
  )
  expect(refusal(() => play.does(['gao', 'decide-no-penalty']))).toContain('第1号、第2号尚未办结')
  play.does(
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision'],
    ['lin', 'record-payment'],
    ['chen', 'publish-penalty'],
    ['lin', 'propose-closing'],
  )
  expect(refusal(() => play.does(['gao', 'approve-closing']))).toContain('第1号、第2号尚未办结')
  does(play, 'lin', 'drop-party', undefined, 1)
  expect(refusal(() => play.does(['gao', 'approve-closing']))).toContain('第2号尚未办结')
  does(play, 'lin', 'drop-party', undefined, 2)
  play.does(['gao', 'approve-closing'])
  expect(play.record().status).toBe('closed')
})

test('every act of a party has a lawful filling', () => {
  const party = enforcementCase.items?.find(({ kind }) => kind === 'party')
  const clockActs = [
    'party-window-lapsed',
    'party-payment-overdue',
    'count-party-court',
    'party-court-lapsed',
  ]
  expect(Object.keys(party?.events ?? {}).filter((type) => !partySamples[type])).toEqual(clockActs)
})
