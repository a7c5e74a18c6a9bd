// Does who owes the authority an answer gain nothing by giving none, and lose nothing before he has had time?
import { describe, expect, it } from 'vitest'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { entryOf } from '../../domain/registers/licences/entry.ts'
import { accepted, words } from '../hazchem-licence/charted.ts'
import { applying, opined, sample } from '../hazchem-licence/playing.ts'
import { applied, items, renewal } from '../hazchem-licence/samples.ts'

const incomplete = sample('refuse-acceptance', 1) ?? {}
const asked = (form: object = applied) =>
  applying({ ...applied, ...form }, '2026-03-02', ['kou', 'require-supplement'])

describe('a supplement that does not come', () => {
  it('is waited for fifteen days; then the window judges the application as it is', () => {
    const play = asked()
    play.does(['until', '2026-03-16'])
    expect(words(play, ['kou', 'end-supplement'])).toContain('未满15日')
    play.does(['until', '2026-03-17'], ['kou', 'end-supplement'])
    expect([play.where('handling'), play.clock('acceptance')?.status]).toEqual([
      'handling.receiving',
      'met',
    ])
    play.does(['kou', 'refuse-acceptance', incomplete])
    expect(play.where('handling')).toBe('handling.not-accepted')
  })

  it('renews no licence by the silence of who owes it', () => {
    const play = asked(renewal)
    expect(play.clock('deemed-renewal')?.status).not.toBe('running')
    play.does(['until', '2026-08-20'])
    expect(play.where('handling')).toBe('handling.supplementing')
    expect(entryOf(hazchemLicence, play.record())).toBeNull()
  })

  it('and comes at last sets the end of the licence running again, unless that is over', () => {
    const play = asked(renewal)
    play.does(['until', '2026-03-20'], ['mao', 'supplement'])
    expect([play.clock('deemed-renewal')?.status, play.due('deemed-renewal')]).toEqual([
      'running',
      '2026-08-10',
    ])
    const late = asked(renewal)
    late.does(['until', '2026-08-20'], ['mao', 'supplement'])
    expect(late.clock('deemed-renewal')?.status).not.toBe('running')
    expect(late.where('handling')).toBe('handling.receiving')
  })

  it('and of which the applicant only says that it came is no reason to accept', () => {
    const play = asked()
    play.does(['until', '2026-03-20'], ['mao', 'supplement'])
    expect(
      words(play, ['kou', 'refuse-acceptance', { ...incomplete, missing: ['别的'] }]),
    ).toContain('第三十二条第一款第四、五项')
    play.does(['kou', 'refuse-acceptance', { ...incomplete, missing: [items[0]] }])
    expect(play.where('handling')).toBe('handling.not-accepted')
  })
})

describe('rework that is not reported', () => {
  const reworking = () =>
    applying(
      { ...applied, ...renewal },
      '2026-03-02',
      accepted,
      ['shen', 'begin-site-check'],
      ['shen', 'site-check-rework'],
      ['song', 'sign'],
    )

  it('is waited for fifteen days, outside the period of review; then the review goes on to its decision', () => {
    const play = reworking()
    expect(play.clock('renewal-decision')?.status).toBe('paused')
    expect(words(play, ['shen', 'end-rework'])).toContain('未满15日')
    play.does(['until', '2026-03-20'], ['shen', 'end-rework'])
    expect([play.where('handling'), play.clock('renewal-decision')?.status]).toEqual([
      'handling.reviewing.preparing',
      'running',
    ])
    play.does(
      ['shen', 'begin-site-check'],
      ['shen', 'site-check-failed'],
      ['song', 'sign'],
      ...opined,
      ['gao', 'refuse'],
    )
    expect(play.where('handling')).toBe('handling.refusing')
  })
})
