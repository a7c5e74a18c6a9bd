// Is an accident investigated further where its report leaves something open, and anew where it has become the city's?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { reported } from '../samples.ts'

const submitted: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'no-response'],
  ['dan', 'report-to-city'],
  ['gao', 'open-investigation'],
  ['wait', 10 * 24 * 60],
  ['chen', 'submit-report'],
]
const back = (dueDate: string): Line => [
  'gao',
  'return-report',
  { missing: ['联锁为何退出'], dueDate },
]
const third: Line = ['dan', 'record-casualties', { asOf: '2026-03-27', dead: 3, reason: '不治' }]
const day25: Line = ['at', '2026-03-27T01:00:00.000Z']

describe('a report that leaves something open', () => {
  it('is sent back until a day, and the period of the reply begins anew with the next one', () => {
    const play = emergency(reported, {}, ...submitted)
    expect(play.due('reply')).toBe('2026-03-27')
    play.does(back('2026-04-01'))
    expect(play.where('investigation')).toBe('investigation.investigating')
    expect([play.clock('reply')?.status, play.due('supplementary-investigation')]).toEqual([
      'replaced',
      '2026-04-01',
    ])
    play.does(['at', '2026-03-30T01:00:00.000Z'], ['chen', 'submit-report'])
    expect(play.clock('supplementary-investigation')?.status).toBe('met')
    expect(play.due('reply')).toBe('2026-04-14')
  })

  it.each(['2026-03-12', '2026-05-12', '2026-02-30'])('is not sent back until %s', (day) => {
    const play = emergency(reported, {}, ...submitted)
    expect(refusal(() => play.does(back(day))).words).not.toBe('')
    expect(play.where('investigation')).toBe('investigation.replying')
  })

  it('that does not come in time is told of', () => {
    const play = emergency(reported, {}, ...submitted, back('2026-03-20'))
    play.does(['at', '2026-03-21T01:00:00.000Z'])
    expect(play.clock('supplementary-investigation')?.status).toBe('overdue')
  })
})

describe('an accident that becomes a larger one on day 25', () => {
  it('and is awaiting the reply is investigated anew by the city within the period of law', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...submitted, day25, third)
    expect(play.where('investigation')).toBe('investigation.replying')
    expect(refusal(() => play.does(['shi', 'reply'])).words).toContain('市级另行组织')
    play.does(['shi', 'open-investigation'])
    expect([play.where('investigation'), play.context().inquiryBy]).toEqual([
      'investigation.investigating',
      'city',
    ])
    expect([play.due('investigation'), play.clock('investigation')?.status]).toEqual([
      '2026-05-01',
      'running',
    ])
    expect(play.clock('reply')?.status).toBe('replaced')
  })

  it('and was replied to is investigated anew: neither evaluated nor published before that is replied to', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...submitted, ['gao', 'reply'])
    play.does(['ji', 'publish-result'], day25, third, ['shi', 'open-investigation'])
    expect(play.clock('evaluation')?.status).toBe('replaced')
    play.does(['ke', 'submit-report'], ['shi', 'reply'])
    expect([play.where('investigation'), play.context().published]).toEqual([
      'investigation.following-up',
      false,
    ])
    expect(play.clock('evaluation')?.status).toBe('running')
  })

  it('and was replied to by the county is neither published nor evaluated until the city has taken it up', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...submitted, ['gao', 'reply'])
    play.does(day25, third)
    for (const act of ['publish-result', 'evaluate']) {
      expect(refusal(() => play.does(['ji', act])).code).toBe('not-allowed')
      expect(refusal(() => play.does(['yu', act])).words).toContain('市级另行组织')
    }
  })

  it('and whose report was sent back is investigated by the city within the period of law', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...submitted, back('2026-04-01'))
    play.does(day25, third, ['shi', 'open-investigation'])
    expect(play.clock('supplementary-investigation')?.status).toBe('replaced')
    expect([play.due('investigation'), play.clock('investigation')?.status]).toEqual([
      '2026-05-01',
      'running',
    ])
  })

  it('is not sent back to a group that hands in nothing any more', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...submitted, day25, third)
    const [, type, data] = back('2026-04-01')
    expect(refusal(() => play.does(['shi', type, data] as Line)).words).toContain('市级另行组织')
  })

  it('is handed in, sent back and replied to by the city alone, also one of the county that it has taken up', () => {
    const play = emergency(reported, {}, ...submitted.slice(0, 4), ['shi', 'open-investigation'])
    expect(refusal(() => play.does(['chen', 'submit-report'])).code).toBe('not-allowed')
    play.does(['ke', 'submit-report'])
    expect(refusal(() => play.does(back('2026-04-01'))).code).toBe('not-allowed')
    expect(refusal(() => play.does(['gao', 'reply'])).code).toBe('not-allowed')
    play.does(['shi', 'reply'])
    expect(play.where('investigation')).toBe('investigation.following-up')
  })

  it('is not begun anew by the county, nor where the city has investigated', () => {
    const play = emergency(reported, {}, ...submitted)
    expect(refusal(() => play.does(['gao', 'open-investigation'])).words).toContain('市级')
  })
})

describe('an investigation that is opened before its period is asked about', () => {
  it('has one period only', () => {
    const play = emergency(reported, {}, ...submitted)
    const periods = play.record().obligations.filter(({ clock }) => clock === 'investigation')
    expect(periods).toHaveLength(1)
  })
})
