// How many alarms are raised of one drive off the route, of which both the vehicle's position and its platform tell?
import { expect, test } from 'vitest'
import { evaluate } from '../../../devices/alarms/evaluate.ts'
import { type AlarmState, atRest } from '../../../devices/alarms/state.ts'
import type { SessionOutput } from '../../../devices/frames/protocol.ts'
import { panel } from '../alarms/sensing.ts'
import { kind, later, lorry, NOW, signedIn } from './lower.ts'

const off = { alarm: 1 << 23 }
type Lower = ReturnType<typeof signedIn>

/** 0x1402: the platform tells that the vehicle has left its route. */
const warning = (lower: Lower, seconds: number, from = seconds, type = 0x0b): SessionOutput =>
  lower.send(
    0x1400,
    {
      vehicle: lorry,
      sub: 0x1402,
      values: {
        source: 2,
        type,
        time: later(from).getTime() / 1000,
        infoId: seconds,
        text: '偏离规定路线',
      },
    },
    later(seconds),
  )

/** What is told is judged by the key under which an alarm stands, as the desk has it. */
const desk = () => {
  const states = new Map<string, AlarmState>()
  const said: string[] = []
  return {
    said,
    hears: (output: SessionOutput, seconds: number) => {
      for (const one of kind(output, 'condition')) {
        const key = `${one.device}/${one.point}/${one.condition}`
        const before = states.get(key) ?? atRest(panel.limits.length)
        const input = { ...one, kind: 'told' as const }
        const after = evaluate(before, input, { ...panel, latching: false }, later(seconds))
        states.set(key, after.state)
        said.push(
          ...after.events.flatMap(({ kind }) =>
            ['raised', 'rtn', 're-alarm'].includes(kind) ? [`${kind} ${one.condition}`] : [],
          ),
        )
      }
    },
  }
}

const once = ['raised route-deviation', 'rtn route-deviation']

test('one, when the position tells it first and the platform after it', () => {
  const [lower, heard] = [signedIn(), desk()]
  heard.hears(lower.position(NOW), 0)
  heard.hears(lower.position(later(10), off), 10)
  heard.hears(warning(lower, 11, 10), 11)
  heard.hears(lower.position(later(20), off), 20)
  heard.hears(lower.position(later(30)), 30)
  expect(heard.said).toEqual(once)
})

test('one, when the platform tells it first and the position after it', () => {
  const [lower, heard] = [signedIn(), desk()]
  heard.hears(lower.position(NOW), 0)
  heard.hears(warning(lower, 10), 10)
  heard.hears(lower.position(later(12), off), 12)
  heard.hears(lower.position(later(30)), 30)
  expect(heard.said).toEqual(once)
})

test('one, when the platform tells it only after the vehicle has come back', () => {
  const [lower, heard] = [signedIn(), desk()]
  heard.hears(lower.position(NOW), 0)
  heard.hears(lower.position(later(10), off), 10)
  heard.hears(lower.position(later(30)), 30)
  heard.hears(warning(lower, 31, 12), 31)
  expect(heard.said).toEqual(once)
})

test('one that stands, when the platform alone tells it, whatever the first position does not say', () => {
  const [lower, heard] = [signedIn(), desk()]
  heard.hears(warning(lower, 10), 10)
  heard.hears(lower.position(later(12)), 12)
  heard.hears(lower.position(later(40)), 40)
  expect(heard.said).toEqual(['raised route-deviation'])
})

test('two, when it leaves its route twice', () => {
  const [lower, heard] = [signedIn(), desk()]
  heard.hears(lower.position(NOW), 0)
  for (const seconds of [10, 110]) {
    heard.hears(lower.position(later(seconds), off), seconds)
    heard.hears(warning(lower, seconds + 1, seconds), seconds + 1)
    heard.hears(lower.position(later(seconds + 50)), seconds + 50)
  }
  expect(heard.said.filter((one) => one.startsWith('rtn'))).toHaveLength(2)
  expect(heard.said).toHaveLength(4)
})

test('what only a platform tells stays an alarm of its own', () => {
  const [lower, heard] = [signedIn(), desk()]
  heard.hears(lower.position(NOW, off), 0)
  heard.hears(warning(lower, 10, 10, 0xa008), 10)
  expect(heard.said).toEqual(['raised route-deviation', 'raised weather'])
})
