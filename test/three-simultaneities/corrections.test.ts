// Are the days of a project corrected only to what its acts could have said?
import { describe, expect, test } from 'vitest'
import { refusal } from '../case/acting.ts'
import { correct } from '../case/engine/correcting.ts'
import type { Line } from '../support/processes/lines.ts'
import { onPaper, registering, sample, applied as sent, served } from './playing.ts'
import { mine } from './samples.ts'

describe('the days of a project', () => {
  const ready: Line[] = [
    ...sent('apply-design'),
    ...onPaper,
    ['gao', 'approve-design'],
    ...served('2026-03-02'),
  ]
  const building = (startedOn: string): Line[] => [
    ['until', '2026-03-16'],
    ['mao', 'begin-construction', { ...sample('begin-construction'), startedOn }],
  ]
  const tried: Line[] = [
    ['mao', 'finish-construction'],
    ['mao', 'begin-trial', { ...sample('begin-trial'), from: '2026-03-12', until: '2026-06-30' }],
  ]
  const play = () => registering(mine, '2026-03-02', ...ready, ...building('2026-03-05'), ...tried)

  test('move the longest and the shortest end of the trial run', () => {
    const project = play()
    expect(project.due('trial-run-max')).toBe('2026-09-08')
    correct(project, 'begin-trial', 'from', '2026-03-10')
    expect([project.context().trialFrom, project.due('trial-run-max')]).toEqual([
      '2026-03-10',
      '2026-09-06',
    ])
    correct(project, 'begin-construction', 'startedOn', '2026-03-04')
    expect(project.context()).toMatchObject({ startedOn: '2026-03-04', trialFrom: '2026-03-10' })
  })

  test.each([
    ['begin-construction', 'startedOn', '2020-01-01', '第九十八条'],
    ['begin-construction', 'startedOn', '2030-01-01', '不晚于今日'],
    [
      'begin-construction',
      'startedOn',
      '2026-03-13',
      '矛盾：开工（2026-03-13）、试运行开始（2026-03-12）',
    ],
    ['begin-trial', 'from', '2026-03-04', '不得早于开工（2026-03-05）'],
    ['begin-trial', 'from', '2026-03-17', '不得晚于今日'],
  ])('are not corrected to what no act could have said: %s %s %s', (type, field, value, words) => {
    const project = play()
    const before = project.context()
    expect(refusal(() => correct(project, type, field, value)).words).toContain(words)
    expect(project.context()).toEqual(before)
  })

  test('that lie before a change of the design are still held to the design by which it began', () => {
    const change: Line[] = [...sent('apply-change'), ...ready.slice(2, -1), ...served('2026-03-16')]
    const project = registering(mine, '2026-03-02', ...ready, ...building('2026-03-05'), ...change)
    expect(project.where('handling')).toBe('handling.building')
    correct(project, 'begin-construction', 'startedOn', '2026-03-04')
    expect(
      refusal(() => correct(project, 'begin-construction', 'startedOn', '2026-02-27')).words,
    ).toContain('第九十八条')
  })
})
