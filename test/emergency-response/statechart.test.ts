// Does an emergency go only the ways it may, and can every state be reached and left?
import { describe, expect, it } from 'vitest'
import { drillAtStart } from '../../domain/emergency-response/drill/course.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import { emergency, type Line } from './playing.ts'
import { called, drill, grave, plannedDrill, reported, samples, start } from './samples.ts'
import { deciding, situations } from './situations.ts'

const bySystem = { by: { kind: 'system' } as const, signatures: [] }

describe('the chart', () => {
  itHolds({
    process: emergencyResponse,
    situations,
    samples,
    deciding: deciding(),
    ended: { event: '', by: actor('dan'), at: start },
    memories: [
      {},
      drillAtStart({ type: '', data: plannedDrill, at: start, ...bySystem }),
      { reported: false, reportWaived: true, unreceived: [{ by: 'city', of: 'another' }] },
      { reached: 'province', unreceived: [{ by: 'city', of: 'another' }] },
    ],
  })
})

const numbers = (figures: Record<string, number>) => ({
  asOf: '2026-03-02',
  reason: '医院通报',
  ...figures,
})
const verified: Line[] = [['dan', 'verify']]
const responding: Line[] = [...verified, ['gao', 'start-response']]
const reportedUp: Line[] = [
  ['dan', 'report-to-city'],
  ['du', 'acknowledge-report'],
]

describe('the whole way', () => {
  it('is verified, graded, responded to, settled, reported, investigated, replied to and evaluated; then the case is closed', () => {
    const play = emergency(reported, {}, ...responding, ...reportedUp)
    expect([play.where('response'), play.where('reporting')]).toEqual([
      'response.responding',
      'reporting.standing',
    ])
    play.does(
      ['gao', 'end-response'],
      ['gao', 'settle'],
      ['dan', 'report-finally'],
      ['du', 'acknowledge-report'],
      ['gao', 'open-investigation'],
      ['chen', 'submit-report'],
      ['gao', 'reply'],
      ['ji', 'publish-result'],
      ['ji', 'evaluate'],
    )
    expect(play.record().status).toBe('open')
    expect([play.where('receipt'), play.where('investigation'), play.where('casualties')]).toEqual([
      'receipt.received',
      'investigation.evaluated',
      'casualties.counting',
    ])
    play.does(['at', '2026-04-02T01:00:00.000Z'])
    expect([play.where('casualties'), play.record().status]).toEqual([
      'casualties.frozen',
      'closed',
    ])
  })

  it('a false alarm and a referral close everything at once, also what was reported already', () => {
    for (const end of ['declare-false', 'refer'] as const) {
      const play = emergency(reported, {}, ['dan', 'report-to-city'], ['dan', end])
      expect(play.record().status).toBe('closed')
      expect(Object.keys(play.record().openTasks)).toEqual([])
      expect(
        play.record().obligations.filter(({ status }) => ['running', 'overdue'].includes(status)),
      ).toEqual([])
    }
  })

  it('what needs no response is still reported and decided about', () => {
    const play = emergency(called, {}, ...verified, ['gao', 'no-response'])
    expect([play.where('response'), play.where('investigation'), play.where('reporting')]).toEqual([
      'response.not-needed',
      'investigation.deciding',
      'reporting.first',
    ])
    play.does(['dan', 'no-report'], ['gao', 'no-investigation'], ['at', '2026-03-11T01:00:00Z'])
    expect(play.record().status).toBe('closed')
  })

  it('an exercise ends without an investigation', () => {
    const play = emergency(drill, {}, ...responding, ['gao', 'end-response'])
    expect(play.where('investigation')).toBe('investigation.not-needed')
    expect(refusal(() => play.does(['gao', 'open-investigation'])).code).not.toBe('none')
  })
})

describe('reports upwards', () => {
  it('from the county’s desk go to the city, and from there to the province where it is grave', () => {
    const play = emergency(grave, {}, ...reportedUp)
    expect(play.context().reached).toBe('city')
    expect(play.where('receipt')).toBe('receipt.none')
    play.does(['du', 'report-to-province'], ['sun', 'acknowledge-report'])
    expect([play.context().reached, play.where('reporting')]).toEqual([
      'province',
      'reporting.standing',
    ])
  })

  it('that skip a level tell the level in between', () => {
    const play = emergency(grave, {}, ['dan', 'report-to-province'])
    expect(play.notified('report-to-province')).toContain('330800-command/duty-officer')
    expect(refusal(() => play.does(['dan', 'report-to-city'])).code).not.toBe('none')
  })

  it('that skip the city leave it what is its own: to tell its government and its authorities', () => {
    const clocks = ['city-informing', 'city-info-phone', 'city-info-written']
    const play = emergency(grave, {}, ['wait', 10], ['dan', 'report-to-province'])
    expect(clocks.map(play.dueAt)).toEqual([
      '2026-03-02 11:10',
      '2026-03-02 09:40',
      '2026-03-02 10:10',
    ])
    expect(play.clock('city-report')).toBeUndefined()
    play.does(
      ['du', 'city-informs-authorities'],
      ['du', 'city-report-by-phone'],
      ['dan', 'record-casualties', { asOf: '2026-03-02', dead: 4, reason: '搜救发现' }],
    )
    expect(play.clock('city-informing')?.status).toBe('met')
    const usual = emergency(grave, {}, ...reportedUp, ['wait', 10], ['du', 'report-to-province'])
    expect(
      usual.record().obligations.filter(({ clock }) => clock === 'city-informing'),
    ).toHaveLength(1)
  })

  it('that skip the city of what is small then are telephoned by it once it has become larger', () => {
    const play = emergency(reported, {}, ['dan', 'report-to-province'], ['wait', 30])
    expect(play.clock('city-phone')).toBeUndefined()
    play.does(['dan', 'record-casualties', { asOf: '2026-03-02', dead: 4, reason: '搜救发现' }])
    expect(play.dueAt('city-phone')).toBe('2026-03-02 10:30')
    expect(play.clock('city-report')).toBeUndefined()
  })

  it('that skip a level are received by it, too; so is each correction of what went past it', () => {
    const play = emergency(grave, {}, ['dan', 'report-to-province'])
    expect([play.where('receipt'), play.where('copies')]).toEqual([
      'receipt.awaiting',
      'copies.awaiting',
    ])
    play.does(['du', 'acknowledge-copy'], ['sun', 'acknowledge-report'], ['dan', 'correct-report'])
    expect(play.notified('correct-report')).toEqual([
      '330802-bureau/duty-officer',
      '330800-command/duty-officer',
      '330000-command/duty-officer',
    ])
    play.does(['sun', 'acknowledge-report'])
    expect([play.where('receipt'), play.where('copies')]).toEqual([
      'receipt.none',
      'copies.awaiting',
    ])
    play.does(['du', 'acknowledge-copy'])
    expect(play.where('copies')).toBe('copies.none')
  })

  it('that go past the city later are received by it as well, until the final one', () => {
    const play = emergency(
      grave,
      {},
      ['dan', 'report-to-province'],
      ['du', 'acknowledge-copy'],
      ['dan', 'report-further'],
    )
    expect(play.where('copies')).toBe('copies.awaiting')
    play.does(['du', 'acknowledge-copy'], ['du', 'report-further'])
    expect(play.where('copies')).toBe('copies.none')
    play.does(...verified, ['gao', 'no-response'], ['dan', 'report-finally'])
    expect(play.where('copies')).toBe('copies.awaiting')
    play.does(['du', 'acknowledge-copy'])
    expect(play.where('copies')).toBe('copies.ended')
  })

  it('that the city itself corrects are received by the province alone', () => {
    const play = emergency(grave, {}, ...reportedUp, ['du', 'report-to-province'])
    play.does(['du', 'correct-report'])
    expect([play.where('receipt'), play.where('copies')]).toEqual([
      'receipt.awaiting',
      'copies.none',
    ])
  })

  it('that are withdrawn are withdrawn where they had come to, and nowhere else', () => {
    const atCity = emergency(reported, {}, ['dan', 'report-to-city'], ['dan', 'withdraw-report'])
    expect(atCity.notified('withdraw-report')).toEqual(['330800-command/duty-officer'])
    const atProvince = emergency(
      grave,
      {},
      ['dan', 'report-to-province'],
      ['dan', 'withdraw-report'],
    )
    expect(atProvince.notified('withdraw-report')).toContain('330000-command/duty-officer')
  })

  it('are sent back with what is missing, and completed by the next one', () => {
    const play = emergency(reported, {}, ['dan', 'report-to-city'], ['du', 'send-report-back'])
    expect(play.where('receipt')).toBe('receipt.returned')
    expect(play.notified('send-report-back')).toContain('330802-bureau/duty-officer')
    play.does(['dan', 'report-further'])
    expect(play.where('receipt')).toBe('receipt.awaiting')
  })

  it('may be withdrawn, and are then due again', () => {
    const play = emergency(reported, {}, ['dan', 'report-to-city'], ['dan', 'withdraw-report'])
    expect([play.where('reporting'), play.where('receipt'), play.context().reached]).toEqual([
      'reporting.first',
      'receipt.none',
      'county',
    ])
    expect(play.clock('county-report')?.status).toBe('running')
  })

  it('that are withdrawn or turn out to be none are taken back from whoever has been told, and from nobody else', () => {
    const province = '330000-command/duty-officer'
    const toCity: Line[] = [['dan', 'report-to-city']]
    const toProvince: Line[] = [...toCity, ['du', 'report-to-province']]
    const told = (before: Line[], end: string, by = 'dan') =>
      emergency(reported, {}, ...before, [by, end])
        .notified(end)
        .includes(province)
    for (const end of ['declare-false', 'refer'])
      expect([end, told(toCity, end), told(toProvince, end)]).toEqual([end, false, true])
    const withdraw = 'withdraw-report'
    expect([told(toCity, withdraw), told(toProvince, withdraw)]).toEqual([false, false])
    expect(told(toProvince, withdraw, 'du')).toBe(true)
  })

  it('go on after the final one when the casualties change within the days that count', () => {
    const play = emergency(
      reported,
      {},
      ...responding,
      ...reportedUp,
      ['gao', 'end-response'],
      ['dan', 'report-finally'],
      ['du', 'acknowledge-report'],
    )
    expect(play.where('reporting')).toBe('reporting.final')
    play.does(['dan', 'record-casualties', { asOf: '2026-03-02', dead: 1, reason: '医院通报' }])
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.none',
    ])
  })

  it('are owed after all when somebody dies whom nobody had known of, and so is the investigation', () => {
    const play = emergency(
      reported,
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'no-response'],
      ['dan', 'no-report'],
      ['gao', 'no-investigation'],
    )
    expect(play.clock('county-report')?.status).toBe('replaced')
    play.does(['wait', 60], ['dan', 'record-casualties', numbers({ evacuated: 5 })])
    expect(play.where('reporting')).toBe('reporting.not-needed')
    play.does(['dan', 'record-casualties', numbers({ dead: 1 })])
    expect([play.where('reporting'), play.where('receipt'), play.where('investigation')]).toEqual([
      'reporting.first',
      'receipt.none',
      'investigation.deciding',
    ])
    expect(play.dueAt('county-report')).toBe('2026-03-02 12:00')
  })
})
