// What becomes of a project whose trial run or acceptance fails, or which is given up: what comes after what, and does every period end?
import { describe, expect, it } from 'vitest'
import { refusal } from '../case/acting.ts'
import { correct } from '../case/engine/correcting.ts'
import type { Line } from '../support/processes/lines.ts'
import { applied, onPaper, registering, reviewed, sample, served } from './playing.ts'
import { mine } from './samples.ts'

type Play = ReturnType<typeof registering>
const words = (play: Play, ...lines: Line[]) => refusal(() => play.does(...lines)).words
const says = (type: string, data: Record<string, unknown>, at = 0): Line => [
  'mao',
  type,
  { ...sample(type, at), ...data },
]

/** A mine that is being built since 2 March 2026. */
const building = (): Play =>
  registering(
    mine,
    '2026-03-02',
    ...applied('apply-design'),
    ...onPaper,
    ['gao', 'approve-design'],
    ...served('2026-03-02'),
    ['mao', 'begin-construction'],
  )
const trying = (): Play => {
  const play = building()
  play.does(['mao', 'finish-construction'], ['mao', 'begin-trial'])
  return play
}
const withoutTrial = says('finish-construction', { trial: false })
const accepting = (): Play => {
  const play = building()
  play.does(withoutTrial, ['until', '2026-03-10'])
  return play
}

describe('an acceptance that fails', () => {
  it('leads back to construction, and what was put right is accepted no earlier', () => {
    const play = accepting()
    const failed = (acceptedOn: string) => says('acceptance-failed', { acceptedOn })
    expect(words(play, failed('2026-03-01'))).toContain('不得早于开工（2026-03-02）')
    expect(words(play, failed('2026-03-11'))).toContain('不得晚于今日')
    play.does(failed('2026-03-09'))
    expect(play.where('handling')).toBe('handling.building')
    const ready = (finishedOn: string) => says('finish-construction', { trial: false, finishedOn })
    expect(words(play, ready('2026-03-08'))).toContain('不得早于试运行或者验收不合格（2026-03-09）')
    play.does(ready('2026-03-10'), says('report-completion', { acceptedOn: '2026-03-10' }))
    expect(play.where('handling')).toBe('handling.supervising')
  })

  it('was one of the builder: where the authority decided he has none to report', () => {
    const play = accepting()
    expect(words(play, says('acceptance-failed', { acceptedOn: '2015-04-30' }))).toContain(
      '由安全监管部门决定',
    )
  })

  it('is corrected to no day after what followed it', () => {
    const play = accepting()
    play.does(says('acceptance-failed', { acceptedOn: '2026-03-05' }))
    play.does(says('finish-construction', { finishedOn: '2026-03-07' }))
    expect(
      refusal(() => correct(play, 'acceptance-failed', 'acceptedOn', '2026-03-08')).words,
    ).toContain('矛盾')
    correct(play, 'acceptance-failed', 'acceptedOn', '2026-03-06')
    expect(play.context()).toMatchObject({ failedOn: '2026-03-06', finishedOn: '2026-03-07' })
  })
})

describe('a trial run', () => {
  it('is over before the acceptance, on the day that the builder names or that of his report', () => {
    const ended = (...on: [string?]): Play => {
      const play = trying()
      play.does(['until', '2026-04-10'], says('end-trial', on[0] ? { endedOn: on[0] } : {}))
      return play
    }
    const accepted = (acceptedOn: string) => says('report-completion', { acceptedOn })
    expect(words(ended(), accepted('2026-04-09'))).toContain('不得早于试运行结束（2026-04-10）')
    expect(words(ended('2026-04-05'), accepted('2026-04-04'))).toContain('（2026-04-05）')
    expect(words(ended('2026-04-05'), accepted('2026-04-05'))).toBe('')
  })

  it('has not ended before it began, nor tomorrow, nor too early to have passed', () => {
    const play = trying()
    play.does(['until', '2026-04-10'])
    const ended = (endedOn: string, at = 0) => says('end-trial', { endedOn }, at)
    expect(words(play, ended('2026-03-01', 1))).toContain('不得早于试运行开始（2026-03-02）')
    expect(words(play, ended('2026-04-11', 1))).toContain('不得晚于今日')
    expect(words(play, ended('2026-03-31'))).toContain('最早于2026-04-01结束')
    play.does(ended('2026-04-01'))
    expect(play.context().trialEndedOn).toBe('2026-04-01')
  })

  it.each<[string, number, string]>([
    ['2026-08-29', 0, 'met'],
    ['2026-08-30', 0, 'met-late'],
    ['2026-08-29', 1, 'met'],
    ['2026-08-30', 1, 'met-late'],
  ])(
    'has lasted until it ended on %s, whatever came of it (%i), and not until that was reported: %s',
    (endedOn, at, status) => {
      const play = trying()
      expect(play.due('trial-run-max')).toBe('2026-08-29')
      play.does(['until', '2026-09-10'], says('end-trial', { endedOn }, at))
      expect(play.clock('trial-run-max')?.status).toBe(status)
    },
  )

  it('that is given up has lasted until that day, whatever had failed before', () => {
    const play = trying()
    play.does(['until', '2026-03-20'], says('end-trial', {}, 1), ['mao', 'finish-construction'])
    play.does(
      says('begin-trial', { from: '2026-03-20' }),
      ['until', '2026-04-10'],
      ['mao', 'abandon'],
    )
    expect(play.clock('trial-run-max')?.endedAt?.slice(0, 10)).toBe('2026-04-10')
  })

  it('that has failed is followed by a second one, no earlier', () => {
    const play = trying()
    play.does(['until', '2026-03-20'], says('end-trial', {}, 1), ['until', '2026-04-10'])
    expect(play.context()).toMatchObject({ failedOn: '2026-03-20', trialFrom: null })
    play.does(['mao', 'finish-construction'])
    const again = (from: string) => says('begin-trial', { from })
    expect(words(play, again('2026-03-02'))).toContain('不合格（2026-03-20）')
    play.does(again('2026-03-20'))
    expect(play.due('trial-run-max')).toBe('2026-09-16')
  })
})

describe('a project that is given up', () => {
  it.each<[string, () => Play]>([
    ['before its trial run', () => building()],
    ['in its trial run', trying],
    ['before its acceptance', accepting],
  ])('%s ends, and no period of it runs on', (_, begun) => {
    const play = begun()
    if (play.where('handling') === 'handling.building') play.does(['mao', 'finish-construction'])
    play.does(['mao', 'abandon'])
    expect([play.where('handling'), play.record().status]).toEqual(['handling.abandoned', 'closed'])
    expect(play.record().obligations.filter(({ status }) => status === 'running')).toEqual([])
    if (play.clock('trial-run-max')) expect(play.clock('trial-run-max')?.status).toBe('met')
  })

  it('may be so where the spot check wants more than its builder will do', () => {
    const play = accepting()
    play.does(
      ['mao', 'report-completion'],
      ['chen', 'begin-spot-check'],
      ['shen', 'spot-check-failed'],
      ['song', 'sign', {}],
      ['mao', 'abandon'],
    )
    expect(play.where('handling')).toBe('handling.abandoned')
  })
})

describe('a site check that fails', () => {
  const opined: Line[] = reviewed.slice(3)
  const checked = (type: string): Line[] => [
    ['shen', 'begin-site-check'],
    ['shen', type],
    ['song', 'sign', {}],
  ]
  const back = (who: string, to: string): Line => [who, 'return', { to, reason: '重新核查' }]
  const ofDesign = 'handling.design.reviewing'
  const failed = () =>
    registering(
      mine,
      '2026-03-02',
      ...applied('apply-design'),
      ...checked('site-check-failed'),
      ...opined,
    )
  const again: Line[] = [back('gao', `${ofDesign}.opining`), back('shen', `${ofDesign}.preparing`)]

  it('keeps the project from being approved until a new one has passed, and not from being refused', () => {
    const play = failed()
    expect(words(play, ['gao', 'approve-design'])).toContain('最近一次现场核查不符合条件')
    play.does(...again, ...checked('site-check-passed'), ...opined, ['gao', 'approve-design'])
    expect(play.where('handling')).toBe('handling.design.serving')
    const refused = failed()
    refused.does(['gao', 'refuse-design'])
    expect(refused.where('handling')).toBe('handling.design.refusing')
  })

  it('is not got round by doing without one', () => {
    const play = failed()
    play.does(...again, ['shen', 'waive-site-check'], ...opined)
    expect(words(play, ['gao', 'approve-design'])).toContain('最近一次现场核查不符合条件')
  })
})
