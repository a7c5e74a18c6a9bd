// Does it lead to the accident that it was, where people were in a lift for longer than was said at first?
import { describe, expect, it } from 'vitest'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, type Line } from '../playing.ts'
import { inLift, start } from '../samples.ts'

/** Two hours and more before the call, or minutes. */
const longAgo = '2026-03-01T22:00:00.000Z'
const inside: Line[] = [
  ['dan', 'call-back'],
  ['dan', 'dispatch-maintainer'],
  ['wait', 20],
]
const out: Line[] = [...inside, ['dan', 'maintainer-arrived'], ['dan', 'passengers-released']]

type Wrong = { seq: number; type: string; at?: string; data: object; field: string }
const restate = (play: ReturnType<typeof emergency>, wrong: Wrong, value: string) => {
  const { seq, field, data, ...of } = wrong
  const fact = { seq, ...of, data: { ...data }, actor: 'dan', latest: true }
  const lookedUp = { people: [], fact }
  play.act(actor('dan'), 'request-correction', { seq, field, value, reason: '监控' }, { lookedUp })
  play.act(actor('gao'), 'approve-correction', { seq }, { lookedUp })
  play.does(['wait', 1])
}
const correct = (play: ReturnType<typeof emergency>, data: object, value: string) =>
  restate(play, { seq: 1, type: 'report-emergency', data, field: 'happenedAt' }, value)

it.each<[string, string, Line[]]>([
  ['are inside', 'running', inside],
  ['are out', 'running', out],
  ['were out three hours ago', 'overdue', [...out, ['wait', 180]]],
])(
  'is an accident since the receipt, corrected while they %s: its report is %s',
  (_, report, lines) => {
    const play = emergency(inLift, {}, ...lines)
    expect(play.context().specialAccidentAt).toBeNull()
    correct(play, inLift, longAgo)
    expect(play.context()).toMatchObject({ happenedAt: longAgo, accidentOn: '2026-03-02' })
    expect(play.context().specialAccidentAt).toBe(play.context().receivedAt)
    expect(play.clock('lift-accident-report')?.status).toBe(report)
    expect(refusal(() => play.does(['dan', 'no-report'])).words).toContain('特种设备事故')
  },
)

it('is reported and investigated after all, where it was found to be neither', () => {
  const play = emergency(inLift, {}, ...out, ['dan', 'verify'], ['gao', 'no-response'])
  play.does(['shi', 'no-investigation'], ['dan', 'no-report'])
  correct(play, inLift, longAgo)
  expect([play.where('reporting'), play.where('investigation')]).toEqual([
    'reporting.first',
    'investigation.deciding',
  ])
  expect(play.clock('lift-trapped-accident')?.status).toBe('replaced')
  const later = emergency(inLift, {}, ...inside, ['wait', 60])
  correct(later, inLift, '2026-03-02T00:10:00.000Z')
  expect(later.context().specialAccidentAt).toBe('2026-03-02T02:10:00.000Z')
})

it('is none where they were out within two hours of the true moment', () => {
  const said = { ...inLift, happenedAt: longAgo }
  const play = emergency(said, {}, ...out)
  expect(play.context().specialAccidentAt).not.toBeNull()
  correct(play, said, inLift.happenedAt)
  expect(play.context().specialAccidentAt).toBeNull()
  const soon = emergency(inLift, {}, ...out)
  correct(soon, inLift, '2026-03-02T00:30:00.000Z')
  expect(soon.context().specialAccidentAt).toBeNull()
})

describe('the release, where its moment was mistyped', () => {
  const minute = (n: number) => later(start, n * 60_000)
  /** They have been inside since ten minutes before the start. */
  const released = (releasedAt: string | null, ...more: Line[]) => {
    const said = { result: '无恙', ...(releasedAt ? { releasedAt } : {}) }
    const play = emergency(
      inLift,
      {},
      ['dan', 'verify'],
      ['dan', 'dispatch-maintainer'],
      ['wait', 105],
      ['dan', 'maintainer-arrived'],
      ['dan', 'passengers-released', said],
      ...more,
      ['wait', 30],
    )
    const to = (value: string) =>
      restate(
        play,
        { seq: 5, type: 'passengers-released', at: minute(105), data: said, field: 'releasedAt' },
        value,
      )
    return { play, to }
  }

  it('makes an accident of it, reported and investigated where both were waived', () => {
    const waived: Line[] = [
      ['gao', 'no-response'],
      ['shi', 'no-investigation'],
      ['dan', 'no-report'],
    ]
    const { play, to } = released(minute(100), ...waived)
    expect(play.context().specialAccidentAt).toBeNull()
    // Written down at minute 105, and they were out no later than that.
    expect(refusal(() => to(minute(120))).words).toContain('时刻不得晚于现在')
    correct(play, inLift, minute(-18))
    expect(play.context().specialAccidentAt).toBeNull()
    to(minute(103))
    expect(play.context().specialAccidentAt).toBe(minute(102))
    expect(play.clock('lift-accident-report')?.status).not.toBeUndefined()
    expect([play.where('reporting'), play.where('investigation')]).toEqual([
      'reporting.first',
      'investigation.deciding',
    ])
    expect(play.context().releasedAt).toBe(minute(103))
  })
  it('is as well corrected where it was left open', () => {
    const { play, to } = released(null)
    correct(play, inLift, minute(-10))
    to(minute(90))
    expect(play.context().releasedAt).toBe(minute(90))
  })
  it('takes an accident back that was none', () => {
    const { play, to } = released(minute(105), ['wait', 1])
    correct(play, inLift, minute(-16))
    expect(play.context().specialAccidentAt).not.toBeNull()
    to(minute(95))
    expect(play.context().specialAccidentAt).toBeNull()
    expect(play.clock('lift-accident-report')?.status).toBe('replaced')
  })
})
