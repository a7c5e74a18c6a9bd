// Does each level tell the duty office of its government, by telephone first and then in writing, each in its time?
import { describe, expect, it } from 'vitest'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported, start } from '../samples.ts'

const tells = (who: 'county' | 'city', form: 'phone' | 'written', minute: number): Line => [
  who === 'county' ? 'dan' : 'du',
  `${who}-tells-government`,
  { form, reportedAt: later(start, minute * 60_000), to: '总值班室王值班', content: '爆炸' },
]
const statusOf = (play: ReturnType<typeof emergency>, ...clocks: string[]) =>
  clocks.map((clock) => play.clock(clock)?.status)

describe('what was passed on from above', () => {
  it('is called back at once, and found true or not within two months', () => {
    const play = emergency({ ...called, source: 'superior' }, {}, ['wait', 20])
    expect([play.clock('verification')?.status, play.due('tip-verification')]).toEqual([
      'overdue',
      '2026-05-02',
    ])
    play.does(['dan', 'verify', { findings: '属实' }])
    expect(play.clock('tip-verification')?.status).toBe('met')
    expect(emergency(called, {}).clock('tip-verification')).toBeUndefined()
  })
})

describe('the duty office of the government', () => {
  it('is told by telephone in half an hour and in writing in an hour, by the county and then by the city', () => {
    const play = emergency(reported, {}, ['wait', 20])
    expect([play.dueAt('county-info-phone'), play.dueAt('county-info-written')]).toEqual([
      '2026-03-02 09:30',
      '2026-03-02 10:00',
    ])
    play.does(tells('county', 'phone', 15))
    expect(statusOf(play, 'county-info-phone', 'county-info-written')).toEqual(['met', 'running'])
    play.does(['wait', 30], tells('county', 'written', 45), ['dan', 'report-to-city'])
    expect(statusOf(play, 'county-info-written', 'city-info-phone')).toEqual(['met', 'running'])
    expect(play.dueAt('city-info-phone')).toBe('2026-03-02 10:20')
    expect(refusal(() => play.does(tells('city', 'phone', -10))).words).toContain('时刻')
  })

  it('that was written to first need not be telephoned, and is one of the authorities that are told', () => {
    const play = emergency(reported, {}, ['wait', 10], tells('county', 'written', 8))
    expect(statusOf(play, 'county-info-phone', 'county-info-written')).toEqual(['met', 'met'])
    expect(play.context().countyInformed).toEqual({ government: later(start, 8 * 60_000) })
  })

  it.each(['county', 'city'] as const)(
    'that is the last of the authorities of the %s ends the period of all of them',
    (level) => {
      const by = level === 'county' ? 'dan' : 'du'
      const others = { police: '电话', labour: '电话', union: '电话', procuratorate: '电话' }
      const play = emergency(
        called,
        { by },
        ['wait', 20],
        [by, `${level}-informs-authorities`, { informedAt: later(start, 10 * 60_000), ...others }],
      )
      expect(statusOf(play, `${level}-informing`)).toEqual(['running'])
      play.does(tells(level, 'phone', 15), ['wait', 180])
      expect(statusOf(play, `${level}-informing`)).toEqual(['met'])
    },
  )

  it('of the city may be told of what a county has sent past the city', () => {
    const play = emergency(reported, {}, ['wait', 10])
    expect(refusal(() => play.does(tells('city', 'phone', 5))).words).toContain('市级尚未接报')
    play.does(['dan', 'report-to-province'], ['wait', 10], tells('city', 'phone', 15))
    expect(play.context().cityChannel).toEqual({ phone: later(start, 15 * 60_000) })
  })

  it('that nobody has told is told of to the leader of the level', () => {
    const play = emergency(called, { by: 'du' }, ['wait', 61])
    expect(statusOf(play, 'city-info-phone', 'city-info-written')).toEqual(['overdue', 'overdue'])
    expect(statusOf(play, 'county-info-phone')).toEqual([undefined])
    expect(play.notified('city-info-phone')).toEqual([
      '330800-command/duty-officer',
      '330800-leadership/leader',
    ])
  })

  it('need not be told of what is not reported', () => {
    const play = emergency(reported, {}, ['dan', 'no-report'])
    expect(statusOf(play, 'county-info-phone', 'county-info-written')).toEqual([
      'replaced',
      'replaced',
    ])
    expect(refusal(() => play.does(tells('county', 'phone', 0))).words).toContain('不需上报')
  })
})
