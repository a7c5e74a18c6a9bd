// Do orders reach whom they are for, run by their own clocks, and hold up the end of the response until they are done?
import { describe, expect, test } from 'vitest'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { isStale, materialOf } from '../../domain/engine/judging/judge.ts'
import type { OpenTask } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { later } from '../../domain/time/instant.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { emergency, type Line } from './playing.ts'
import { reported, start } from './samples.ts'

const fireDuty: Person = {
  kind: 'person',
  id: 'fire',
  name: '消防值班',
  enterprise: null,
  appointments: [{ office: '330800-fire', role: 'duty-officer', region: '330800' }],
}
const [dan, gao] = [actor('dan'), actor('gao')]
const responding: Line[] = [
  ['dan', 'verify'],
  ['gao', 'start-response'],
]
const begun = () => emergency(reported, {}, ...responding)
const attack = {
  to: 'city-fire/duty-officer',
  task: '控制着火罐',
  finishBy: later(start, 3_600_000),
}
const clear = { to: 'county-command/duty-officer', task: '疏散下风向居民' }

type Play = ReturnType<typeof begun>
const ordersOf = (play: Play): OpenTask[] =>
  Object.values(play.record().openTasks).filter(({ task }) => task === 'carry-out-order')
const first = (play: Play): string => ordersOf(play)[0]?.id ?? ''

describe('an order', () => {
  test('reaches the duty officer of the bureau that its form names, and the desk of the county', () => {
    const play = begun()
    play.act(dan, 'give-order', attack)
    play.act(dan, 'give-order', clear)
    expect(ordersOf(play).map(({ groups }) => groups)).toEqual([
      ['330800-fire/duty-officer'],
      ['330802-bureau/duty-officer'],
    ])
  })

  test('is received, begun, reported on and done by its unit alone', () => {
    const play = begun()
    play.act(dan, 'give-order', attack)
    const taskId = first(play)
    expect(refusal(() => play.act(gao, 'receive-order', {}, { taskId })).code).toBe('not-allowed')
    play.act(fireDuty, 'receive-order', { note: '两车十二人' }, { taskId })
    play.act(fireDuty, 'begin-order', {}, { taskId })
    play.act(fireDuty, 'ask-for-help', { wanted: '泡沫' }, { taskId })
    play.act(fireDuty, 'report-progress', { progress: '火势减小' }, { taskId })
    play.act(fireDuty, 'finish-order', { result: '已扑灭' }, { taskId })
    expect(ordersOf(play)).toEqual([])
    expect(play.record().items).toEqual({})
    const told = play.effects.flatMap((one) => ('groups' in one ? [[one.about, one.groups]] : []))
    expect(told).toContainEqual(['give-order', ['330800-fire/duty-officer']])
    expect(told).toContainEqual(['ask-for-help', expect.arrayContaining(['330802-bureau/leader'])])
  })

  test('nobody has received after five minutes is told to the commanders and to its unit again', () => {
    const play = begun()
    play.act(dan, 'give-order', attack)
    play.to(later(start, 5 * 60_000 - 1))
    const missed = () => play.effects.filter(({ about }) => about === 'not-received')
    expect(missed()).toEqual([])
    play.to(later(start, 5 * 60_000))
    expect(missed().map((one) => 'groups' in one && one.groups)).toEqual([
      expect.arrayContaining([
        '330802-bureau/commander',
        '330800-command/commander',
        '330800-fire/duty-officer',
      ]),
    ])
  })

  test('received in time is late only by its own end; one without an end never is', () => {
    const play = begun()
    play.act(dan, 'give-order', attack)
    play.act(fireDuty, 'receive-order', {}, { taskId: first(play) })
    play.act(dan, 'give-order', clear)
    play.act(dan, 'receive-order', {}, { taskId: ordersOf(play)[1]?.id ?? '' })
    play.to(later(start, 24 * 3_600_000))
    const late = play.effects.filter(
      ({ about }) => about === 'not-done' || about === 'not-received',
    )
    expect(late.map((one) => 'obligation' in one && one.obligation)).toEqual([
      `order-finish:${Object.keys(play.record().items ?? {})[0]}`,
    ])
  })

  test('that cannot be done goes back with its reason, and another is given', () => {
    const play = begun()
    play.act(dan, 'give-order', attack)
    play.act(fireDuty, 'refuse-order', { reason: '车辆在途故障' }, { taskId: first(play) })
    expect(play.effects.filter(({ about }) => about === 'refuse-order')).toHaveLength(1)
    play.act(dan, 'give-order', { ...attack, to: 'city-command/commander' })
    expect(ordersOf(play).map(({ groups }) => groups)).toEqual([['330800-command/commander']])
  })

  test.each([
    [{ ...attack, finishBy: start }, '完成时限须在此刻之后'],
    [{ ...attack, startBy: later(start, 2 * 3_600_000) }, '计划开始不得晚于完成时限'],
  ])('with a plan that cannot be kept is refused (%#)', (form, words) => {
    expect(refusal(() => begun().act(dan, 'give-order', form)).words).toBe(words)
  })

  test('to a unit that no list has is refused', () => {
    const form = { ...attack, to: 'city-nobody/duty-officer' }
    expect(refusal(() => begun().act(dan, 'give-order', form)).code).toBe('invalid-input')
  })
})

describe('the response', () => {
  test('promise (emergencies): the response does not end while an order is out; recalled, it does', () => {
    const play = begun()
    play.act(dan, 'give-order', attack)
    const end = () => play.act(gao, 'end-response', { reason: '火已扑灭' })
    expect(refusal(end).words).toMatch(/^尚有1件指令未完成/)
    play.act(gao, 'recall-order', { reason: '已扑灭' }, { taskId: first(play) })
    end()
    expect(play.where('response')).toBe('response.aftermath')
  })

  test('orders and notes of two who write at once disturb neither each other nor the commander', () => {
    const play = begun()
    const seen = materialOf(play.record())
    play.act(dan, 'note-event', { happenedAt: start, text: '消防到场' })
    play.act(dan, 'give-order', attack)
    const stale = (type: string) =>
      isStale(emergencyResponse, play.record(), { type, data: {}, taskId: null }, seen, gao)
    expect(['note-event', 'give-order', 'end-response', 'change-level'].map(stale)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
