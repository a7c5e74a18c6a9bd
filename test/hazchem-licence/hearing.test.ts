// Is an applicant for a licence heard as the Licensing Law wants it, and do authorities that handle it together have their time?
import { describe, expect, it } from 'vitest'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { applying, checked, issued, opined, sample } from './playing.ts'
import { applied, change, renewal } from './samples.ts'

type Play = ReturnType<typeof applying>
const words = (play: Play, ...lines: Line[]) => refusal(() => play.does(...lines)).words
const hearingNotice: Line = ['shen', 'tell-hearing-right']
const noticeServed: Line = ['shen', 'serve-hearing-notice']
const notice = (heldOn: string): Line => [
  'chen',
  'notify-hearing',
  { ...sample('notify-hearing'), heldOn },
]
const accepted = (form: Record<string, unknown> = applied, ...lines: Line[]): Play =>
  applying(form, '2026-03-02', ['kou', 'accept'], ...lines)

describe('a hearing (许可法 46–48)', () => {
  it('is not to be had before acceptance nor after the decision', () => {
    const early = applying(applied, '2026-03-02')
    expect(refusal(() => early.does(hearingNotice)).code).toBe('not-possible-now')
    const late = accepted(applied, ...checked, ...opined, ['gao', 'grant'])
    expect([refusal(() => late.does(hearingNotice)).code, late.where('hearing')]).toEqual([
      'not-possible-now',
      'hearing.none',
    ])
  })

  it('before a refusal: told by the reviewers, not asked for in five working days, and the leader may decide', () => {
    const play = accepted(
      applied,
      ...checked,
      ...opined,
      ['shen', 'tell-hearing-right', { ...sample('tell-hearing-right'), ground: 'refusal' }],
      noticeServed,
    )
    expect(play.due('hearing-request')).toBe('2026-03-09')
    expect(words(play, ['gao', 'refuse'])).toContain('须待听证结束')
    play.does(['until', '2026-03-10'])
    expect([play.where('hearing'), play.due('review')]).toEqual(['hearing.over', '2026-04-14'])
    play.does(['gao', 'refuse'])
    expect([play.where('handling'), play.where('hearing')]).toEqual([
      'handling.refusing',
      'hearing.none',
    ])
  })

  it('is not presided over by the chief who has endorsed the opinion, but by the legal reviewer', () => {
    const play = accepted(
      applied,
      ...checked,
      ...opined,
      hearingNotice,
      ['mao', 'request-hearing'],
      notice('2026-03-13'),
      ['until', '2026-03-13'],
    )
    expect(words(play, ['chen', 'close-hearing'])).toContain('第四十八条第一款第三项')
    play.does(['fa', 'close-hearing'])
    expect(play.where('hearing')).toBe('hearing.over')
  })

  it('asked for, it stops every period of the review, is held within twenty working days and told seven before', () => {
    const play = accepted(
      applied,
      ...checked,
      hearingNotice,
      ['until', '2026-03-04'],
      ['mao', 'request-hearing'],
    )
    expect([
      play.clock('review')?.status,
      play.clock('promised-review')?.status,
      play.due('hearing-organise'),
    ]).toEqual(['paused', 'paused', '2026-04-01'])
    expect(words(play, notice('2026-03-12'))).toContain('七日前')
    play.does(notice('2026-03-13'), ['until', '2026-03-13'])
    expect(words(play, ['shen', 'close-hearing'])).not.toBe('')
    play.does(['fa', 'close-hearing'])
    expect([play.clock('review')?.status, play.where('hearing')]).toEqual([
      'running',
      'hearing.over',
    ])
    expect(
      play
        .clock('review')
        ?.pauses.map(({ kind, from, to, article }) => `${kind} ${from} ${to} ${article}`),
    ).toEqual([
      'site-check 2026-03-02 2026-03-02 总局令第55号第十一条',
      'hearing 2026-03-04 2026-03-13 《行政许可法》第四十五条',
    ])
    expect(play.due('review')).toBe('2026-04-24')
    expect(refusal(() => play.does(hearingNotice)).code).toBe('not-possible-now')
  })

  it('is not over before the day of which the applicant was told last', () => {
    const play = accepted(
      applied,
      hearingNotice,
      ['mao', 'request-hearing'],
      notice('2026-03-13'),
      notice('2026-03-16'),
      ['until', '2026-03-13'],
    )
    expect(words(play, ['fa', 'close-hearing'])).toContain('听证定于2026-03-16举行')
    play.does(['until', '2026-03-16'], ['fa', 'close-hearing'])
    expect(play.where('hearing')).toBe('hearing.over')
  })

  it('is asked for at the window by others whose interests are at stake, and the applicant cannot give up their right', () => {
    const play = accepted(applied, ['shen', 'tell-hearing-right', sample('tell-hearing-right', 1)])
    expect(words(play, ['mao', 'waive-hearing'])).toContain('利害关系人')
    play.does(['kou', 'request-hearing'])
    expect(play.where('hearing')).toBe('hearing.preparing')
    const alone = accepted(applied, hearingNotice, ['mao', 'waive-hearing'])
    expect(alone.where('hearing')).toBe('hearing.over')
  })

  it('is announced where the public is concerned, and everybody may read of it', () => {
    const play = accepted(applied, ['chen', 'announce-hearing'])
    expect([
      play.where('hearing'),
      play.clock('review')?.status,
      play.facts.at(-1)?.audience,
    ]).toEqual(['hearing.preparing', 'paused', 'public'])
  })

  it('site check and experts do not stop the same period at once', () => {
    const onSite = accepted(applied, ['shen', 'begin-site-check'])
    expect(words(onSite, hearingNotice)).toContain('现场核查结束后')
    const withExperts = accepted(applied, ['shen', 'begin-expert-review'])
    expect(words(withExperts, hearingNotice)).toContain('专家评审或者整改结束后')
    const withHearing = accepted(applied, hearingNotice)
    for (const type of ['begin-site-check', 'begin-expert-review'])
      expect(words(withHearing, ['shen', type])).toContain('须待听证结束')
    withHearing.does(['mao', 'waive-hearing'], ['shen', 'begin-site-check'])
    expect([withHearing.where('handling'), withHearing.clock('review')?.status]).toEqual([
      'handling.reviewing.checking',
      'paused',
    ])
  })

  it('of a change stops its ten days too: the law stands above the order', () => {
    const play = accepted({ ...change, expiresOn: '2027-03-15' }, hearingNotice, [
      'mao',
      'request-hearing',
    ])
    expect([
      play.clock('change-decision')?.status,
      play.clock('change-decision')?.pauses[0]?.kind,
    ]).toEqual(['paused', 'hearing'])
  })

  it('does not stop the end of a licence: undecided, it is deemed renewed and nobody is heard any more', () => {
    const play = applying({ ...renewal, expiresOn: '2026-03-31' }, '2025-12-10', ['kou', 'accept'])
    play.does(
      ['until', '2026-03-10'],
      hearingNotice,
      ['mao', 'request-hearing'],
      ['until', '2026-04-01'],
    )
    expect([
      play.where('handling'),
      play.where('hearing'),
      play.clock('hearing-organise')?.status,
    ]).toEqual(['handling.issuing', 'hearing.none', 'met'])
    play.does(...issued('2026-04-01'))
    expect(play.where('handling')).toBe('handling.valid.unchanged')
  })

  it('ends with the application that is withdrawn, and the case is closed', () => {
    const play = accepted(applied, hearingNotice, noticeServed, ['mao', 'withdraw'])
    expect([
      play.where('hearing'),
      play.clock('hearing-request')?.status,
      play.record().status,
    ]).toEqual(['hearing.closed', 'met', 'closed'])
  })
})

describe('joint handling (许可法 26, 42)', () => {
  it('has forty-five working days from acceptance in place of thirty, and fifteen more', () => {
    const play = accepted(applied, ['until', '2026-03-04'], ['chen', 'handle-jointly'])
    expect([
      play.clock('review')?.status,
      play.clock('promised-review')?.status,
      play.due('joint-decision'),
    ]).toEqual(['replaced', 'replaced', '2026-05-08'])
    const extended = { ...sample('extend-review'), by: 15, governmentApproval: '柯政批〔2026〕3号' }
    expect(words(play, ['gao', 'extend-review', { ...extended, by: 16 }])).toContain('超过上限15')
    expect(words(play, ['gao', 'extend-review', { ...sample('extend-review'), by: 15 }])).toContain(
      '本级人民政府负责人',
    )
    play.does(['gao', 'extend-review', extended])
    expect(play.due('joint-decision')).toBe('2026-05-28')
  })

  it('counts the site check, as the ten days of a change do, and the applicant is told so', () => {
    const play = accepted(applied, ['chen', 'handle-jointly'], ['shen', 'begin-site-check'])
    const ofChange = accepted(change, ['shen', 'begin-site-check'])
    expect([
      play.clock('joint-decision')?.status,
      ofChange.clock('change-decision')?.status,
    ]).toEqual(['running', 'running'])
    for (const type of ['begin-site-check', 'site-check-rework'])
      expect(hazchemLicence.events[type]?.party?.zh).toContain('除变更申请和联合办理外')
  })

  it('waits for everybody who was asked before there is an opinion', () => {
    const play = accepted(applied, ['chen', 'handle-jointly'], ...checked.slice(0, 2))
    const onSite = play.task('site-check')?.id ?? ''
    play.act(actor('song'), 'sign', {}, { taskId: onSite })
    expect(words(play, ['shen', 'submit-opinion'])).toContain('消防救援支队')
    play.does(['shen', 'note-joint-opinion', sample('note-joint-opinion', 0)])
    expect(words(play, ['shen', 'note-joint-opinion', sample('note-joint-opinion', 0)])).toContain(
      '已经答复',
    )
    play.does(['shen', 'note-joint-opinion', sample('note-joint-opinion', 1)], ...opined, [
      'gao',
      'grant',
    ])
    expect([play.where('joint'), play.clock('joint-decision')?.status]).toEqual([
      'joint.none',
      'met',
    ])
  })

  it('is begun before anything has stopped the period, and not for a change', () => {
    expect(
      words(accepted(applied, ['shen', 'begin-site-check']), ['chen', 'handle-jointly']),
    ).toContain('不能再改为联合办理')
    const reworked = accepted(
      applied,
      ['shen', 'begin-site-check'],
      ['shen', 'site-check-rework'],
      ['song', 'sign', {}],
      ['mao', 'report-rework'],
    )
    expect(words(reworked, ['chen', 'handle-jointly'])).toContain('审查已中止过')
    const withExperts = accepted(
      applied,
      ['shen', 'begin-expert-review'],
      ['shen', 'end-expert-review'],
    )
    expect(words(withExperts, ['chen', 'handle-jointly'])).toContain('审查已中止过')
    expect(words(accepted(change), ['chen', 'handle-jointly'])).toContain('第十五条')
  })
})

describe('the authority, after acceptance', () => {
  it('is corrected with a reason: its desks change, its periods go on, and a hand under an outcome falls away', () => {
    const play = accepted(applied, ['shen', 'begin-site-check'], ['shen', 'site-check-passed'])
    const [before, review] = [play.task('site-check'), play.due('review')]
    expect(before?.signatures).toHaveLength(1)
    expect(words(play, ['chen', 'correct-jurisdiction', { to: '330802', reason: '误' }])).toContain(
      '案件已在该机关',
    )
    play.does(['chen', 'correct-jurisdiction'])
    expect([play.record().region, play.where('handling'), play.due('review')]).toEqual([
      '330800',
      'handling.reviewing.checking',
      review,
    ])
    expect([play.task('site-check')?.groups, play.task('site-check')?.signatures]).toEqual([
      ['330800-hazchem/reviewer'],
      [],
    ])
  })
})
