// Is what was found to be neither reported nor investigated owed after all, whatever outweighs the finding?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported } from '../samples.ts'

const counted = (figures: object): Line => [
  'dan',
  'record-casualties',
  { asOf: '2026-03-02', ...figures, reason: '核实' },
]
const waived = (leader: string): Line[] => [
  ['dan', 'verify', { findings: '属实' }],
  ['dan', 'no-report'],
  ['gao', 'no-response'],
  [leader, 'no-investigation'],
  ['wait', 10],
]
const equipment = (equipmentEvent: string) => ({ ...reported, kind: 'equipment', equipmentEvent })
/** 一千五百万元：较大事故。 */
const larger = { directLoss: 1_500_000_000 }

describe('what was found to be neither reported nor investigated', () => {
  it.each([
    ['a larger loss', 'gao', reported, larger],
    ['a leak that moved 600', 'shi', equipment('leak'), { evacuated: 600 }],
    ['a larger loss by equipment', 'shi', equipment('other'), larger],
  ])('is owed after all by %s', (_, leader, form, figures) => {
    const play = emergency(form, {}, ...waived(leader), counted(figures))
    expect([play.where('reporting'), play.where('investigation'), play.where('receipt')]).toEqual([
      'reporting.first',
      'investigation.deciding',
      'receipt.none',
    ])
    for (const clock of ['county-report', 'county-informing', 'county-info-phone', 'investigation'])
      expect([clock, play.clock(clock)?.status]).toEqual([clock, 'running'])
    expect(refusal(() => play.does(['shi', 'no-investigation'])).words).toContain('调查')
    play.does(['dan', 'report-to-city'])
    expect(play.where('reporting')).toBe('reporting.standing')
  })

  it.each([
    ['dan', 'county'],
    ['du', 'city'],
  ])('before it was verified is owed once that finds somebody dead (%s)', (by, level) => {
    const play = emergency(called, { by }, [by, 'no-report'], ['wait', 5])
    play.does([by, 'verify', { findings: '属实', dead: 3 }])
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.first',
      'receipt.none',
    ])
    expect(play.clock(`${level}-report`)?.status).toBe('running')
    expect(play.dueAt(`${level}-informing`)).toBe('2026-03-02 11:05')
    expect(play.dueAt(`${level}-info-phone`)).toBe('2026-03-02 09:35')
  })

  it('is told of once more to whoever had been told before', () => {
    const tells = (minute: string): Line[] => [
      ['dan', 'county-tells-government', { form: 'phone', ...told, reportedAt: at(minute) }],
      ['dan', 'county-informs-authorities', { ...authorities, informedAt: at(minute) }],
    ]
    const at = (minute: string) => `2026-03-02T01:${minute}:00.000Z`
    const told = { to: '总值班室', content: '死亡一人' }
    const authorities = { police: '电话', labour: '电话', union: '电话', procuratorate: '电话' }
    const play = emergency(reported, {}, ['wait', 5], ...tells('03'), ...waived('gao'))
    play.does(counted({ dead: 1 }))
    const clocks = ['county-info-phone', 'county-informing']
    expect(clocks.map((one) => play.clock(one)?.status)).toEqual(['running', 'running'])
    play.does(['wait', 5], ...tells('18'))
    expect(clocks.map((one) => play.clock(one)?.status)).toEqual(['met', 'met'])
  })

  it('is not found of a larger loss', () => {
    const play = emergency(
      { ...reported, ...larger },
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'start-response', { level: '1', reason: '损失', period: '1日', measures: '警戒' }],
      ['gao', 'end-response'],
    )
    expect(refusal(() => play.does(['shi', 'no-investigation'])).words).toContain('较大以上事故')
  })

  it('stays so by a small loss', () => {
    const play = emergency(reported, {}, ...waived('gao'), counted({ directLoss: 100_000 }))
    expect([play.where('reporting'), play.where('investigation')]).toEqual([
      'reporting.not-needed',
      'investigation.not-needed',
    ])
  })
})
