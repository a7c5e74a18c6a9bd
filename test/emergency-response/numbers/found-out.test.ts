// Can what nobody knew when a passer-by called be added, and does what follows from it begin?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported, start } from '../samples.ts'

const added = (data: Record<string, unknown>): Line => ['dan', 'supplement-event', data]
const told = later(start, -60_000)
const place = '118.8721,28.9357'

describe('what a passer-by did not know', () => {
  it('of the unit: the case is its own from then on', () => {
    const play = emergency(called, {})
    expect(play.record().owner).toBeNull()
    play.does(added({ enterprise: enterpriseId }))
    expect(play.record().owner).toBe(enterpriseId)
    expect(play.clock('unit-report')).toBeUndefined()
    expect(play.notified('supplement-event')).toContain(
      `enterprise:${enterpriseId}/enterprise-principal`,
    )
  })
  it('of the moment at which its head was told: his hour runs from there, and is missed', () => {
    const play = emergency(called, {}, ['wait', 10], added({ toldAt: told }))
    expect([play.dueAt('unit-report'), play.clock('unit-report')?.status]).toEqual([
      '2026-03-02 09:59',
      'running',
    ])
    play.does(['wait', 60])
    expect(play.clock('unit-report')?.status).toBe('overdue')
  })
  it('is met or missed by a report that had come before', () => {
    const unit = (reportedAt: string): Line => [
      'dan',
      'record-unit-report',
      { reportedAt, content: '起火' },
    ]
    const at = (minutes: number) => later(start, minutes * 60_000)
    const late = emergency(called, {}, ['wait', 90], unit(at(80)), added({ toldAt: told }))
    expect(late.clock('unit-report')?.status).toBe('met-late')
    const inTime = emergency(called, {}, ['wait', 90], unit(at(20)), added({ toldAt: told }))
    expect(inTime.clock('unit-report')?.status).toBe('met')
  })
  it('of the place on earth', () => {
    const play = emergency(called, {}, added({ coordinates: place }))
    expect(emergencyResponse.coordinates?.(play.record())).toEqual({ lon: 118.8721, lat: 28.9357 })
  })
  it('one after the other, and nothing begins twice', () => {
    const play = emergency(called, {}, added({ toldAt: told }), added({ enterprise: enterpriseId }))
    play.does(added({ coordinates: place }))
    const hours = play.record().obligations.filter(({ clock }) => clock === 'unit-report')
    expect(hours.map(({ status }) => status)).toEqual(['running'])
    expect(play.context()).toMatchObject({ toldAt: told, unit: enterpriseId, coordinates: place })
  })
})

describe('is refused', () => {
  it.each([
    ['what is known already', { toldAt: start }, '不需要填写'],
    ['nothing that the form asks for', { enterpriseName: '某厂' }, '至少补充一项'],
  ])('%s', (_, data, words) => {
    const form = { ...called, toldAt: called.happenedAt }
    expect(refusal(() => emergency(form, {}, added(data))).words).toContain(words)
  })
  it('a moment before the event, or still to come', () => {
    for (const toldAt of [later(start, -3_600_000), later(start, 60_000)])
      expect(refusal(() => emergency(called, {}, added({ toldAt }))).words).toContain('时刻不得')
  })
  it('where nothing is open, already as a button', () => {
    const known = { ...reported, coordinates: place }
    expect(refusal(() => emergency(known, {}, added({}))).words).toContain('已经登记')
  })
})

it('what was added wrongly is corrected, and the hour of the unit moves with it', () => {
  const play = emergency(called, {}, added({ toldAt: told }))
  const fact = {
    seq: 2,
    type: 'supplement-event',
    data: { toldAt: told },
    actor: 'dan',
    latest: true,
  }
  const lookedUp = { people: [], fact }
  const value = later(start, -120_000)
  const wanted = { seq: 2, field: 'toldAt', value, reason: '笔误' }
  play.act(actor('dan'), 'request-correction', wanted, { lookedUp })
  play.act(actor('gao'), 'approve-correction', { seq: 2 }, { lookedUp })
  expect([play.context().toldAt, play.dueAt('unit-report')]).toEqual([value, '2026-03-02 09:58'])
})
