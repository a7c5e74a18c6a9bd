// Does each level tell its government, the police, labour, the union and the procuratorate in time?
import { describe, expect, it } from 'vitest'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, grave, reported, start } from '../samples.ts'

const county: Line = ['dan', 'county-informs-authorities']
const city: Line = ['du', 'city-informs-authorities']

describe('government and authorities of each level', () => {
  it('are told within two hours of when that level was told, each by itself', () => {
    const play = emergency(grave, {}, ['wait', 60], ['dan', 'report-to-city'])
    expect([play.dueAt('county-informing'), play.dueAt('city-informing')]).toEqual([
      '2026-03-02 11:00',
      '2026-03-02 12:00',
    ])
    play.does(county)
    expect(play.clock('county-informing')?.status).toBe('met')
    expect(play.clock('city-informing')?.status).toBe('running')
    const again: Line = [
      'dan',
      'county-informs-authorities',
      { informedAt: later(start, 3_600_000) },
    ]
    expect(refusal(() => play.does(again)).words).toContain('已登记')
    play.does(city)
    expect(play.clock('city-informing')?.status).toBe('met')
  })

  it('may be told one after the other: the period runs until the last of them, whose moment counts', () => {
    const play = emergency(reported, {}, ['wait', 90])
    const told = (minute: string, ...names: string[]): Line => [
      'dan',
      'county-informs-authorities',
      {
        informedAt: `2026-03-02T02:${minute}:00.000Z`,
        ...Object.fromEntries(names.map((name) => [name, '值班员，电话'])),
      },
    ]
    play.does(told('10', 'government', 'police', 'labour', 'union'))
    expect(play.clock('county-informing')?.status).toBe('running')
    expect(refusal(() => play.does(told('20'))).words).toContain('至少')
    expect(refusal(() => play.does(told('20', 'police'))).words).toContain('不需要填写')
    play.does(['wait', 60], told('20', 'procuratorate'))
    expect(play.clock('county-informing')?.status).toBe('met')
    expect(play.context().countyInformed).toMatchObject({
      police: '2026-03-02T02:10:00.000Z',
      procuratorate: '2026-03-02T02:20:00.000Z',
    })
  })

  it('of whom one is missing are late', () => {
    const play = emergency(reported, {}, [
      'dan',
      'county-informs-authorities',
      { informedAt: start, government: '值班室' },
    ])
    play.does(['wait', 121])
    expect(play.clock('county-informing')?.status).toBe('overdue')
  })

  it('that nobody has told are told of to the leader and the level above', () => {
    const play = emergency(reported, {}, ['wait', 121])
    expect(play.clock('county-informing')?.status).toBe('overdue')
    expect(play.notified('county-informing')).toEqual([
      '330802-bureau/duty-officer',
      '330802-bureau/leader',
      '330800-command/duty-officer',
    ])
  })

  it('are told by the city alone where it has heard of it first', () => {
    const play = emergency(called, { by: 'du' })
    expect(play.clock('county-informing')).toBeUndefined()
    expect(play.dueAt('city-informing')).toBe('2026-03-02 11:00')
  })

  it('need not be told of what is no accident, and need it once somebody dies of it', () => {
    const play = emergency(reported, {}, ['dan', 'no-report'])
    expect(play.clock('county-informing')?.status).toBe('replaced')
    play.does(
      ['wait', 60],
      ['dan', 'record-casualties', { asOf: '2026-03-02', dead: 1, reason: '不治' }],
    )
    expect(play.dueAt('county-informing')).toBe('2026-03-02 12:00')
  })
})
