// What does the end of an emergency response do to the alarm that has started it, wherever that stands?
import { describe, expect, it } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { obeyLink } from '../../domain/engine/linked.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import { playing, refusal } from '../case/acting.ts'
import { author, devices } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { type Line, raising, sample } from './playing.ts'
import { drill, gas, latchedLight, light, raised, samples, start } from './samples.ts'

type Play = ReturnType<typeof raising>
const [falseAlarm, genuine] = samples['emergency-ended'] ?? []
const returned: Line = ['devices', 'return-to-normal']
const latched: Line = ['devices', 'return-to-normal', samples['return-to-normal']?.[1] ?? {}]
const acked: Line = ['dan', 'acknowledge']
const emergency: Line = ['dan', 'start-emergency']

const ended = (play: Pick<Play, 'record'>, data: Record<string, unknown> = falseAlarm ?? {}) =>
  obeyLink(
    alarmEpisode,
    play.record(),
    { type: 'emergency-ended', data, at: start },
    decisionContextAt(start),
  )
/** The alarm goes on from where the end of the emergency response has left it. */
const onceEnded = (play: Pick<Play, 'record'>, data?: Record<string, unknown>) => {
  const on = playing(alarmEpisode, devices, raised, start, ended(play, data).record)
  return {
    ...on,
    does: (...lines: Line[]) => {
      for (const [who, type, form] of lines)
        if (typeof type === 'string') on.act(author(who), type, form ?? sample(type) ?? {})
    },
    where: () =>
      stateKey(on.record().snapshot.value)
        .split('|')
        .find((state) => state.startsWith('response.')),
  }
}

describe('an alarm that has returned and waits to be concluded', () => {
  const waiting = (form: Record<string, unknown> = raised) =>
    raising(form, acked, emergency, returned)
  it('is concluded by it, as false or as genuine', () => {
    for (const data of [falseAlarm, genuine]) {
      const draft = ended(waiting(), data)
      expect(draft.record.status).toBe('closed')
      expect(draft.facts).toMatchObject([
        { type: 'emergency-ended', actor: { kind: 'system' }, audience: 'party', data },
      ])
    }
  })
  it('stays to be concluded by people where the outcome is not lawful, and the end is kept', () => {
    const bare = { ...genuine, measures: undefined }
    const play = onceEnded(waiting(), bare)
    expect([play.where(), play.record().data['emergency-ended']?.outcome]).toEqual([
      'response.concluding',
      'genuine',
    ])
    play.does(['dan', 'conclude'])
    expect(play.record().status).toBe('closed')
  })
  it('of an exercise is concluded as a test, and never as genuine', () => {
    const exercise = raising(
      { ...drill, latching: false },
      acked,
      ['dan', 'start-emergency', samples['start-emergency']?.[1] ?? {}],
      returned,
    )
    expect(ended(exercise, { ...falseAlarm, outcome: 'test' }).record.status).toBe('closed')
    expect(ended(exercise, genuine).record.status).toBe('open')
  })
})

describe('an acknowledged alarm that still stands', () => {
  it('goes on, and is not asked for a conclusion once it has returned', () => {
    const play = onceEnded(raising(raised, acked, emergency))
    expect(play.where()).toBe('response.acknowledged')
    play.does(returned)
    expect(play.record().status).toBe('closed')
  })
  it('that latches wants to be reset all the same', () => {
    const play = onceEnded(raising(gas, acked, emergency))
    play.does(latched)
    expect(play.where()).toBe('response.resetting')
    play.does(['dan', 'reset'], ['devices', 'alarm-ended'])
    expect(play.record().status).toBe('closed')
    const later = onceEnded(raising(gas, acked, emergency, latched))
    expect(later.where()).toBe('response.resetting')
    later.does(['dan', 'reset'], ['devices', 'alarm-ended'])
    expect(later.record().status).toBe('closed')
  })
  it('wants a conclusion of its own once it has rung again', () => {
    const play = onceEnded(raising(raised, acked, emergency))
    play.does(['devices', 're-alarm'], acked, returned)
    expect(play.where()).toBe('response.concluding')
    const aside = onceEnded(raising(raised, acked, emergency))
    aside.does(['dan', 'shelve'], ['devices', 're-alarm'], ['dan', 'unshelve'], acked, returned)
    expect(aside.where()).toBe('response.concluding')
  })
  it('wants none for what the desk had seen before, though it is heard of only now', () => {
    const seen: Line = ['dan', 'acknowledge', { seen: 3 }]
    const play = onceEnded(raising({ ...raised, rang: 1 }, seen, emergency))
    play.does(['devices', 're-alarm', { rang: 3, at: start }], returned)
    expect(play.record().status).toBe('closed')
  })
  it('of a light level ends as it would have ended', () => {
    for (const form of [light, latchedLight]) {
      const play = onceEnded(raising(form, acked, emergency))
      play.does(returned)
      expect(play.record().status).toBe('closed')
    }
  })
})

describe('an alarm that nobody has acknowledged, or that stands aside', () => {
  it.each<[string, Line[]]>([
    ['unacknowledged', []],
    ['shelved', [['dan', 'shelve']]],
    ['suppressed', [['dan', 'suppress']]],
    ['out-of-service', [['dan', 'take-out-of-service']]],
  ])('%s: stays where it is, keeps the end, and people conclude it', (state, lines) => {
    const play = onceEnded(raising(raised, emergency, ...lines))
    expect(play.where()).toBe(`response.${state}`)
    expect(play.record().snapshot.context).toMatchObject({ emergency: false, concluded: false })
    if (state === 'unacknowledged') {
      play.does(acked, returned)
      expect(play.where()).toBe('response.concluding')
    }
  })
})

describe('the end of an emergency response', () => {
  const words = (play: Pick<Play, 'record'>, data?: Record<string, unknown>) =>
    refusal(() => ended(play, data))
  it('is refused with a reason where none goes on, and once is enough', () => {
    expect(words(raising(raised, acked))).toEqual({
      code: 'not-allowed',
      words: '没有正在进行的应急响应',
    })
    expect(words(onceEnded(raising(raised, acked, emergency))).words).toBe('没有正在进行的应急响应')
  })
  it('of an alarm that has ended is told that it has', () => {
    const play = raising(light, acked, emergency, returned)
    expect(words(play).code).toBe('case-closed')
  })
  it('lets another be started, should the alarm prove true after all', () => {
    const play = onceEnded(raising(raised, acked, emergency))
    play.does(emergency)
    expect(play.record().links?.map(({ process }) => process)).toEqual([
      'emergency-response',
      'emergency-response',
    ])
    expect(new Set(play.record().links?.map(({ id }) => id)).size).toBe(2)
  })
  it('is sent by nobody: no desk, no enterprise, no device', () => {
    for (const who of ['dan', 'du', 'gao', 'qi', 'devices']) {
      const play = raising(raised, acked, emergency, returned)
      expect([who, refusal(() => play.does([who, 'emergency-ended'])).words]).toEqual([
        who,
        '此事件只由关联案件触发',
      ])
    }
  })
  it('is told to the enterprise by its outcome, and to the desks', () => {
    const draft = ended(raising(raised, acked, emergency, returned), genuine)
    const fact = { ...draft.facts[0], seq: 9, hash: '' } as never
    expect(timelineItem(alarmEpisode, fact, 'party')?.title.zh).toBe(
      '应急响应已结束（衢应急〔2026〕1号）：真实报警。',
    )
    expect(draft.effects).toMatchObject([
      {
        kind: 'notice',
        about: 'emergency-ended',
        groups: ['330802-bureau/duty-officer', '330800-command/duty-officer'],
      },
    ])
  })
})

describe('an emergency that came to nothing', () => {
  const waived = (play: Pick<Play, 'record'>) =>
    obeyLink(
      alarmEpisode,
      play.record(),
      { type: 'emergency-waived', data: sample('emergency-waived') ?? {}, at: start },
      decisionContextAt(start),
    )
  it('leaves the alarm to its desk, which may call another one, and lets a later end conclude it', () => {
    const play = raising(raised, acked, emergency, returned)
    expect(refusal(() => play.does(emergency)).words).toContain('已经启动应急响应')
    const on = playing(alarmEpisode, devices, raised, start, waived(play).record)
    expect(on.record().status).toBe('open')
    const owed = ({ obligations }: ReturnType<Play['record']>) =>
      obligations.flatMap(({ clock, status }) => (status === 'running' ? [clock] : []))
    expect([owed(play.record()), owed(on.record())]).toEqual([[], ['conclude-2']])
    expect(ended(on).record.status).toBe('closed')
    on.act(author('dan'), 'start-emergency', sample('start-emergency') ?? {})
    expect(on.record().snapshot.context).toMatchObject({ emergency: true, emergencyWaived: false })
    expect(refusal(() => waived(raising(raised, acked))).words).toContain('没有正在进行的')
  })
})
