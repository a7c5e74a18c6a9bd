// Who presides over the hearing of an applicant, and what does he not do besides (许可法 48)?
import { describe, expect, it } from 'vitest'
import { corrected } from '../../domain/engine/judging/correction.ts'
import type { LicenceContext } from '../../domain/hazchem-licence/context.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { applicationNotes } from '../../domain/licensing/context.ts'
import { hearingRules } from '../../domain/licensing/hearing-rules.ts'
import { licensingRules } from '../../domain/licensing/rules.ts'
import { instant } from '../../domain/time/instant.ts'
import { words } from '../hazchem-licence/charted.ts'
import { applying, checked, opined, sample } from '../hazchem-licence/playing.ts'
import { applied } from '../hazchem-licence/samples.ts'
import { author } from '../support/people/cast.ts'
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

  it('who was named closes it, and nobody else before the applicant is told of another', () => {
    const play = heard(...asked, naming('fa'), ['until', '2026-03-13'])
    const closing: Line = ['chen', 'close-hearing']
    expect(words(play, closing)).toContain('更换主持人的，请重新通知')
    play.does(['fa', 'close-hearing'])
    expect([play.where('hearing'), play.context().chairs]).toEqual(['hearing.over', ['fa']])
  })

  it.each([
    ['named', []],
    [
      'who has closed it',
      [
        ['until', '2026-03-13'],
        ['chen', 'close-hearing'],
      ],
    ],
  ] as [string, Line[]][])('%s does not endorse the opinion afterwards', (_, lines) => {
    const play = heard(...asked, naming('chen'), ...lines, ...opined.slice(0, -1))
    expect(words(play, ['chen', 'endorse'])).toContain('听证主持人不得复核')
  })

  it('is nobody who was asked to sign the check, the opinion or its endorsement as well', () => {
    const context = heard(...asked).context() as unknown as LicenceContext
    const signing = (...people: string[]) =>
      people.map((person) => ({ person, name: person, at: '', opinion: null }))
    const under = { data: {}, at: instant('2026-03-05T01:00:00Z'), by: author('chen') }
    const event = { ...under, signatures: signing('chen'), beside: signing('fa') }
    for (const note of ['noteReviewers', 'noteEndorser'] as const) {
      const after = { ...context, ...applicationNotes[note]({ context, event }) }
      const naming = { ...under, type: 'notify-hearing', signatures: [], data: { chairId: 'fa' } }
      expect(hearingRules.noticeLawful({ context: after, event: naming })).toMatchObject({
        zh: expect.stringContaining('不得主持听证'),
      })
    }
  })

  it('does not sign the opinion, whoever of its signers it is', () => {
    const context = { ...heard(...asked).context(), chairs: ['song'] } as unknown as LicenceContext
    const signed = (person: string) => ({ person, name: person, at: '', opinion: null })
    const event = { type: 'submit-opinion', data: {}, at: '', by: author('shen') }
    const verdict = (...people: string[]) =>
      licensingRules.opinionLawful({ context, event: { ...event, signatures: people.map(signed) } })
    expect(verdict('shen', 'song')).toMatchObject({
      zh: expect.stringContaining('听证主持人不得签署'),
    })
    expect(verdict('shen', 'other')).toBe(true)
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
