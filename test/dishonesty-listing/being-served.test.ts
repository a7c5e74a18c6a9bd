// Is what the party says while its notice is still being served taken, and carried into the next step?
import { describe, expect, it } from 'vitest'
import { refusal } from '../case/acting.ts'
import { day, listingOf, matter, sample } from './samples.ts'

const posted = { method: 'post', servedOn: '2026-03-04', receiver: '毛总' }
const noticed = (...lines: Parameters<typeof listingOf>[2][]) =>
  listingOf(matter, day, ['lin', 'notify-listing'], ...lines)
const where = (play: ReturnType<typeof listingOf>) => play.record().snapshot.value

describe('a notice that is being served', () => {
  it.each(['mao', 'lin'])('lets the party state its case, written down by %s', (who) => {
    const play = noticed([who, 'state-case'])
    expect([where(play), play.context().stated]).toEqual(['serving-notice', true])
    expect(play.clock('statement-window')).toBeUndefined()
    play.does(['until', '2026-03-05'], ['lin', 'serve-notice', posted])
    expect([where(play), play.clock('statement-window')?.status]).toEqual(['awaiting', 'running'])
    expect(play.due('statement-window')).toBe('2026-03-11')
    play.does(['mao', 'waive-statement'])
    expect(refusal(() => play.does(['lin', 'weigh-statement'])).words).toContain('已陈述申辩')
    play.does(['lin', 'weigh-statement', sample('weigh-statement', 1)])
    expect(where(play)).toBe('deciding')
  })

  it('is weighed once it is served where the party has done without', () => {
    const play = noticed(['until', '2026-03-03'], ['mao', 'waive-statement'])
    expect(where(play)).toBe('serving-notice')
    play.does(['until', '2026-03-05'], ['lin', 'serve-notice', posted])
    expect(where(play)).toBe('weighing')
    expect(play.clock('statement-window')).toMatchObject({
      start: '2026-03-04',
      due: '2026-03-11',
      status: 'met',
    })
  })

  it('is no paper of nobody else', () => {
    expect(refusal(() => noticed(['chen', 'state-case'])).code).toBe('not-allowed')
    expect(refusal(() => noticed(['mao', 'serve-notice'])).code).toBe('not-allowed')
    expect(refusal(() => listingOf(matter, day, ['mao', 'state-case'])).code).toBe(
      'not-possible-now',
    )
  })

  it('that is made anew takes nothing along that was said of the former one', () => {
    const play = noticed(
      ['mao', 'waive-statement'],
      ['lin', 'serve-notice'],
      ['lin', 'weigh-statement'],
      ['gao', 'return', { to: 'notifying', reason: '补充' }],
      ['lin', 'notify-listing'],
      ['lin', 'serve-notice'],
    )
    expect([where(play), play.clock('statement-window')?.status]).toEqual(['awaiting', 'running'])
  })
})

describe('a window that is held open', () => {
  it('is met by what comes before anybody says that nothing has come', () => {
    const play = noticed(['lin', 'serve-notice'], ['until', '2026-03-12'])
    expect(where(play)).toBe('awaiting')
    play.does(['mao', 'waive-statement'])
    expect([where(play), play.clock('statement-window')?.status]).toEqual(['weighing', 'met'])
  })

  it('is met by what was said in time, whoever ends it afterwards', () => {
    const play = noticed(['lin', 'serve-notice'], ['mao', 'state-case'], ['until', '2026-03-12'])
    const obligation = play.clock('statement-window')?.id
    play.does(['chen', 'confirm-rung', { obligation, escalationLevel: 'lapsed', reason: '期满' }])
    expect([where(play), play.clock('statement-window')?.status]).toEqual(['weighing', 'met'])
  })
})
