// Does it lead to the accident that it was, where people were in a lift for longer than was said at first?
import { expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, type Line } from '../playing.ts'
import { inLift } from '../samples.ts'

/** Two hours and more before the call, or minutes. */
const longAgo = '2026-03-01T22:00:00.000Z'
const inside: Line[] = [
  ['dan', 'call-back'],
  ['dan', 'dispatch-maintainer'],
  ['wait', 20],
]
const out: Line[] = [...inside, ['dan', 'maintainer-arrived'], ['dan', 'passengers-released']]

const correct = (play: ReturnType<typeof emergency>, said: object, value: string) => {
  const fact = { seq: 1, type: 'report-emergency', data: { ...said }, actor: 'dan', latest: true }
  const lookedUp = { people: [], fact }
  const wrong = { seq: 1, field: 'happenedAt', value, reason: '监控' }
  play.act(actor('dan'), 'request-correction', wrong, { lookedUp })
  play.act(actor('gao'), 'approve-correction', { seq: 1 }, { lookedUp })
  play.does(['wait', 1])
}

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
