// Is the province told of what is grave, and of nothing else, when the numbers rise, fall and rise again?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { inLift, reported } from '../samples.ts'

const dead = (n: number): Line => [
  'dan',
  'record-casualties',
  { asOf: '2026-03-02', dead: n, reason: '核对名单' },
]
const phoned = (who: string, type: string, phonedAt: string): Line => [
  who,
  type,
  { phonedAt, to: '省厅', content: '死亡三人' },
]
const upwards = ['county-phone', 'city-report', 'city-phone']

describe('three deaths', () => {
  it('that turn out to be two ask nobody for a report to the province any more', () => {
    const play = emergency({ ...reported, dead: 3 }, {}, ['dan', 'report-to-city'], ['wait', 10])
    expect(upwards.map((one) => play.clock(one)?.status)).toEqual(['running', 'running', 'running'])
    play.does(dead(2))
    expect(upwards.map((one) => play.clock(one)?.status)).toEqual([
      'replaced',
      'replaced',
      'replaced',
    ])
    play.does(['wait', 300])
    expect(play.notified('county-phone')).toEqual([])
    expect(refusal(() => play.does(['dan', 'county-report-by-phone'])).code).toBe('not-allowed')
  })

  it('that turn out to be two and are three again are telephoned anew', () => {
    const play = emergency(
      { ...reported, dead: 3 },
      {},
      ['wait', 5],
      phoned('dan', 'county-report-by-phone', '2026-03-02T01:03:00Z'),
      ['dan', 'report-to-city'],
      phoned('du', 'city-report-by-phone', '2026-03-02T01:05:00Z'),
      ['wait', 60],
      dead(2),
      ['wait', 60],
      dead(3),
    )
    expect(upwards.map((one) => [play.clock(one)?.status, play.dueAt(one)])).toEqual([
      ['running', '2026-03-02 12:05'],
      ['running', '2026-03-02 13:05'],
      ['running', '2026-03-02 12:05'],
    ])
  })
})

describe('no response', () => {
  const verified: Line = ['dan', 'verify', { findings: '属实' }]
  const none: Line = ['gao', 'no-response', { reason: '不需要' }]

  it.each([
    [{ dead: 12 }, 'Ⅱ级响应'],
    [{ dead: 2, missing: 1 }, 'Ⅲ级响应'],
    [{ trapped: 1 }, '被困'],
    [{ missing: 1 }, '失联'],
  ])('is refused where %j is known', (figures, why) => {
    const play = emergency({ ...reported, ...figures }, {}, verified)
    const { code, words } = refusal(() => play.does(none))
    expect([code, words]).toEqual(['not-allowed', expect.stringContaining(why)])
    play.does([
      'gao',
      'start-response',
      { level: '1', reason: '搜救', period: '1日', measures: '搜救' },
    ])
    expect(play.where('response')).toBe('response.responding')
  })

  it('is what may follow where the numbers reach none, and where people are in a lift', () => {
    const play = emergency({ ...reported, dead: 2, trapped: 0 }, {}, verified, none)
    expect(play.where('response')).toBe('response.not-needed')
    const lift = emergency({ ...inLift, trapped: 2 }, {}, verified, none)
    expect([lift.where('response'), lift.where('lift')]).toEqual([
      'response.not-needed',
      'lift.trapped.waiting',
    ])
  })
})
