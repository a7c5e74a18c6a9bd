// What becomes of an alarm that somebody has put aside, and how does it come back?
import { describe, expect, it } from 'vitest'
import { raising } from './playing.ts'
import { gas, light, raised, start } from './samples.ts'

const returned = ['devices', 'return-to-normal'] as const
const acked = ['dan', 'acknowledge'] as const

describe('what stands aside', () => {
  it.each([
    ['shelve', 'shelved', 'unshelve', 4 * 60],
    ['suppress', 'suppressed', 'return-to-service', 20 * 60],
    ['take-out-of-service', 'out-of-service', 'return-to-service', 48 * 60],
  ])(
    '%s: comes back by itself or by a person, and is looked at again',
    (put, state, back, minutes) => {
      const play = raising(light, [...acked], ['dan', put], ['wait', minutes - 1])
      expect(play.where()).toBe(`response.${state}`)
      play.does(['wait', 1])
      expect(play.where()).toBe('response.unacknowledged')
      const early = raising(light, [...acked], ['dan', put], ['dan', back])
      expect(early.where()).toBe('response.unacknowledged')
      const over = raising(light, [...acked], ['dan', put], [...returned], ['wait', minutes])
      expect(over.record().status).toBe('closed')
      const unanswered = raising(light, ['dan', put], [...returned], ['wait', minutes])
      expect(unanswered.where()).toBe('response.unacknowledged')
    },
  )

  it('a higher level breaks a shelving and a suppression, and not the work under a permit', () => {
    const higher = ['devices', 'escalate', { level: 1, at: start }] as const
    for (const put of ['shelve', 'suppress']) {
      const play = raising(light, ['dan', put], [...higher])
      expect([put, play.where()]).toEqual([put, 'response.unacknowledged'])
    }
    expect(raising(light, ['dan', 'take-out-of-service'], [...higher]).where()).toBe(
      'response.out-of-service',
    )
  })

  it('is taken out of service under a permit as it is, and calls nobody when its shelf would have ended', () => {
    for (const put of ['shelve', 'suppress']) {
      const play = raising(raised, ['dan', put], ['dan', 'take-out-of-service'], ['wait', 30 * 60])
      expect([put, play.where(), play.called()]).toEqual([put, 'response.out-of-service', []])
      play.does(['dan', 'return-to-service'])
      expect(play.where()).toBe('response.unacknowledged')
    }
  })

  it('at the plant is a fact, and the desk keeps its duty', () => {
    const play = raising(
      gas,
      ['devices', 'shelved-at-plant'],
      ['devices', 'acknowledged-at-plant'],
      ['qi', 'acknowledge-at-enterprise'],
    )
    expect(play.where()).toBe('response.unacknowledged')
    expect(play.facts.map(({ type, audience }) => [type, audience])).toEqual([
      ['shelved-at-plant', 'party'],
      ['acknowledged-at-plant', 'party'],
      ['acknowledge-at-enterprise', 'party'],
    ])
  })
})

describe('acknowledged while it stands aside', () => {
  const asides = [
    ['shelve', 'unshelve'],
    ['suppress', 'return-to-service'],
    ['take-out-of-service', 'return-to-service'],
  ] as const

  it.each(asides)(
    'promise (alarms): acknowledged while it stands aside by %s, what has returned meanwhile calls nobody at the end of that, and what stands rings again',
    (put, back) => {
      const over = raising(light, ['dan', put], [...acked], [...returned], ['dan', back])
      expect([over.record().status, over.called()]).toEqual(['closed', []])
      const stands = raising(light, ['dan', put], [...acked], ['dan', back])
      expect(stands.where()).toBe('response.unacknowledged')
    },
  )

  it('it stays aside, and asks the device for what was seen', () => {
    for (const [put] of asides) {
      const play = raising(light, ['dan', put])
      const where = play.where()
      play.does(
        ['devices', 're-alarm', { rang: 3, at: start }],
        ['dan', 'acknowledge', { seen: 3 }],
      )
      expect(play.where()).toBe(where)
      expect(play.effects.findLast(({ kind }) => kind === 'device')).toMatchObject({
        verb: 'acknowledge',
        args: { seen: '3' },
      })
      expect(() => play.does([...acked])).toThrow()
    }
  })

  it('is for whoever keeps the duty, and for nobody else', () => {
    const play = raising(light, ['dan', 'shelve'])
    for (const who of ['gao', 'qi', 'lin']) expect(() => play.does([who, 'acknowledge'])).toThrow()
    play.does(['du', 'acknowledge'])
  })
})
