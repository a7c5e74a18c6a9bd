// What becomes of an alarm whose device or limits are registered no more?
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../devices/alarms/evaluate.ts'
import { letterOf } from '../../../devices/alarms/lifecycle.ts'
import {
  type AlarmState,
  atRest,
  type Input,
  type Parameters,
} from '../../../devices/alarms/state.ts'
import { type AlarmAbout, keyOf } from '../../../devices/episodes/about.ts'
import type { DeviceRegistry } from '../../../devices/episodes/registry.ts'
import { parametersFrom } from '../../../devices/intake/intake.ts'
import { after, does, gas, panel, reads, tells, time } from './sensing.ts'

const aboutOf = (condition: string, kind: string): AlarmAbout => ({
  key: keyOf('f', 'D1', 'p', condition),
  feed: 'f',
  device: 'a row of it',
  point: 'p',
  pointId: null,
  condition,
  kind,
  name: '',
  deviceName: '',
  pointName: '',
  region: '330802',
  enterprise: null,
  unit: null,
  lon: null,
  lat: null,
  site: '',
  synthetic: false,
})
const registered = (...devices: Record<string, unknown>[]) =>
  ({
    feed: () => undefined,
    device: (_: string, key: string) => devices.find((one) => one.key === key),
  }) as unknown as DeviceRegistry
const gone = {
  gas: parametersFrom(registered())(aboutOf('high', 'gas'), 1),
  fire: parametersFrom(registered())(aboutOf('fire', 'fire'), 1),
}

/** Plays inputs by the seconds, each with what is registered then. */
type Step = [seconds: number, input: Input, parameters: Parameters]
const play = (steps: Step[]) => {
  let state: AlarmState = atRest(steps[0]?.[2].limits.length ?? 0)
  const kinds: string[] = []
  let refused: string | null = null
  for (const [seconds, input, parameters] of steps) {
    const out = evaluate(state, input, parameters, after(seconds))
    state = out.state
    refused = out.refused
    kinds.push(...out.events.map(({ kind }) => kind))
  }
  return { state, kinds, refused }
}

describe('an alarm that nobody watches any more', () => {
  test('has not returned to normal by that: it stands as grave as it was, of an unknown value', () => {
    const { state, kinds } = play([
      [0, reads(0, 60), gas],
      [10, does('acknowledge'), gas],
      [600, time, gone.gas],
    ])
    expect(kinds.slice(0, 2)).toEqual(['raised', 'acked'])
    expect(kinds).toEqual(expect.arrayContaining(['quality', 'unwatched']))
    expect(kinds).not.toContain('rtn')
    expect([letterOf(state), state.stale, state.episode?.level]).toEqual(['C', true, 1])
  })

  test.each([
    ['measured', reads(0, 60), gas, gone.gas],
    ['told', tells(0, true, { level: 1 }), panel, gone.fire],
  ] as const)(
    'and was %s is ended by a person who says why, not by the system',
    (_, input, watched, unwatched) => {
      const begun: Step[] = [
        [0, input, watched],
        [10, does('acknowledge'), watched],
      ]
      const early = play([...begun, [20, does('declare-over', { by: 'dan' }), watched]])
      expect(early.refused).toBe('not-doubtful')
      const bySystem = play([...begun, [20, does('declare-over', { by: 'system' }), unwatched]])
      expect(bySystem.refused).toBe('not-doubtful')
      const { state, kinds, refused } = play([
        ...begun,
        [20, does('declare-over', { by: 'dan', reason: '设备已拆除' }), unwatched],
      ])
      expect([refused, kinds.at(-1), state.episode]).toEqual([null, 'declared-over', null])
      expect(
        play([...begun, [20, does('declare-over'), unwatched], [90_000, time, unwatched]]).kinds,
      ).not.toContain('re-alarm')
    },
  )

  test('is watched again once its device is registered again, and then its device ends it', () => {
    const { kinds, state } = play([
      [0, reads(0, 60), gas],
      [10, does('acknowledge'), gas],
      [20, time, gone.gas],
      [30, reads(30, 0), gas],
      [60, time, gas],
    ])
    expect(kinds).toEqual(expect.arrayContaining(['unwatched', 'watched', 'rtn']))
    expect(state.episode?.unwatched).toBe(false)
  })
})

test('a device that was moved is watched by the row that is registered now', () => {
  const points = new Map([['p', { watches: [{ condition: 'high', parameters: gas }] }]])
  const known = registered({ key: 'D1', id: 'another row', points })
  expect(parametersFrom(known)(aboutOf('high', 'gas'), 1)).toBe(gas)
  expect(parametersFrom(known)(aboutOf('fire', 'fire'), 1).unwatched).toBeUndefined()
  expect([gone.gas.unwatched, gone.fire.unwatched]).toEqual([true, true])
})
