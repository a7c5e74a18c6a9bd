// Whose is an alarm for which a bureau is competent: who acts, who is called, who only reads?
import { describe, expect, it } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { begin } from '../../domain/engine/step.ts'
import type { Competence } from '../../domain/organisation/competence.ts'
import { acts } from '../../domain/views/acts.ts'
import { dutiesOf } from '../../domain/views/post-duties.ts'
import { refusal } from '../case/acting.ts'
import { actor, devices } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { begunWith, burning, vehicle } from './bureaus.ts'
import { type Line, minute, raisingAs } from './playing.ts'
import { gas, raised, samples, start } from './samples.ts'

const transport = '330800-transport/duty-officer'
const play = (form: Record<string, unknown>, ...lines: Line[]) =>
  raisingAs(form, begunWith(form), ...lines)
const refused = (one: ReturnType<typeof play>, who: string, type: string) =>
  refusal(() => one.does([who, type])).words

describe('the bureau’s duty officer', () => {
  it('promise (alarms): the transport bureau’s officer ends a vehicle alarm from his own inbox, and the fire brigade’s a fire; nobody else could', () => {
    for (const [form, own, others] of [
      [vehicle, 'lu', ['dan', 'du', 'huo', 'gao', 'qi']],
      [burning, 'huo', ['dan', 'du', 'lu', 'gao', 'qi']],
    ] as const) {
      const one = play(form)
      const steps = [
        [own, 'acknowledge'],
        ['devices', 'return-to-normal'],
        [own, 'conclude'],
      ] as const
      for (const [who, type] of steps) {
        if (who !== 'devices')
          for (const other of others)
            expect([other, type, refused(one, other, type)]).toEqual([
              other,
              type,
              expect.stringMatching(/\S/),
            ])
        one.does([who, type])
      }
      expect(one.record().status).toBe('closed')
    }
  })

  it('alone has the task in his inbox, and resets what latches', () => {
    const one = play({ ...burning, latching: true })
    const groups = () => Object.values(one.record().openTasks).map((task) => task.groups)
    expect(groups()).toEqual([['330800-fire/duty-officer']])
    one.does(['devices', 'return-to-normal', samples['return-to-normal']?.[1] ?? {}])
    one.does(['huo', 'acknowledge'])
    expect([one.where(), groups()]).toEqual(['response.resetting', [['330800-fire/duty-officer']]])
    expect(refused(one, 'du', 'reset')).toContain('衢州市消防救援支队')
    one.does(['huo', 'reset'], ['devices', 'alarm-ended'], ['huo', 'conclude'])
    expect(one.record().status).toBe('closed')
  })

  it('puts his alarm aside and takes it up again, and reports the hazard; the desks do not', () => {
    for (const type of ['shelve', 'suppress', 'report-hazard', 'hand-over']) {
      expect(refused(play(vehicle), 'dan', type)).toContain('由衢州市交通运输局')
      expect(refused(play(vehicle), 'du', type)).toContain('由衢州市交通运输局')
      expect(refused(play(vehicle), 'lu', type)).toBe('')
    }
    const aside = play(vehicle, ['lu', 'shelve'])
    expect(refused(aside, 'dan', 'unshelve')).toContain('由衢州市交通运输局')
    expect(refused(aside, 'lu', 'unshelve')).toBe('')
  })

  it('has nothing to do with what another bureau or the command keeps', () => {
    for (const form of [raised, gas, burning])
      expect(refused(play(form), 'lu', 'acknowledge')).not.toBe('')
    expect(refused(play(gas), 'dan', 'acknowledge')).toBe('')
  })
})

describe('the command', () => {
  it('reads it, starts the emergency response, and takes its device out under a permit', () => {
    const open = (who: string) =>
      acts(alarmEpisode, play(vehicle).record(), actor(who), decisionContextAt(start))
        .filter(({ allowed, kind }) => allowed && kind === 'event')
        .map(({ type }) => type)
        .sort()
    expect(open('du')).toEqual(['start-emergency', 'take-out-of-service'])
    expect(open('dan')).toEqual(['start-emergency', 'take-out-of-service'])
    expect(open('huo')).toEqual([])
    expect(open('lu')).toEqual([
      'acknowledge',
      'hand-over',
      'report-hazard',
      'shelve',
      'suppress',
      'take-out-of-service',
    ])
    const started = play(vehicle, ['du', 'start-emergency'])
    expect(started.record().links?.map(({ process }) => process)).toEqual(['emergency-response'])
  })
})

describe('when nobody acknowledges', () => {
  it('the bureau is called first, then the county’s leader, then the city’s desk and leader', () => {
    expect(play(vehicle, ['wait', 300]).called()).toEqual([
      ['again', minute(5), [transport, 'enterprise:e-1/enterprise-safety']],
      ['leader', minute(15), ['330802-bureau/leader', transport]],
      ['city', minute(30), ['330800-command/duty-officer', '330800-leadership/leader']],
    ])
  })

  it('the desk and the bureau both hear that it rose higher', () => {
    const one = play(vehicle, ['devices', 'escalate', { level: 1, at: start }])
    const [notice] = one.effects.filter((effect) => effect.kind === 'notice')
    expect(notice && 'groups' in notice && notice.groups).toEqual([
      '330802-bureau/duty-officer',
      '330800-command/duty-officer',
      'enterprise:e-1/enterprise-safety',
      transport,
    ])
  })

  it('at the end of a shelving the bureau looks at it again', () => {
    const one = play(vehicle, ['lu', 'shelve'], ['wait', 240])
    expect(one.called()).toEqual([['ended', minute(240), [transport]]])
  })
})

describe('the table', () => {
  const toFire: Competence = {
    id: 'c-1',
    matter: 'alarm:position',
    region: '330802',
    office: 'fire',
    level: 'city',
    from: '2026-03-01',
    until: null,
  }
  it('is asked once, when the case begins: a change moves new cases alone', () => {
    const before = begunWith(vehicle)
    expect(before.snapshot.context.competent).toEqual({ office: 'transport', level: 'city' })
    const after = begunWith(vehicle, [toFire])
    expect(after.snapshot.context.competent).toEqual({ office: 'fire', level: 'city' })
    const elsewhere = begunWith({ ...vehicle, region: '330881' }, [toFire])
    expect(elsewhere.snapshot.context.competent).toEqual({ office: 'transport', level: 'city' })
    const one = raisingAs(vehicle, before, ['wait', 60])
    expect(Object.values(one.record().openTasks).map(({ groups }) => groups)).toEqual([[transport]])
  })

  it('counts by the day on which the alarm rose', () => {
    const later = { ...toFire, from: '2026-03-03' }
    expect(begunWith(vehicle, [later]).snapshot.context.competent).toMatchObject({
      office: 'transport',
    })
    expect(
      begunWith(vehicle, [later], '2026-03-02T16:00:00.000Z').snapshot.context.competent,
    ).toMatchObject({ office: 'fire' })
  })

  it('that nobody has read names nobody, and the desks keep the alarm as before', () => {
    const event = { type: 'raise', data: vehicle, by: devices, at: start, signatures: [] }
    const { record } = begin(
      alarmEpisode,
      { id: 'c-1', number: '试1号' },
      event,
      decisionContextAt(start),
    )
    expect(record.snapshot.context.competent).toBeNull()
    expect(Object.values(record.openTasks)[0]?.groups).toEqual([
      '330802-bureau/duty-officer',
      '330800-command/duty-officer',
    ])
  })
})

it('whoever would empty the post of a bureau is told which tasks and levels would find nobody', () => {
  const lost = (group: string) =>
    dutiesOf(alarmEpisode, group).map(({ kind, words }) => `${kind} ${words.zh}`)
  expect(lost(transport)).toEqual(
    expect.arrayContaining(['task 接警', 'task 研判办结', 'escalation 再次呼叫值班员']),
  )
  expect(lost('330800-transport/inspector')).toEqual([])
  expect(lost('330802-bureau/duty-officer')).toContain('task 接警')
})
