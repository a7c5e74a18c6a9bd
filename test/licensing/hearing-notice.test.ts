// From which day does an applicant have his five working days to ask for a hearing (许可法 47)?
import { describe, expect, it } from 'vitest'
import { correct } from '../case/engine/correcting.ts'
import { words } from '../hazchem-licence/charted.ts'
import { applying, sample } from '../hazchem-licence/playing.ts'
import { applied } from '../hazchem-licence/samples.ts'
import type { Line } from '../support/processes/lines.ts'

const told = (...lines: Line[]) =>
  applying(applied, '2026-03-02', ['kou', 'accept'], ['shen', 'tell-hearing-right'], ...lines)
const serves = (servedOn: string, more: object = {}): Line => [
  'shen',
  'serve-hearing-notice',
  { ...sample('serve-hearing-notice'), method: 'post', servedOn, ...more },
]
const levelOf = (play: ReturnType<typeof told>) =>
  play
    .clock('hearing-request')
    ?.escalationLevels.find(({ escalationLevel }) => escalationLevel === 'lapsed')

describe('the right to a hearing', () => {
  it('does not lapse while nobody has been served with the notice', () => {
    const play = told(['until', '2026-03-16'])
    expect([play.where('hearing'), play.clock('hearing-request')]).toEqual([
      'hearing.telling',
      undefined,
    ])
    expect(words(play, ['gao', 'grant'])).not.toBe('')
  })

  it('lapses five working days after the service, its day not counted', () => {
    const play = told(['until', '2026-03-06'], serves('2026-03-05'))
    expect(play.due('hearing-request')).toBe('2026-03-12')
    play.does(['until', '2026-03-12'])
    expect(play.where('hearing')).toBe('hearing.told')
    play.does(['until', '2026-03-13'])
    expect(play.where('hearing')).toBe('hearing.over')
  })

  it('waits for a person where the service was written down after its days', () => {
    const play = told(['until', '2026-03-16'], serves('2026-03-05'), ['until', '2026-03-17'])
    expect([play.where('hearing'), levelOf(play)?.status]).toEqual(['hearing.told', 'held'])
  })

  it('is used or given up by whoever knows of it before the service is written down', () => {
    expect(told(['mao', 'request-hearing']).where('hearing')).toBe('hearing.preparing')
    expect(told(['kou', 'request-hearing']).where('hearing')).toBe('hearing.preparing')
    const play = told()
    expect(words(play, ['shen', 'waive-hearing'])).not.toBe('')
    play.does(['mao', 'waive-hearing'])
    expect(play.where('hearing')).toBe('hearing.over')
  })
})

describe('the service of its notice', () => {
  it('is neither before the notice nor in the future', () => {
    expect(words(told(), serves('2026-02-27'))).toContain('不得早于文书日期2026-03-02')
    expect(words(told(), serves('2026-03-03'))).toContain('不得晚于今日')
  })

  it('is proven where nobody has signed for it, and reckoned where it was announced', () => {
    expect(
      words(told(), serves('2026-03-02', { method: 'left', refusedBecause: '拒收' })),
    ).toContain('第八十九条')
    expect(words(told(), serves('2026-03-02', { method: 'electronic' }))).toContain('电子送达')
    const { servedOn: _, ...announced } = {
      ...sample('serve-hearing-notice'),
      method: 'announcement',
      announcedOn: '2026-03-02',
    } as Record<string, unknown>
    const play = told(['until', '2026-04-01'], ['shen', 'serve-hearing-notice', announced])
    expect([play.context().noticeServedOn, play.due('hearing-request')]).toEqual([
      '2026-04-01',
      '2026-04-09',
    ])
  })

  it('corrected moves the period, and is corrected to nothing that it could not be', () => {
    const play = told(['until', '2026-03-06'], serves('2026-03-05'))
    correct(play, 'serve-hearing-notice', 'servedOn', '2026-03-04')
    expect(play.due('hearing-request')).toBe('2026-03-11')
    expect(() => correct(play, 'serve-hearing-notice', 'servedOn', '2026-02-27')).toThrow()
    expect(play.context().noticeServedOn).toBe('2026-03-04')
  })
})
