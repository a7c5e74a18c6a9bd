// Who presides over the hearing of an applicant, and what does he not do besides (许可法 48)?
import { describe, expect, it } from 'vitest'
import { corrected } from '../../domain/engine/judging/correction.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { instant } from '../../domain/time/instant.ts'
import { words } from '../hazchem-licence/charted.ts'
import { applying, checked, opined, sample } from '../hazchem-licence/playing.ts'
import { applied } from '../hazchem-licence/samples.ts'
import type { Line } from '../support/processes/lines.ts'

const asked: Line[] = [
  ['shen', 'tell-hearing-right'],
  ['mao', 'request-hearing'],
]
const heard = (...lines: Line[]) =>
  applying(applied, '2026-03-02', ['kou', 'accept'], ...checked, ...lines)
const naming = (chairId: string): Line => [
  'chen',
  'notify-hearing',
  { ...sample('notify-hearing'), heldOn: '2026-03-13', chairId },
]

describe('the chair', () => {
  it('is nobody who has reviewed the application or endorsed the opinion', () => {
    const play = heard(...opined, ...asked)
    for (const person of ['shen', 'song', 'chen'])
      expect(words(play, naming(person))).toContain('第四十八条第一款第三项')
    const choice = hazchemLicence.events['notify-hearing']?.officer
    expect(
      ['shen', 'chen', 'fa'].map((person) => choice?.fits(play.record(), person) === true),
    ).toEqual([false, false, true])
    play.does(naming('fa'))
    expect(play.context().chairs).toEqual(['fa'])
  })

  it.each([
    ['named', 'chen', []],
    [
      'who has closed it',
      'fa',
      [
        ['until', '2026-03-13'],
        ['chen', 'close-hearing'],
      ],
    ],
  ] as [string, string, Line[]][])('%s does not endorse the opinion afterwards', (_, id, lines) => {
    const play = heard(...asked, naming(id), ...lines, ...opined.slice(0, -1))
    expect(words(play, ['chen', 'endorse'])).toContain('听证主持人不得复核')
  })

  it('who is replaced by a new notice may endorse', () => {
    const play = heard(...asked, naming('chen'), naming('fa'), ...opined)
    expect(play.where('handling')).toBe('handling.reviewing.deciding')
  })

  it('is named anew, never written over by a correction', () => {
    const told = { ...sample('notify-hearing'), heldOn: '2026-03-13' }
    const fact = { type: 'notify-hearing', data: told } as never
    const made = (field: string, value: string) =>
      corrected(hazchemLicence, fact, { field, value }, instant('2026-03-05T01:00:00Z'))
    expect(made('place', '二楼会议室')).toEqual({ place: '二楼会议室' })
    expect([made('chair', '审查员'), made('chairId', 'shen')]).toEqual([null, null])
  })
})
