// Is an applicant heard as the Licensing Law wants it, and do authorities that handle an application together have their time?
import { describe, expect, it } from 'vitest'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { applied, onPaper, registering, sample } from './playing.ts'
import { mine } from './samples.ts'

type Play = ReturnType<typeof registering>
const words = (play: Play, ...lines: Line[]) => refusal(() => play.does(...lines)).words
const hearingNotice: Line = ['shen', 'tell-hearing-right']
const noticeServed: Line = ['shen', 'serve-hearing-notice']
const notice = (heldOn: string, chairId = 'fa'): Line => [
  'chen',
  'notify-hearing',
  { ...sample('notify-hearing'), heldOn, chairId },
]
const accepted = (...lines: Line[]): Play =>
  registering(mine, '2026-03-02', ...applied('apply-design'), ...lines)

describe('a hearing (许可法 46–48)', () => {
  it('is not to be had outside the review', () => {
    const play = registering(mine, '2026-03-02', ['mao', 'apply-design'])
    expect(refusal(() => play.does(hearingNotice)).code).toBe('not-possible-now')
  })

  it('is asked for within five working days, or the right lapses and the review goes on', () => {
    const play = accepted(hearingNotice, noticeServed)
    expect(play.due('hearing-request')).toBe('2026-03-09')
    play.does(...onPaper)
    expect(words(play, ['gao', 'approve-design'])).toContain('须待听证结束')
    play.does(['until', '2026-03-10'])
    expect([play.where('hearing'), play.due('design-review')]).toEqual([
      'hearing.over',
      '2026-03-30',
    ])
    play.does(['gao', 'approve-design'])
    expect(play.where('hearing')).toBe('hearing.none')
  })

  it('asked for, it stops the period, is held within twenty working days, and told seven before', () => {
    const play = accepted(hearingNotice, ['until', '2026-03-04'], ['mao', 'request-hearing'])
    expect([play.clock('design-review')?.status, play.due('hearing-organise')]).toEqual([
      'paused',
      '2026-04-01',
    ])
    expect(words(play, notice('2026-03-12'))).toContain('七日前')
    play.does(notice('2026-03-13'), ['until', '2026-03-13'], ['fa', 'close-hearing'])
    expect(play.clock('design-review')).toMatchObject({ status: 'running', due: '2026-04-10' })
    expect(play.clock('design-review')?.explanation.zh).toContain('听证')
  })

  it('is not presided over by the chief who has endorsed the opinion, but by the legal reviewer', () => {
    const play = accepted(
      ...onPaper,
      hearingNotice,
      ['mao', 'request-hearing'],
      notice('2026-03-13'),
      ['until', '2026-03-13'],
    )
    expect(words(play, ['shen', 'close-hearing'])).not.toBe('')
    expect(words(play, ['chen', 'close-hearing'])).toContain('第四十八条第一款第三项')
    play.does(['fa', 'close-hearing'])
    expect(play.where('hearing')).toBe('hearing.over')
  })

  it('is presided over by nobody who endorses the opinion afterwards', () => {
    const play = accepted(hearingNotice, ['mao', 'request-hearing'], notice('2026-03-13', 'chen'))
    play.does(['until', '2026-03-13'], ['chen', 'close-hearing'], ...onPaper.slice(0, -1))
    expect(words(play, ['chen', 'endorse'])).toContain('听证主持人不得复核')
  })

  it('announced, everybody may read of it', () => {
    const play = accepted(['chen', 'announce-hearing'])
    expect([play.where('hearing'), play.clock('design-review')?.status]).toEqual([
      'hearing.preparing',
      'paused',
    ])
    expect(play.facts.at(-1)?.audience).toBe('public')
  })

  it('and experts do not stop the same period at once', () => {
    const play = accepted(['shen', 'begin-expert-review'])
    expect(words(play, hearingNotice)).toContain('专家评审或者整改结束后')
    const withHearing = accepted(hearingNotice)
    expect(words(withHearing, ['shen', 'begin-expert-review'])).toContain('须待听证结束')
  })

  it('ends with the application that is withdrawn', () => {
    const play = accepted(hearingNotice, noticeServed, ['mao', 'withdraw'])
    expect([play.where('hearing'), play.clock('hearing-request')?.status]).toEqual([
      'hearing.none',
      'met',
    ])
  })
})

describe('joint handling (许可法 42)', () => {
  it('has forty-five working days from acceptance in place of twenty, and fifteen more', () => {
    const play = accepted(['until', '2026-03-04'], ['chen', 'handle-jointly'])
    expect([play.clock('design-review')?.status, play.due('joint-decision')]).toEqual([
      'replaced',
      '2026-05-08',
    ])
    expect(words(play, ['gao', 'extend-review', { ...sample('extend-review'), by: 15 }])).toContain(
      '本级人民政府负责人',
    )
    play.does([
      'gao',
      'extend-review',
      { ...sample('extend-review'), by: 15, governmentApproval: '柯政批〔2026〕3号' },
    ])
    expect(play.due('joint-decision')).toBe('2026-05-28')
  })

  it('waits for everybody who was asked before there is an opinion', () => {
    const play = accepted(['chen', 'handle-jointly'], ['shen', 'waive-site-check'])
    expect(words(play, ['shen', 'submit-opinion'])).toContain('消防救援支队')
    play.does(['shen', 'note-joint-opinion', sample('note-joint-opinion', 0)])
    expect(words(play, ['shen', 'note-joint-opinion', sample('note-joint-opinion', 0)])).toContain(
      '已经答复',
    )
    play.does(['shen', 'note-joint-opinion', sample('note-joint-opinion', 1)], ...onPaper.slice(1))
    expect(play.where('handling')).toBe('handling.design.reviewing.deciding')
  })

  it('is decided on before anything has stopped the period', () => {
    const play = accepted(['shen', 'waive-site-check'])
    expect(words(play, ['chen', 'handle-jointly'])).toContain('不能再改为联合办理')
  })

  it('is not begun after experts or rework, whose time would count again; a new application is free of them', () => {
    const withExperts: Line[] = [
      ['shen', 'begin-expert-review'],
      ['shen', 'end-expert-review'],
    ]
    const reworked: Line[] = [
      ['shen', 'begin-site-check'],
      ['shen', 'site-check-rework'],
      ['song', 'sign', {}],
      ['mao', 'report-rework'],
    ]
    for (const stopped of [withExperts, reworked]) {
      const play = accepted(...stopped)
      expect(words(play, ['chen', 'handle-jointly'])).toContain('审查已中止过')
      play.does(['mao', 'withdraw'], ...applied('apply-design'), ['chen', 'handle-jointly'])
      expect(play.where('joint')).toBe('joint.asking')
    }
  })
})
