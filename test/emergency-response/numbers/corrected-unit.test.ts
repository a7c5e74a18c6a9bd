// Is a unit that was named wrongly replaced by a leader, with its hour, and do both enterprises hear of it?
import { describe, expect, it } from 'vitest'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported, start } from '../samples.ts'

const other = 'e-2'
const at = (minutes: number) => later(start, minutes * 60_000)
const named = { ...called, enterprise: enterpriseId, toldAt: at(-1) }
const right = (data: Record<string, unknown> = {}): Line => [
  'gao',
  'correct-unit',
  { enterprise: other, reason: '两企业名称相近', ...data },
]
const unitReport: Line = ['dan', 'record-unit-report', { reportedAt: at(20), content: '起火' }]
const statuses = (play: ReturnType<typeof emergency>) =>
  play
    .record()
    .obligations.filter(({ clock }) => clock === 'unit-report')
    .map(({ status }) => status)

describe('the right unit', () => {
  it('has the case from then on, and the other loses it; both are notified', () => {
    const play = emergency(named, {}, right())
    expect([play.record().owner, play.context().unit]).toEqual([other, other])
    expect(play.notified('correct-unit')).toContain(`enterprise:${other}/enterprise-principal`)
    expect(play.notified('left-case')).toEqual([
      `enterprise:${enterpriseId}/enterprise-principal`,
      `enterprise:${enterpriseId}/enterprise-safety`,
    ])
  })
  it('has an hour of its own, also where that of the other is over', () => {
    const play = emergency(named, {}, ['wait', 90], right({ toldAt: at(80) }))
    expect(statuses(play)).toEqual(['replaced', 'running'])
    expect(play.dueAt('unit-report')).toBe('2026-03-02 11:20')
  })
  it('has none while nobody knows when it was told; it begins once that is added', () => {
    const play = emergency(named, {}, ['wait', 10], right())
    expect([statuses(play), play.context().toldAt]).toEqual([['replaced'], null])
    play.does(['dan', 'supplement-event', { toldAt: at(5) }])
    expect(statuses(play)).toEqual(['replaced', 'running'])
  })
  it.each([
    ['kept', 'met'],
    ['void', 'running'],
  ] as const)('whose report was registered is asked: %s', (registeredReport, status) => {
    const play = emergency(named, {}, ['wait', 30], unitReport)
    play.does(right({ toldAt: at(10), registeredReport }))
    expect(statuses(play)).toEqual(['met', status])
  })
  it('keeps its hour where the first report is corrected in something else', () => {
    const play = emergency(named, {}, ['wait', 10], right({ toldAt: at(5) }))
    const fact = { seq: 1, type: 'report-emergency', data: named, actor: 'dan', latest: true }
    const lookedUp = { people: [], fact }
    const wanted = { seq: 1, field: 'title', value: '储罐起火', reason: '笔误' }
    play.act(actor('dan'), 'request-correction', wanted, { lookedUp })
    play.act(actor('gao'), 'approve-correction', { seq: 1 }, { lookedUp })
    expect([play.context().toldAt, play.dueAt('unit-report')]).toEqual([at(5), '2026-03-02 10:05'])
    expect(play.record().owner).toBe(other)
  })
  it('is corrected back, and its moment with it', () => {
    const play = emergency(named, {}, right({ toldAt: at(-1) }))
    play.does(['gao', 'correct-unit', { enterprise: enterpriseId, reason: '原登记无误' }])
    expect(play.record().owner).toBe(enterpriseId)
  })
})

describe('is refused', () => {
  it('to a duty officer: who reads the case is for a leader to say', () => {
    const [, type, data] = right() as [string, string, Record<string, unknown>]
    expect(refusal(() => emergency(named, {}, ['dan', type, data])).code).toBe('not-allowed')
  })
  it('where no unit is known yet', () => {
    expect(refusal(() => emergency(called, {}, right())).words).toContain('补充登记')
  })
  it('for the unit that stands there', () => {
    const same = right({ enterprise: enterpriseId })
    expect(refusal(() => emergency(named, {}, same)).words).toContain('登记的事发单位')
  })
  it('with a moment before the event', () => {
    expect(refusal(() => emergency(reported, {}, right({ toldAt: at(-60) }))).words).toContain(
      '时刻不得',
    )
  })
})
