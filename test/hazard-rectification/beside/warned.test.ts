// Where a limit refuses nobody because it does not bind, does whoever decides read so in words?
import { describe, expect, it } from 'vitest'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { type Line, playedBy, sampleIn } from '../../support/processes/lines.ts'
import { reported, samples } from '../samples.ts'

const sample = sampleIn(samples)
const played = (...lines: Line[]) =>
  playedBy(process, 'lin', sample)(reported, '2026-03-02', ...lines)
const hintOf = (play: ReturnType<typeof played>, type: string, field: string): string | undefined =>
  process.events[type]?.fieldsFor?.(play.record()).find(({ name }) => name === field)?.hint?.zh

const major: Line[] = [
  ['lin', 'verify', sample('verify', 1)],
  ['wu', 'sign', {}],
]

describe('a stop on the spot', () => {
  const stopped = (until: string, measures: string) =>
    played(...major, ['lin', 'take-measures', { measures, scope: '全厂', until }])

  it('for longer than six months is told to the leader who confirms it', () => {
    expect(hintOf(stopped('2026-09-03', 'stop-all'), 'confirm-measures', 'opinion')).toMatch(
      /2026-09-03.*2026-09-02.*人工判断/,
    )
    expect(hintOf(stopped('2026-09-02', 'stop-all'), 'confirm-measures', 'opinion')).not.toContain(
      '人工判断',
    )
    expect(hintOf(stopped('2026-10-01', 'evacuate'), 'confirm-measures', 'opinion')).not.toContain(
      '人工判断',
    )
  })
})

describe('a request for more time', () => {
  const listed = (dueDate: string): Line[] => [
    ...major,
    ['lin', 'take-measures'],
    ['mao', 'file-plan'],
    ['chen', 'approve-plan'],
    ['yu', 'list-hazard', { ...sample('list-hazard', 1), dueDate }],
  ]
  const request: Line = ['mao', 'request-extension', { until: '2027-04-01', reason: '供货停产' }]

  it('for a listed hazard, too late by an estimated date, is told to the office that listed', () => {
    const play = played(...listed('2027-03-01'), ['until', '2027-01-29'], request)
    expect(play.context().extensionOutside).toBe(true)
    expect(hintOf(play, 'grant-extension', 'reason')).toMatch(/不在规定的申请期内.*暂估/)
  })
})
