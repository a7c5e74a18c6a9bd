// Does a lift story go its way: called back, maintainer on site in time, released; after two hours an accident of the city?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, inLift } from '../samples.ts'

/** Trapped at 08:50, heard of at 09:00. */
const sent: Line[] = [
  ['dan', 'call-back'],
  ['dan', 'dispatch-maintainer'],
]
const onSite: Line[] = [...sent, ['wait', 20], ['dan', 'maintainer-arrived']]
const untilAccident: Line = ['at', '2026-03-02T02:51:00.000Z']

describe('people in a lift', () => {
  it('are called back, the maintainer comes in time, and they are released: all three periods kept', () => {
    const play = emergency(inLift, {})
    expect([play.where('lift'), play.context().remote]).toEqual(['lift.none', false])
    expect([
      play.dueAt('lift-call-back'),
      play.dueAt('lift-trapped-rescue'),
      play.dueAt('lift-trapped-accident'),
    ]).toEqual(['2026-03-02 09:01', '2026-03-02 09:30', '2026-03-02 10:50'])
    play.does(...sent)
    expect([play.where('lift'), play.context().figures]).toEqual([
      'lift.trapped.dispatched',
      { trapped: 2 },
    ])
    play.does(['wait', 20], ['dan', 'maintainer-arrived'])
    expect(play.where('lift')).toBe('lift.trapped.on-site')
    play.does(['wait', 10], ['dan', 'passengers-released'])
    expect([play.where('lift'), play.context().figures]).toEqual(['lift.released', { trapped: 0 }])
    expect(
      ['lift-call-back', 'lift-trapped-rescue', 'lift-trapped-accident'].map(
        (name) => play.clock(name)?.status,
      ),
    ).toEqual(['met', 'met', 'replaced'])
    play.does(untilAccident)
    expect(play.context().specialAccidentAt).toBeNull()
    expect(play.clock('lift-accident-report')).toBeUndefined()
  })

  it('and are still in it when it becomes graver: a response can be started that was not needed before', () => {
    const play = emergency(
      inLift,
      {},
      ['dan', 'call-back'],
      ['dan', 'verify'],
      ['gao', 'no-response'],
    )
    play.does(['dan', 'record-casualties', { asOf: '2026-03-02', dead: 3, reason: '轿厢坠落' }])
    const declared = { level: '3', reason: '轿厢坠落', period: '1日', measures: '救援' }
    play.does(['gao', 'resume-response', declared])
    expect([play.where('response'), play.where('lift')]).toEqual([
      'response.responding',
      'lift.trapped.waiting',
    ])
  })

  it('far from the town are reached within an hour', () => {
    const play = emergency({ ...inLift, remote: true }, {})
    expect([play.clock('lift-trapped-rescue'), play.dueAt('lift-trapped-rescue-remote')]).toEqual([
      undefined,
      '2026-03-02 10:00',
    ])
  })

  it('whom nobody calls back and nobody reaches are told of to the leader and the city', () => {
    const play = emergency(inLift, {}, ['wait', 2])
    expect(play.notified('lift-call-back')).toEqual([
      '330802-bureau/duty-officer',
      '330802-bureau/leader',
      '330800-command/duty-officer',
    ])
    expect(play.notified('lift-trapped-rescue')).toEqual([])
    play.does(['wait', 29])
    expect(play.notified('lift-trapped-rescue')).toContain('330802-bureau/leader')
    play.does(...sent, ['dan', 'maintainer-arrived'])
    expect(play.clock('lift-trapped-rescue')?.status).toBe('met-late')
  })

  it('were reached when they were, not when it was written down', () => {
    const play = emergency(inLift, {}, ...sent, ['wait', 40])
    play.does(['dan', 'maintainer-arrived', { arrivedAt: '2026-03-02T01:25:00.000Z' }])
    expect(play.clock('lift-trapped-rescue')).toMatchObject({
      status: 'met',
      endedAt: '2026-03-02T01:25:00.000Z',
    })
    for (const arrivedAt of ['2026-03-02T09:00:00.000Z', '2026-03-02T00:49:00.000Z'])
      expect(
        refusal(() => emergency(inLift, {}, ...sent, ['dan', 'maintainer-arrived', { arrivedAt }]))
          .code,
      ).toBe('not-allowed')
  })

  it('keep the response from being ended until they are out', () => {
    const play = emergency(inLift, {}, ['dan', 'verify', { findings: '属实' }])
    play.does(['gao', 'start-response'])
    const early = refusal(() => play.does(['gao', 'end-response']))
    expect(early.words).toContain('被困人员尚未解救')
    play.does(['dan', 'passengers-released'], ['gao', 'end-response'])
    expect(play.where('response')).toBe('response.aftermath')
  })

  it('are called back once more where nobody answered; after the verification the log takes it', () => {
    const play = emergency(inLift, {}, ['dan', 'call-back', { reached: 'unanswered' }])
    expect([play.where('lift'), play.where('response')]).toEqual([
      'lift.trapped.waiting',
      'response.verifying',
    ])
    play.does(['dan', 'call-back'])
    expect(play.context().figures).toEqual({ trapped: 2 })
    play.does(['dan', 'verify', { findings: '属实' }])
    expect(refusal(() => play.does(['dan', 'call-back'])).code).not.toBe('none')
  })

  it('who are three or more begin the telephone report to the province, once', () => {
    const play = emergency(inLift, {}, ['wait', 1])
    play.does(['dan', 'call-back', { reached: 'talked', trapped: 3 }])
    expect(play.dueAt('county-phone')).toBe('2026-03-02 10:01')
    play.does(['dan', 'call-back', { reached: 'talked', trapped: 4 }])
    expect(play.record().obligations.filter(({ clock }) => clock === 'county-phone')).toHaveLength(
      1,
    )
  })

  it('who turn out to be three are reported after all where it was found that nothing is', () => {
    const play = emergency(inLift, {}, ['dan', 'no-report'], ['wait', 5])
    play.does(['dan', 'call-back', { reached: 'talked', trapped: 2 }])
    expect(play.where('reporting')).toBe('reporting.not-needed')
    play.does(['wait', 5], ['dan', 'call-back', { reached: 'talked', trapped: 3 }])
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.first',
      'receipt.none',
    ])
    for (const clock of ['county-report', 'county-informing', 'county-info-phone', 'county-phone'])
      expect([clock, play.clock(clock)?.status]).toEqual([clock, 'running'])
    expect(play.dueAt('county-report')).toBe('2026-03-02 11:10')
    expect(refusal(() => play.does(['dan', 'no-report'])).words).toContain('应当上报')
  })

  it('are no matter of a fire', () => {
    const play = emergency(called, {})
    expect(refusal(() => play.does(['dan', 'call-back'])).words).toContain('不是电梯困人')
    expect(play.clock('lift-call-back')).toBeUndefined()
    play.does(['dan', 'verify', { findings: '属实' }])
    expect(play.where('lift')).toBe('lift.not-needed')
  })
})

describe('two hours in a lift', () => {
  it('are a general accident by the clock alone, whose report is due within the hour', () => {
    const play = emergency(inLift, {}, ...onSite, untilAccident)
    expect(play.context()).toMatchObject({
      accidentLevel: 'general',
      specialAccidentAt: '2026-03-02T02:50:00.000Z',
    })
    expect(play.where('lift')).toBe('lift.trapped.on-site')
    expect(play.dueAt('lift-accident-report')).toBe('2026-03-02 11:50')
    expect(play.notified('lift-trapped-accident')).toContain('330800-leadership/leader')
    play.does(['dan', 'report-to-city'])
    expect(play.clock('lift-accident-report')?.status).toBe('met')
  })

  it('make what was waived due again: the report and the investigation', () => {
    const play = emergency(
      inLift,
      {},
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'no-response'],
      ['dan', 'no-report'],
      ['shi', 'no-investigation'],
    )
    expect([play.where('reporting'), play.where('investigation')]).toEqual([
      'reporting.not-needed',
      'investigation.not-needed',
    ])
    play.does(untilAccident)
    expect([play.where('reporting'), play.where('receipt'), play.where('investigation')]).toEqual([
      'reporting.first',
      'receipt.none',
      'investigation.deciding',
    ])
    expect(play.dueAt('county-report')).toBe('2026-03-02 12:50')
    for (const type of ['no-report', 'no-investigation'])
      expect(
        refusal(() => play.does([type === 'no-report' ? 'dan' : 'shi', type])).words,
      ).toContain('已构成特种设备事故')
  })

  it('are investigated by the city, one level higher than another general accident', () => {
    const afterwards: Line[] = [
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'no-response'],
    ]
    const groups = (form: Record<string, unknown>) =>
      Object.values(emergency(form, {}, ...afterwards).record().openTasks).find(
        ({ task }) => task === 'decide-investigation',
      )?.groups
    expect(groups(inLift)).toEqual(['330800-leadership/leader'])
    expect(groups(called)).toEqual(['330802-bureau/leader', '330800-leadership/leader'])
    const ofCounty = refusal(() =>
      emergency(inLift, {}, ...afterwards, ['gao', 'open-investigation']),
    )
    expect(ofCounty.words).toContain('由市级以上组织调查')
  })

  it('that had passed before anybody reported are an accident at once', () => {
    const play = emergency({ ...inLift, happenedAt: '2026-03-01T22:00:00.000Z' }, {})
    expect([play.clock('lift-trapped-accident'), play.dueAt('lift-accident-report')]).toEqual([
      undefined,
      '2026-03-02 10:00',
    ])
  })

  it('that had not passed when they were released are no accident, though it was entered late', () => {
    const play = emergency(inLift, {}, ...onSite, untilAccident)
    play.does([
      'dan',
      'passengers-released',
      { releasedAt: '2026-03-02T02:49:00.000Z', result: '无恙' },
    ])
    expect(play.context().specialAccidentAt).toBeNull()
  })

  it('need not pass where somebody is hurt: that is an accident of special equipment at once', () => {
    const play = emergency(inLift, {}, ['dan', 'verify', { findings: '属实', seriouslyHurt: 1 }])
    expect(play.dueAt('lift-accident-report')).toBe('2026-03-02 10:00')
  })
})
