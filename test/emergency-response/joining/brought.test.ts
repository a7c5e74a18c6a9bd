// What does a joined case bring with it beside what is owed upwards?
import { describe, expect, it } from 'vitest'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported, start } from '../samples.ts'
import { join, joining } from './joined.ts'

const verified: Line[] = [['dan', 'verify', { findings: '属实' }]]

describe('a case that was found not to be reported', () => {
  it('still brings who is trapped, so that the response of the main case goes on', () => {
    const main = emergency(called, {}, ...verified, ['gao', 'start-response'])
    const other = emergency(
      { ...called, trapped: 2 },
      {},
      ...verified,
      ['dan', 'no-report'],
      ['dan', 'join-case', joining],
    )
    const before = main.record().obligations
    join(main, other)
    expect(main.context().figures).toEqual({ trapped: 2 })
    expect(refusal(() => main.does(['gao', 'end-response'])).words).toContain('被困')
    expect(main.record().obligations).toEqual(before)
  })

  it('still brings that the city was told, and with that no duty of the city', () => {
    const main = emergency(called, {})
    const other = emergency(called, { by: 'du' }, ['du', 'no-report'], ['du', 'join-case', joining])
    const before = main.record().obligations
    join(main, other)
    expect(main.context()).toMatchObject({ cityHeardAt: other.context().cityHeardAt })
    expect(main.record().obligations).toEqual(before)
    main.does(['dan', 'report-to-city'])
    expect(main.clock('city-informing')?.status).toBe('running')
  })

  it('owes with the main case what the numbers of both outweigh', () => {
    const noReport: Line[] = [...verified, ['dan', 'no-report']]
    const main = emergency({ ...called, trapped: 2 }, {}, ...noReport)
    const other = emergency({ ...called, missing: 1 }, {}, ...noReport, [
      'dan',
      'join-case',
      joining,
    ])
    join(main, other)
    expect(main.context()).toMatchObject({ reportWaived: false, grave: true })
    for (const clock of ['county-report', 'county-informing', 'county-phone'])
      expect([clock, main.clock(clock)?.status]).toEqual([clock, 'running'])
  })
})

describe('the report of the unit', () => {
  const joins: Line = ['dan', 'join-case', joining]
  const ofUnit = (more: object) => emergency({ ...reported, kind: 'fire', ...more }, {}, joins)
  const told = (minutes: number) => ({ ...called, toldAt: later(start, minutes * 60_000) })

  it('that was made in the joined case is made, and is not overdue', () => {
    const main = join(emergency(told(-4), {}), ofUnit({ toldAt: told(-4).toldAt }))
    main.does(['wait', 60])
    expect(main.clock('unit-report')?.status).toBe('met')
    expect(main.notified('unit-report')).toEqual([])
    expect(main.context().unitReportedAt).toBe(start)
  })

  it('is awaited since the head of it was told, where the joined case alone knew', () => {
    const main = join(emergency(called, {}), emergency(told(-4), {}, joins))
    expect(main.clock('unit-report')).toMatchObject({
      status: 'running',
      startedAt: told(-4).toldAt,
    })
    main.does(['dan', 'record-unit-report'])
    expect(main.clock('unit-report')?.status).toBe('met')
  })

  it('begins anew only from an earlier moment', () => {
    const main = join(emergency(told(-3), {}), ofUnit({ toldAt: later(start, -39 * 60_000) }))
    const periods = main.record().obligations.filter(({ clock }) => clock === 'unit-report')
    expect(periods.map(({ status }) => status)).toEqual(['replaced', 'met'])
    join(main, ofUnit({}))
    expect(main.record().obligations.filter(({ clock }) => clock === 'unit-report')).toHaveLength(2)
  })
})

it('a case is not joined while a message in it is not read', () => {
  const play = emergency(called, {}, ['dan', 'send-message'])
  const words = () => refusal(() => play.does(['dan', 'join-case', joining])).words
  expect(words()).toContain('1条消息未确认')
})
