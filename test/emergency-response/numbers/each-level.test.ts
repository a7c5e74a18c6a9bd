// Does each level owe its own report upwards, and take back its own alone?
import { describe, expect, it } from 'vitest'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { grave, reported, start } from '../samples.ts'

type Play = ReturnType<typeof emergency>
const standing = (play: Play, ...clocks: string[]) =>
  clocks.map((clock) => play.clock(clock)?.status)
const bothReport: Line[] = [
  ['wait', 30],
  ['dan', 'report-to-city'],
  ['wait', 30],
  ['du', 'report-to-province'],
  ['wait', 60],
]

describe('a report that the city takes back', () => {
  const play = emergency(grave, {}, ...bothReport, ['du', 'withdraw-report'])
  const inTime = later(start, 30 * 60_000)

  it('leaves what the county has reported in time', () => {
    expect(play.context()).toMatchObject({
      reached: 'city',
      cityReceivedAt: inTime,
      countyReportedAt: inTime,
      cityReportedAt: null,
      withdrawnFrom: 'province',
    })
    expect(play.record().obligations.filter(({ clock }) => clock === 'county-report')).toHaveLength(
      1,
    )
    expect(standing(play, 'county-report', 'city-informing', 'continued-report')).toEqual([
      'met',
      'running',
      'running',
    ])
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.none',
    ])
    expect(play.notified('withdraw-report')).toContain('330000-command/duty-officer')
  })

  it('is owed to the province again, since the city was told', () => {
    expect([play.clock('city-report')?.status, play.clock('city-report')?.startedAt]).toEqual([
      'running',
      inTime,
    ])
    play.does(['du', 'report-to-province'])
    expect(play.clock('city-report')?.status).toBe('met')
  })
})

describe('a report that the county takes back', () => {
  it('leaves a city that was told by it alone nothing to do', () => {
    const play = emergency(
      grave,
      {},
      ['dan', 'report-to-city'],
      ['wait', 5],
      ['dan', 'withdraw-report'],
      ['wait', 120],
    )
    const ofCity = ['city-report', 'city-phone', 'city-informing', 'city-info-phone']
    expect(standing(play, ...ofCity)).toEqual(ofCity.map(() => 'replaced'))
    expect(play.notified('city-phone')).toEqual([])
    expect(standing(play, 'county-report', 'continued-report')).toEqual(['overdue', 'replaced'])
  })

  it('leaves what the city has reported on, and its receipt', () => {
    const play = emergency(grave, {}, ...bothReport, ['dan', 'withdraw-report'])
    expect(play.context()).toMatchObject({ reached: 'province', countyReportedAt: null })
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.awaiting',
    ])
    expect(standing(play, 'city-report', 'county-report')).toEqual(['met', 'overdue'])
    play.does(['dan', 'report-to-city'])
    expect(standing(play, 'county-report')).toEqual(['met-late'])
    expect(play.where('copies')).toBe('copies.awaiting')
    play.does(['dan', 'withdraw-report'], ['du', 'withdraw-report'])
    expect([play.where('reporting'), play.context().reported]).toEqual(['reporting.first', false])
  })

  it('is none of the city’s', () => {
    const play = emergency(grave, {}, ['dan', 'report-to-city'])
    expect(refusal(() => play.does(['du', 'withdraw-report'])).words).toContain('本级')
    expect(play.context().countyReportedAt).toBe(start)
  })
})

describe('a city that reports before its county', () => {
  const play = () => emergency(grave, {}, ['wait', 10], ['du', 'report-to-province'])

  it('does not discharge the county, and signs for nothing of its own', () => {
    const city = play()
    expect([city.where('receipt'), city.where('copies')]).toEqual([
      'receipt.awaiting',
      'copies.none',
    ])
    expect(standing(city, 'county-report', 'city-informing', 'city-phone')).toEqual([
      'running',
      'running',
      'running',
    ])
    expect(city.context()).toMatchObject({ cityHeardAt: later(start, 10 * 60_000) })
    city.does(['dan', 'report-to-city'])
    expect(standing(city, 'county-report')).toEqual(['met'])
    expect(city.where('copies')).toBe('copies.awaiting')
  })

  it('makes no final report before the county has reported', () => {
    const city = play()
    city.does(['dan', 'verify', { findings: '属实' }], ['gao', 'no-response'])
    expect(refusal(() => city.does(['du', 'report-finally'])).words).toContain('尚未上报')
    city.does(['dan', 'report-to-city'], ['du', 'report-finally'])
    expect(city.where('reporting')).toBe('reporting.final')
  })

  it('does not report to itself', () => {
    const city = emergency(reported, {})
    expect(refusal(() => city.does(['du', 'report-to-city'])).words).toContain('由县级上报')
  })
})
