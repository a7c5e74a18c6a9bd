// Does an alarm go the ways of ISA-18.2, and is every state of it reached and left by somebody or a clock?
import { describe, expect, it } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { responseEnded } from '../../domain/alarm-episode/statechart.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import { refusal } from '../case/acting.ts'
import { devices } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import { type Line, raising } from './playing.ts'
import { gas, latchedLight, light, lightest, raised, samples, start } from './samples.ts'
import { acting, situations } from './situations.ts'

describe('the model', () => {
  itHolds({
    process: alarmEpisode,
    situations,
    samples,
    deciding: acting(),
    // What rang while the plant hid it: the devices tell of that only later.
    memories: [{}, { rang: 1_000 }],
    ended: { event: responseEnded, by: devices, at: start },
  })
})

const returned = ['devices', 'return-to-normal'] as const
const latched = ['devices', 'return-to-normal', samples['return-to-normal']?.[1] ?? {}] as const
const acked = ['dan', 'acknowledge'] as const

describe('a light alarm', () => {
  it('ends with C+RTN, and with D+ack', () => {
    const first = raising(light, [...acked])
    expect([first.where(), first.where('condition')]).toEqual([
      'response.acknowledged',
      'condition.active',
    ])
    first.does([...returned])
    expect(first.record().status).toBe('closed')
    const second = raising(lightest, [...returned])
    expect([second.record().status, second.where(), second.where('condition')]).toEqual([
      'open',
      'response.unacknowledged',
      'condition.returned',
    ])
    second.does([...acked])
    expect(second.record().status).toBe('closed')
  })

  it('rings again when it alarms again or rises, and then belongs to the higher level', () => {
    const play = raising(light, [...acked], ['devices', 're-alarm'])
    expect(play.where()).toBe('response.unacknowledged')
    play.does([...acked], ['devices', 'escalate', { level: 1, value: 9.9, at: start }])
    expect([play.where(), alarmEpisode.level(play.record())]).toEqual([
      'response.unacknowledged',
      1,
    ])
    play.does([...acked], [...returned])
    expect(play.where()).toBe('response.concluding')
  })

  it('rings for what rang after the acknowledgement, and for nothing that the acknowledgement had seen, whichever is heard first', () => {
    const rings = (rang: number) => ['devices', 're-alarm', { rang, at: start }] as const
    const seen = (newest: number) => ['dan', 'acknowledge', { seen: newest }] as const
    const late = raising({ ...light, rang: 1 }, [...seen(3)], [...rings(3)])
    expect(late.where()).toBe('response.acknowledged')
    late.does([...rings(5)])
    expect(late.where()).toBe('response.unacknowledged')
    const old = refusal(() => late.does([...seen(4)]))
    expect([old.words, late.where()]).toEqual([
      expect.stringContaining('须重新接警'),
      'response.unacknowledged',
    ])
    late.does([...seen(5)])
    expect(late.where()).toBe('response.acknowledged')
  })

  it('promise (alarms): what had eased and rises again to the level that it had calls the desk again, and its case stays at the gravest level', () => {
    const rises = (level: number, rang: number) =>
      ['devices', 'escalate', { level, rang, at: start }] as const
    const play = raising({ ...light, level: 2, rang: 1 }, [...acked], [...rises(2, 4)])
    expect(play.where()).toBe('response.unacknowledged')
    play.does([...acked], [...rises(1, 6)], [...acked], [...rises(2, 9)])
    expect([play.where(), alarmEpisode.level(play.record())]).toEqual([
      'response.unacknowledged',
      1,
    ])
  })

  it('calls the desk for what rang while the plant hid it, when it is told to have returned', () => {
    const hidden = { value: 8, standing: 'returned', rang: 4, at: start }
    const play = raising({ ...light, rang: 1 }, [...acked], ['devices', 'return-to-normal', hidden])
    expect([play.where(), play.clock('acknowledge-3')?.status]).toEqual([
      'response.unacknowledged',
      'running',
    ])
  })

  it('keeps what it knew last while the signal is of unknown quality', () => {
    const play = raising(light, ['devices', 'lose-quality'], [...acked])
    expect([play.where('quality'), play.where('condition')]).toEqual([
      'quality.unknown',
      'condition.active',
    ])
    play.does(['devices', 'regain-quality'], [...returned])
    expect(play.record().status).toBe('closed')
  })
})

describe('a grave alarm', () => {
  it('wants to be concluded after it has returned, and rings again if it comes back meanwhile', () => {
    const play = raising(raised, [...acked], [...returned])
    expect(play.where()).toBe('response.concluding')
    play.does(['devices', 're-alarm'], [...acked], [...returned], ['dan', 'conclude'])
    expect(play.record().status).toBe('closed')
  })

  it('that latches waits to be reset, and then to be concluded', () => {
    const play = raising(gas, [...latched], [...acked])
    expect(play.where()).toBe('response.resetting')
    play.does(['dan', 'reset'])
    expect(play.where()).toBe('response.concluding')
    const lower = raising({ ...gas, level: 3 }, [...acked], [...latched], ['dan', 'reset'])
    expect(lower.where()).toBe('response.acknowledged')
    lower.does(['devices', 'alarm-ended'])
    expect(lower.record().status).toBe('closed')
  })
})

describe('the end of an alarm', () => {
  const back = (standing: string): Line => [
    'devices',
    'return-to-normal',
    { value: 8.1, standing, at: start },
  ]
  const ended = ['devices', 'alarm-ended'] as const

  it('promise (alarms): is that of its devices: whatever the desk has done, its case stays open until they say so, and what rings meanwhile calls the desk', () => {
    const ways: Line[][] = [
      [back('returned'), [...acked]],
      [[...acked], back('returned')],
      [[...acked], back('latched'), ['dan', 'reset']],
    ]
    for (const lines of ways) {
      const play = () => raising(light, ...lines)
      const on = play()
      expect([on.record().status, on.where()]).toEqual(['open', 'response.acknowledged'])
      on.does([...ended])
      expect(on.record().status).toBe('closed')
      const again = play()
      again.does(['devices', 're-alarm'])
      expect(again.where()).toBe('response.unacknowledged')
    }
  })

  it('is awaited after its conclusion too, and what the desk has seen ring again waits for its return', () => {
    const play = raising(raised, [...acked], back('returned'), ['dan', 'conclude'])
    expect([play.record().status, play.where()]).toEqual(['open', 'response.acknowledged'])
    play.does([...ended])
    expect(play.record().status).toBe('closed')
    const ahead = raising(
      { ...raised, rang: 1 },
      [...acked],
      back('returned'),
      ['dan', 'acknowledge', { seen: 3 }],
      ['devices', 're-alarm', { rang: 3, at: start }],
    )
    expect([ahead.where(), ahead.where('condition')]).toEqual([
      'response.acknowledged',
      'condition.active',
    ])
  })

  it('may be told with the word of the plant', () => {
    const there = { by: '中控室', standing: 'normal', at: start }
    const play = raising(light, [...acked], back('returned'), [
      'devices',
      'acknowledged-at-plant',
      there,
    ])
    expect(play.record().status).toBe('closed')
  })
})

describe('one that a person has declared over', () => {
  const declared = ['devices', 'declared-over'] as const

  it('promise (alarms): a case says that a person declared its alarm over, who and why, and never that the value is normal again', () => {
    const play = raising(raised, [...acked], [...declared])
    const fact = {
      ...play.facts.find(({ type }) => type === 'declared-over'),
      seq: 9,
      hash: '',
    } as never
    const [desk, enterprise] = (['internal', 'party'] as const).map((reader) =>
      timelineItem(alarmEpisode, fact, reader),
    )
    expect(desk?.title.zh).toBe('值班人员宣布解除')
    expect(desk?.fields.map(({ value }) => value.zh)).toEqual(
      expect.arrayContaining(['单值班', '电话核实现场液位正常']),
    )
    expect(enterprise?.title.zh).toContain('电话核实现场液位正常')
    expect(JSON.stringify(enterprise)).not.toContain('单值班')
    const [state, ofParty] = (['internal', 'party'] as const).map((reader) =>
      stateWords(alarmEpisode, play.key(), reader),
    )
    expect(state?.zh).toContain('已解除，待研判')
    expect(JSON.stringify([desk, enterprise, state, ofParty])).not.toMatch(/恢复|normal|return/i)
  })

  it('ends without a reset, whether it was acknowledged before or after, and may ring again', () => {
    const before = raising(latchedLight, [...acked], [...declared])
    expect(before.record().status).toBe('closed')
    const after = raising(gas, [...declared], [...acked])
    expect(after.where()).toBe('response.concluding')
    after.does(['devices', 're-alarm'], [...acked], [...latched])
    expect(after.where()).toBe('response.resetting')
  })
})

describe('whose it is', () => {
  const inHand = (play: ReturnType<typeof raising>) =>
    Object.values(play.record().openTasks).map(({ task, assignee }) => [task, assignee?.id])

  it('stays with whoever acknowledged it, whichever task that opens', () => {
    expect(inHand(raising(light, [...acked]))).toEqual([['handle', 'dan']])
    expect(inHand(raising(raised, [...returned], [...acked]))).toEqual([['conclude', 'dan']])
    expect(inHand(raising(gas, [...latched], [...acked]))).toEqual([['reset', 'dan']])
  })

  it('is kept from nobody of the desks: the next shift concludes it, and acknowledges what another has claimed', () => {
    const play = raising(raised, [...returned], [...acked], ['du', 'conclude'])
    expect(play.record().status).toBe('closed')
    const claimed = raising(light, ['dan', 'claim'], ['du', 'acknowledge'])
    expect(inHand(claimed)).toEqual([['handle', 'du']])
  })
})

describe('its state in words', () => {
  it('is that of the duty first, and says what else is worth saying', () => {
    const textsOf = (response: string, condition: string, quality: string) =>
      stateWords(
        alarmEpisode,
        `condition.${condition}|quality.${quality}|response.${response}`,
        'internal',
      ).zh
    expect(textsOf('unacknowledged', 'active', 'known')).toContain('待接警')
    expect(textsOf('unacknowledged', 'returned', 'unknown')).toMatch(
      /待接警.*已恢复正常.*信号未知|待接警|已恢复正常/,
    )
  })
})
