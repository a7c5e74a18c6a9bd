// Do the periods of an emergency end at the minute that the law gives, and who is told when one is missed?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { levelFacts } from '../../domain/law/calculations/emergency/levels.ts'
import { refusal } from '../case/acting.ts'
import { emergency } from './playing.ts'
import { called, grave, reported } from './samples.ts'

const may = (time: string, day = '2026-05-01') => `${day}T${time}:00+08:00`

/** Accident Friday 1 May 2026 at 09:40; the head is told at 09:50, the county at 10:30. */
const accident = {
  ...grave,
  happenedAt: may('09:40'),
  toldAt: may('09:50'),
}

describe('an accident of 2 dead and 10 seriously hurt, as the law works it out', () => {
  const play = emergency(accident, { from: may('10:30') })

  it('is a larger one by its injured, so the city investigates and the report stops at the province', () => {
    expect([play.context().accidentLevel, play.context().grave]).toEqual(['larger', true])
    expect([levelFacts.larger.reportUpTo.zh, levelFacts.larger.investigatedBy.zh]).toEqual([
      '省级',
      '设区的市级人民政府',
    ])
    expect(emergencyResponse.level(play.record())).toBe(3)
  })

  it('the unit reports by 10:50, the county to the city by 12:30 and by telephone to the province by 11:30', () => {
    expect([play.dueAt('unit-report'), play.clock('unit-report')?.status]).toEqual([
      '2026-05-01 10:50',
      'met',
    ])
    expect(play.dueAt('county-report')).toBe('2026-05-01 12:30')
    expect(play.dueAt('county-phone')).toBe('2026-05-01 11:30')
    expect(play.clock('city-report')).toBeUndefined()
  })

  it('the city, told at 12:10, reports to the province by 14:10', () => {
    play.does(['at', may('10:40')], ['dan', 'verify', { findings: '属实' }])
    play.does(
      ['at', may('11:20')],
      [
        'dan',
        'county-report-by-phone',
        { phonedAt: may('11:15'), to: '省厅', content: '两死十伤' },
      ],
      ['at', may('12:10')],
      ['dan', 'report-to-city'],
    )
    expect(play.clock('county-phone')?.status).toBe('met')
    expect(play.clock('county-report')?.status).toBe('met')
    expect(play.dueAt('city-report')).toBe('2026-05-01 14:10')
    play.does(['at', may('14:00')], ['du', 'report-to-province'])
    expect(play.clock('city-report')?.status).toBe('met')
    expect(play.dueAt('continued-report')).toBe('2026-05-02 14:00')
  })

  it('the report of the investigation is due on 30 June, and after 60 days more on 29 August', () => {
    expect(play.due('investigation')).toBe('2026-06-30')
    const longer = {
      obligation: play.clock('investigation')?.id,
      by: 60,
      reason: '技术鉴定复杂',
      paper: '衢政函〔2026〕31号',
    }
    play.does(['at', may('15:00')])
    // 493号 29: whoever investigates lengthens it, and a larger accident is the city’s.
    expect(refusal(() => play.does(['gao', 'extend-clock', longer])).code).toBe('not-allowed')
    expect(refusal(() => play.does(['gao', 'open-investigation'])).code).not.toBe('none')
    play.does(['shi', 'extend-clock', longer])
    expect(play.due('investigation')).toBe('2026-08-29')
  })

  it('a third death on 31 May counts, day 30, also when it is known only on 2 June; one on 1 June, day 31, does not', () => {
    expect(play.due('casualty-supplement')).toBe('2026-05-31')
    play.does(['at', may('09:00', '2026-06-02')])
    expect(play.where('casualties')).toBe('casualties.frozen')
    const late = refusal(() =>
      play.does(['dan', 'record-casualties', { asOf: '2026-06-01', dead: 3, reason: '医院' }]),
    )
    expect([late.code, late.words]).toEqual([
      'not-allowed',
      expect.stringContaining('2026-06-01为第31日：不计入'),
    ])
    expect(play.context().figures).toMatchObject({ dead: 2 })
    play.does(['dan', 'record-casualties', { asOf: '2026-05-31', dead: 3, reason: '医院' }])
    expect([play.context().figures, play.context().accidentLevel]).toEqual([
      expect.objectContaining({ dead: 3 }),
      'larger',
    ])
  })
})

describe('an event that the city’s desk hears of first', () => {
  it('has no period of the county, and of the province only when it is grave', () => {
    const play = emergency(called, { by: 'du' })
    expect([play.clock('county-report'), play.clock('city-report')]).toEqual([undefined, undefined])
    play.does(['wait', 30], ['du', 'record-casualties'])
    expect([play.dueAt('city-report'), play.dueAt('city-phone')]).toEqual([
      '2026-03-02 11:30',
      '2026-03-02 10:30',
    ])
    expect(play.clock('county-phone')).toBeUndefined()
  })
})

describe('reports', () => {
  it('entered later run from the true moment of the call', () => {
    const play = emergency({ ...reported, receivedAt: '2026-03-02T00:40:00.000Z' }, {})
    expect([play.dueAt('county-report'), play.dueAt('verification')]).toEqual([
      '2026-03-02 10:40',
      '2026-03-02 08:55',
    ])
    play.does(['wait', 0])
    expect(play.clock('verification')?.status).toBe('overdue')
  })

  it('of a unit that is late are shown as late; one not made keeps running', () => {
    const told = { ...reported, happenedAt: '2026-03-01T22:00:00Z', toldAt: '2026-03-01T22:10:00Z' }
    expect(emergency(told, {}).clock('unit-report')?.status).toBe('met-late')
    const play = emergency({ ...told, source: 'bureau', toldAt: '2026-03-02T00:50:00Z' }, {})
    expect(play.dueAt('unit-report')).toBe('2026-03-02 09:50')
    play.does(
      ['wait', 45],
      [
        'dan',
        'record-unit-report',
        {
          reportedAt: '2026-03-02T01:40:00Z',
          content: '爆炸',
        },
      ],
    )
    expect(play.clock('unit-report')?.status).toBe('met')
  })

  it('by telephone count from when they were made, not from when they were written down', () => {
    const play = emergency(
      grave,
      {},
      ['wait', 75],
      [
        'dan',
        'county-report-by-phone',
        {
          phonedAt: '2026-03-02T01:50:00Z',
          to: '省厅',
          content: '两死十伤',
        },
      ],
    )
    expect(play.clock('county-phone')?.status).toBe('met')
    expect(play.clock('county-phone')?.endedAt).toBe('2026-03-02T01:50:00.000Z')
  })

  it('ask for the next one within a day, of a major accident within twelve hours of the last', () => {
    const play = emergency(reported, {}, ['dan', 'report-to-city'])
    expect(play.dueAt('continued-report')).toBe('2026-03-03 09:00')
    play.does(['wait', 60], ['dan', 'report-further'])
    expect(play.dueAt('continued-report')).toBe('2026-03-03 10:00')
    play.does(
      ['wait', 60],
      [
        'dan',
        'record-casualties',
        {
          asOf: '2026-03-02',
          dead: 10,
          reason: '搜救',
        },
      ],
    )
    expect(play.dueAt('continued-report-major')).toBe('2026-03-02 22:00')
    play.does(['wait', 60], ['dan', 'report-further'])
    expect(play.dueAt('continued-report-major')).toBe('2026-03-03 00:00')
    expect(play.clock('continued-report')?.status).toBe('met')
  })

  it('that raise the level begin the duties that follow, once', () => {
    const play = emergency(reported, {}, ['dan', 'report-to-city'], ['wait', 60])
    expect(play.clock('city-report')).toBeUndefined()
    play.does(['dan', 'record-casualties', { asOf: '2026-03-02', dead: 3, reason: '搜救' }])
    expect([play.dueAt('city-report'), play.dueAt('county-phone')]).toEqual([
      '2026-03-02 12:00',
      '2026-03-02 11:00',
    ])
    play.does(
      ['wait', 10],
      [
        'dan',
        'record-casualties',
        {
          asOf: '2026-03-02',
          dead: 4,
          reason: '搜救',
        },
      ],
    )
    expect(play.record().obligations.filter(({ clock }) => clock === 'city-report')).toHaveLength(1)
  })

  it('that nobody makes are told to the leader and the level above', () => {
    const play = emergency(grave, {}, ['wait', 130])
    expect(play.clock('county-report')?.status).toBe('overdue')
    expect(play.notified('county-report')).toEqual([
      '330802-bureau/duty-officer',
      '330802-bureau/leader',
      '330800-command/duty-officer',
    ])
    play.does(['dan', 'report-to-city'])
    expect(play.clock('county-report')?.status).toBe('met-late')
  })
})

describe('verification', () => {
  it('is due a quarter of an hour after the call, and then the leader hears of it', () => {
    const play = emergency(reported, {}, ['wait', 16])
    expect(play.notified('verification')).toContain('330802-bureau/leader')
    expect(
      emergency(reported, {}, ['wait', 10], ['dan', 'verify']).clock('verification')?.status,
    ).toBe('met')
  })
})

describe('after the accident', () => {
  it('casualties of a fire count for seven days', () => {
    const play = emergency(called, {})
    expect([
      play.due('casualty-supplement-traffic-fire'),
      play.clock('casualty-supplement'),
    ]).toEqual(['2026-03-09', undefined])
  })

  it('the reply is due 15 days after the report, for an extra-major accident 30, and the evaluation a year after the reply', () => {
    const inquiry = [
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'open-investigation'],
      ['chen', 'submit-report'],
    ] as const
    const play = emergency(reported, {}, ...inquiry.map((line) => [...line] as [string, string]))
    expect(play.due('reply')).toBe('2026-03-17')
    play.does(['gao', 'reply'])
    expect(play.due('evaluation')).toBe('2027-03-02')
    const greatest = emergency(
      { ...reported, dead: 30 },
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['shi', 'open-investigation'],
      ['ke', 'submit-report'],
    )
    expect([greatest.due('reply-extra-major'), greatest.clock('reply')]).toEqual([
      '2026-04-01',
      undefined,
    ])
  })

  it('the investigation stands still for a technical appraisal', () => {
    const play = emergency(reported, {}, ['dan', 'verify', { findings: '属实' }])
    const obligation = play.clock('investigation')?.id
    expect(play.due('investigation')).toBe('2026-05-01')
    play.does([
      'gao',
      'pause-clock',
      { obligation, kind: 'technical-appraisal', reason: '委托技术鉴定' },
    ])
    play.does(['at', '2026-03-12T01:00:00.000Z'])
    play.does(['gao', 'resume-clock', { obligation, reason: '鉴定完成' }])
    expect(play.due('investigation')).toBe('2026-05-11')
  })

  it('an exercise is not investigated, so nothing runs', () => {
    const play = emergency({ ...called, drill: true }, {}, ['dan', 'verify'])
    expect(play.clock('investigation')).toBeUndefined()
  })
})
