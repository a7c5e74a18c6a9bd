// Is an accident of boilers, vessels, cranes and pipelines graded by what has happened to them, whoever was harmed?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { applicableFields } from '../../../domain/engine/judging/applicable-fields.ts'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { reported } from '../samples.ts'

const equipment = (equipmentEvent: string, more: object = {}) => ({
  ...reported,
  kind: 'equipment',
  equipmentEvent,
  ...more,
})
const verified: Line[] = [['dan', 'verify', { findings: '属实' }]]

describe('an accident of special equipment', () => {
  it.each(['explosion', 'overturned'])(
    'by %s is a larger one: the province is telephoned, and the city investigates',
    (what) => {
      const play = emergency(equipment(what), {}, ...verified)
      expect(play.context()).toMatchObject({ accidentLevel: 'larger', grave: true })
      expect(play.dueAt('county-phone')).toBe('2026-03-02 10:00')
      expect(refusal(() => play.does(['gao', 'open-investigation'])).words).toContain('市级')
      expect(refusal(() => play.does(['dan', 'no-report'])).words).not.toBe('')
    },
  )

  it.each([
    [499, 'general', false],
    [500, 'general', true],
    [10_000, 'larger', true],
    [50_000, 'major', true],
    [150_000, 'extra-major', true],
  ])('by a leak for which %i people were moved is %s', (evacuated, level, isAccident) => {
    const play = emergency(equipment('leak', { evacuated }), {}, ...verified)
    expect(play.context().accidentLevel).toBe(level)
    expect(play.context().specialAccidentAt !== null).toBe(isAccident)
  })

  it('is never graded below its casualties, and becomes an accident by the first of them', () => {
    const play = emergency(equipment('other'), {}, ...verified)
    expect(play.context().specialAccidentAt).toBe(null)
    const dead = (n: number): Line => [
      'dan',
      'record-casualties',
      { asOf: '2026-03-02', dead: n, reason: '不治' },
    ]
    play.does(dead(1))
    expect(play.context().specialAccidentAt).not.toBe(null)
    play.does(dead(10))
    expect(play.context().accidentLevel).toBe('major')
    expect(emergency(equipment('explosion', { dead: 30 }), {}).context().accidentLevel).toBe(
      'extra-major',
    )
  })

  it('asks for nothing of a lift, and ends without anybody released from one', () => {
    const play = emergency(equipment('overturned'), {}, ...verified)
    expect(play.where('lift')).toBe('lift.not-needed')
    expect(play.record().obligations.filter(({ clock }) => clock.startsWith('lift-'))).toEqual([])
    const started = { level: '3', reason: '搜救', period: '1日', measures: '搜救' }
    play.does(['gao', 'start-response', started], ['gao', 'end-response'])
    expect(play.where('response')).toBe('response.aftermath')
  })

  it('is asked for what has happened to it, and no other event is', () => {
    const asked = (form: object, name: string) =>
      applicableFields(emergencyResponse.start.fields, { ...form }).find((one) => one.name === name)
    expect(asked({ kind: 'equipment' }, 'equipmentEvent')?.required).toBe(true)
    expect(asked({ kind: 'explosion' }, 'equipmentEvent')).toBeUndefined()
  })
})
