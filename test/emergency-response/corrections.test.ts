// Does an emergency go on with what was corrected of its first report: its moments, its periods and its numbers?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { lawOf } from '../../domain/model/decision-context.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { emergency } from './playing.ts'
import { grave, reported } from './samples.ts'

/** The first report is corrected by two people of the county. */
const correct = (
  play: ReturnType<typeof emergency>,
  said: Record<string, unknown>,
  field: string,
  value: string,
  dependent?: string,
) => {
  const fact = { seq: 1, type: 'report-emergency', data: said, actor: 'dan', latest: true }
  const lookedUp = { people: [], fact }
  play.act(
    actor('dan'),
    'request-correction',
    { seq: 1, field, value, reason: '笔误', ...(dependent ? { dependent } : {}) },
    { lookedUp },
  )
  play.act(actor('gao'), 'approve-correction', { seq: 1 }, { lookedUp })
}

describe('a corrected first report', () => {
  const called = { ...grave, receivedAt: '2026-03-02T00:40:00.000Z' }

  it('moves every period that counts from when the desk was told, and no other', () => {
    const play = emergency(called, {})
    expect([play.dueAt('county-report'), play.dueAt('county-phone')]).toEqual([
      '2026-03-02 10:40',
      '2026-03-02 09:40',
    ])
    correct(play, called, 'receivedAt', '2026-03-02T00:55:00.000Z')
    expect([play.dueAt('county-report'), play.dueAt('county-phone')]).toEqual([
      '2026-03-02 10:55',
      '2026-03-02 09:55',
    ])
    expect(play.due('casualty-supplement')).toBe('2026-04-01')
  })

  it('moves the days that are counted from the accident', () => {
    const play = emergency(reported, {}, ['dan', 'verify', { findings: '属实' }])
    correct(play, reported, 'happenedAt', '2026-02-27T10:00:00.000Z')
    expect([play.due('investigation'), play.due('casualty-supplement')]).toEqual([
      '2026-04-28',
      '2026-03-29',
    ])
  })

  it('is not corrected to a moment that is still to come', () => {
    const play = emergency(reported, {})
    expect(
      refusal(() => correct(play, reported, 'happenedAt', '2026-03-05T00:00:00.000Z')).code,
    ).toBe('invalid-input')
  })

  it('changes a number and the level with it, unless the number was counted anew since', () => {
    const play = emergency(grave, {})
    correct(play, grave, 'seriouslyHurt', '9')
    expect([play.context().figures, play.context().accidentLevel]).toEqual([
      { dead: 2, seriouslyHurt: 9, directLoss: 4_000_000 },
      'general',
    ])
    expect(play.context()).toMatchObject({ rose: false, owing: false, cityOwesSince: null })
    const counted = emergency(grave, {}, ['dan', 'record-casualties'])
    correct(counted, grave, 'dead', '1')
    expect(counted.context().figures).toMatchObject({ dead: 3 })
  })

  it('that makes a larger accident of it asks for what is owed since the report', () => {
    const told = { ...grave, seriouslyHurt: 1 }
    const play = emergency(told, {}, ['wait', 30], ['dan', 'report-to-city'], ['wait', 10])
    expect(['county-phone', 'city-phone', 'city-report'].map(play.clock)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    correct(play, told, 'seriouslyHurt', '10')
    expect(['county-phone', 'city-phone', 'city-report'].map(play.dueAt)).toEqual([
      '2026-03-02 10:00',
      '2026-03-02 10:30',
      '2026-03-02 11:30',
    ])
    correct(play, { ...told, seriouslyHurt: 10 }, 'seriouslyHurt', '1')
    expect(play.clock('county-phone')?.status).toBe('replaced')
  })

  describe('that makes a major accident of it, or none', () => {
    const major = { ...grave, dead: 10 }
    const next = (play: ReturnType<typeof emergency>) =>
      ['continued-report', 'continued-report-major'].map((name) => play.clock(name)?.status)

    it('asks for the next report twice a day, and for no more than one a day once corrected back', () => {
      const play = emergency(grave, {}, ['wait', 30], ['dan', 'report-to-city'])
      expect(next(play)).toEqual(['running', undefined])
      correct(play, grave, 'dead', '10')
      expect(play.context().accidentLevel).toBe('major')
      expect(next(play)).toEqual(['running', 'running'])
      correct(play, major, 'dead', '2')
      expect(next(play)).toEqual(['running', 'replaced'])
    })

    it('asks for a daily report where one of the two kinds was made before', () => {
      const play = emergency(grave, {}, ['wait', 30], ['dan', 'report-to-city'])
      correct(play, grave, 'dead', '10')
      play.does(['wait', 60], ['dan', 'report-further'])
      correct(play, major, 'dead', '2')
      expect(next(play)).toEqual(['running', 'replaced'])
    })

    it('asks for none where no report was made so far', () => {
      const play = emergency(grave, {})
      correct(play, grave, 'dead', '10')
      expect(next(play)).toEqual([undefined, undefined])
    })
  })

  it.each([
    ['no-report', 'reporting.first'],
    ['no-investigation', 'investigation.deciding'],
  ])(
    'that somebody was harmed is no correction once %s was found: it is recorded',
    (found, then) => {
      const nobody = { ...reported, dead: 0 }
      const play = emergency(
        nobody,
        {},
        ['dan', 'verify', { findings: '属实' }],
        ['gao', 'no-response'],
        [found === 'no-report' ? 'dan' : 'gao', found],
      )
      expect(refusal(() => correct(play, nobody, 'dead', '1')).words).toContain('另行登记')
      play.does(['dan', 'record-casualties', { asOf: '2026-03-02', dead: 1, reason: '漏报' }])
      expect(play.where(then.split('.')[0] ?? '')).toBe(then)
    },
  )

  it('that it was a larger loss is no correction once no report was found to be needed', () => {
    const small = { ...reported, directLoss: 10_000 }
    const play = emergency(small, {}, ['dan', 'no-report'])
    const refused = refusal(() => correct(play, small, 'directLoss', '3000000000'))
    expect(refused.words).toContain('另行登记')
  })

  describe('of special equipment', () => {
    const crane = { ...reported, kind: 'equipment', equipmentEvent: 'other' }

    it('is graded by what has truly happened to it, and owed upwards since the receipt', () => {
      const play = emergency(crane, {})
      expect([play.context().accidentLevel, play.clock('county-phone')]).toEqual([
        'general',
        undefined,
      ])
      correct(play, crane, 'equipmentEvent', 'overturned')
      expect(play.context()).toMatchObject({ accidentLevel: 'larger', grave: true })
      expect(play.context().specialAccidentAt).toBe(play.context().receivedAt)
      expect(play.dueAt('county-phone')).toBe('2026-03-02 10:00')
      correct(play, { ...crane, equipmentEvent: 'overturned' }, 'equipmentEvent', 'other')
      expect(play.context()).toMatchObject({ accidentLevel: 'general', specialAccidentAt: null })
      expect(play.clock('county-phone')?.status).toBe('replaced')
    })

    it('goes to the inboxes of whoever investigates what it truly was', () => {
      const hurt = { ...reported, dead: 2 }
      const play = emergency(
        hurt,
        {},
        ['dan', 'verify', { findings: '属实' }],
        ['gao', 'no-response'],
      )
      const inbox = () =>
        Object.values(play.record().openTasks)
          .filter(({ task }) => task === 'decide-investigation')
          .flatMap(({ groups }) => groups)
      expect(inbox()).toHaveLength(2)
      correct(play, hurt, 'dead', '3')
      expect(inbox()).toEqual([expect.stringMatching(/^330800-/)])
    })

    it('becomes an accident of it by a death that was left out', () => {
      const nobody = { ...crane, dead: 0 }
      const play = emergency(nobody, {})
      expect(play.context().specialAccidentAt).toBeNull()
      correct(play, nobody, 'dead', '1')
      expect(play.context().specialAccidentAt).toBe(play.context().receivedAt)
    })

    it('is no correction once it was found that nothing is reported of it', () => {
      const play = emergency(crane, {}, ['dan', 'no-report'])
      const refused = refusal(() => correct(play, crane, 'equipmentEvent', 'overturned'))
      expect(refused.words).toContain('另行登记')
      expect(play.context().accidentLevel).toBe('general')
    })
  })

  describe('of another kind', () => {
    const fire = { ...reported, kind: 'fire' }

    it('counts its casualties for the days of that kind', () => {
      const play = emergency(fire, {})
      expect(play.due('casualty-supplement-traffic-fire')).toBe('2026-03-09')
      correct(play, fire, 'kind', 'explosion')
      expect(play.context().kind).toBe('explosion')
      expect(play.clock('casualty-supplement-traffic-fire')?.status).toBe('replaced')
      expect(play.due('casualty-supplement')).toBe('2026-04-01')
    })

    it('takes what has happened to special equipment along, there and back', () => {
      const fallen = { ...reported, kind: 'collapse' }
      const play = emergency(fallen, {})
      expect(refusal(() => correct(play, fallen, 'kind', 'equipment')).words).toContain('一并填写')
      const nonsense = () => correct(play, fallen, 'kind', 'equipment', '不详')
      expect(refusal(nonsense).code).toBe('invalid-input')
      correct(play, fallen, 'kind', 'equipment', 'overturned')
      const crane = { ...fallen, kind: 'equipment', equipmentEvent: 'overturned' }
      expect(play.context()).toMatchObject({
        kind: 'equipment',
        equipmentEvent: 'overturned',
        accidentLevel: 'larger',
      })
      correct(play, crane, 'kind', 'collapse')
      expect(play.context()).toMatchObject({
        kind: 'collapse',
        equipmentEvent: null,
        accidentLevel: 'general',
      })
      expect(play.record().data['report-emergency']?.equipmentEvent).toBeNull()
      const unasked = () => correct(play, fallen, 'kind', 'explosion', 'overturned')
      expect(refusal(unasked).code).toBe('invalid-input')
    })

    it('is refused once the count was closed by the days of the first', () => {
      const play = emergency(fire, {}, ['wait', 10 * 24 * 60])
      expect(play.where('casualties')).toBe('casualties.frozen')
      expect(refusal(() => correct(play, fire, 'kind', 'explosion')).words).toContain('另行登记')
    })

    it('is corrected also then where its casualties count for as many days', () => {
      const blast = { ...reported, kind: 'explosion' }
      const play = emergency(blast, {}, ['wait', 40 * 24 * 60])
      correct(play, blast, 'kind', 'collapse')
      expect([play.context().kind, play.where('casualties')]).toEqual([
        'collapse',
        'casualties.frozen',
      ])
    })

    it('is refused where people were in a lift, or are said to be', () => {
      const play = emergency(fire, {})
      expect(refusal(() => correct(play, fire, 'kind', 'lift')).words).toContain('另行登记')
    })
  })

  it('says nothing of other reports', () => {
    const record = emergency(reported, {}).record()
    const fact = { type: 'report-to-city', was: { dead: 1 }, is: { dead: 2 } }
    expect(
      emergencyResponse.corrected?.(record, fact, lawOf({ calendars: decreeCalendars }, record)),
    ).toEqual({})
  })
})
