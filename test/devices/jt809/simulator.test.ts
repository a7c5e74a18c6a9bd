// Does a simulated lower platform communicate with the upper one as a real one would?

import { expect, test } from 'vitest'
import type {
  Framer,
  RegisteredDevice,
  Session,
  SessionOutput,
} from '../../../devices/frames/protocol.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import {
  type LowerPlatform,
  simulateLowerPlatform,
} from '../../../devices/protocols/jt809/simulator.ts'
import { rightClocks } from '../clocks/right.ts'
import { CENTRE, constants, later, NOW, peerDevice } from './lower.ts'

const options = (more: Partial<LowerPlatform> = {}): LowerPlatform => ({
  seed: 7,
  centre: CENTRE,
  user: 7,
  password: 'abc12345',
  dialect: { version: '2011', ...constants },
  key: 0,
  vehicles: 4,
  every: 10,
  slave: { host: '10.1.1.1', port: 8810 },
  scenario: [],
  ...more,
})

/** Both links in memory; what the upper platform heard in so many seconds. */
const run = (
  with_: LowerPlatform,
  seconds: number,
): {
  observations: Observation[]
  faults: string[]
  closed: string[]
  answered: SessionOutput['answered']
} => {
  const { main, slave, vehicles } = simulateLowerPlatform(with_)
  const devices = [
    peerDevice({}, with_.dialect),
    ...vehicles.map(
      (key): RegisteredDevice => ({ key, name: key, dialect: {}, secret: null, hosts: [] }),
    ),
  ]
  const house = driverOfJt809({ verify: () => 99 })
  const session = house.createSession(
    { device: (key) => devices.find((one) => one.key === key), clocks: rightClocks() },
    { address: '10.1.1.1' },
  )
  const outputs: SessionOutput[] = [session.open(NOW)]
  const state: { dialled?: { session: Session; end: ReturnType<typeof slave>; framer: Framer } } =
    {}
  const framer = house.framer()
  const up = (sent: Uint8Array[], now: Date): void => {
    for (const bytes of sent)
      for (const result of framer.push(bytes)) down(session.receive(result, now), now)
  }
  const down = (one: SessionOutput, now: Date): void => {
    outputs.push(one)
    for (const bytes of one.replies) up(main.receive(bytes, now), now)
    if (!one.dial) return
    state.dialled = { session: one.dial.session, end: slave(), framer: house.framer() }
    onSlave(one.dial.session.open(now), now)
  }
  const onSlave = (one: SessionOutput, now: Date): void => {
    outputs.push(one)
    for (const bytes of one.replies) {
      for (const back of state.dialled?.end.receive(bytes, now) ?? []) {
        for (const result of state.dialled?.framer.push(back) ?? [])
          onSlave(state.dialled!.session.receive(result, now), now)
      }
    }
  }
  up(main.open(NOW), NOW)
  for (let second = 0; second <= seconds; second++) {
    if (second === 30)
      down(
        session.command!(
          {
            key: 'c',
            feed: 'f',
            device: vehicles[0]!,
            verb: 'supervise',
            args: { time: NOW.toISOString() },
            until: later(600).toISOString(),
          },
          later(second),
        ),
        later(second),
      )
    up(main.tick(later(second)), later(second))
    down(session.tick(later(second)), later(second))
    if (state.dialled) onSlave(state.dialled.session.tick(later(second)), later(second))
  }
  return {
    observations: outputs.flatMap((one) => one.observations),
    faults: outputs.flatMap((one) => one.faults.map(({ reason }) => reason)),
    closed: outputs.flatMap((one) => (one.close ? [one.close] : [])),
    answered: outputs.flatMap((one) => one.answered ?? []),
  }
}

test.each([
  ['2011, plain', options()],
  ['2011, encrypted', options({ key: 15241 })],
  ['2019, plain', options({ dialect: { version: '2019', ...constants } })],
  ['2019, encrypted', options({ dialect: { version: '2019', ...constants }, key: 15241 })],
])('five minutes of a quiet day: %s', (_, with_) => {
  const { observations, faults, closed, answered } = run(with_, 300)
  expect(faults).toEqual([])
  expect(closed).toEqual([])
  const positions = observations.filter((one) => one.kind === 'position')
  expect(positions.length).toBeGreaterThan(115)
  expect(new Set(positions.map(({ device }) => device)).size).toBe(4)
  for (const { lon, lat, flags } of positions) {
    expect(Math.abs(lon - 118.85) + Math.abs(lat - 28.95)).toBeLessThan(0.3)
    expect(flags).toEqual([])
  }
  expect(
    observations.filter((one) => one.kind === 'document' && one.document === 'waybill'),
  ).toHaveLength(4)
  expect(observations.filter((one) => one.kind === 'condition' && one.active)).toEqual([])
  expect(answered).toMatchObject([{ key: 'c', ok: true }])
})

test('the same seed drives the same way', () => {
  expect(run(options(), 60).observations).toEqual(run(options(), 60).observations)
  expect(run(options({ seed: 8 }), 60).observations).not.toEqual(run(options(), 60).observations)
})

test('a vehicle leaves its route and comes back; another has no waybill for two minutes', () => {
  const scenario = [
    { kind: 'route-deviation' as const, vehicle: 1, from: 60, until: 200 },
    { kind: 'no-waybill' as const, vehicle: 2, from: 0, until: 120 },
    { kind: 'overspeed' as const, vehicle: 0, from: 50, until: 90 },
    { kind: 'emergency' as const, vehicle: 3, from: 100, until: 130 },
  ]
  const { observations } = run(options({ scenario }), 300)
  const conditions = observations.filter((one) => one.kind === 'condition')
  const conditionsOf = (condition: string, point: string): boolean[] => {
    const first = conditions.findIndex(
      (one) => one.condition === condition && one.point === point && one.active,
    )
    return conditions
      .slice(first)
      .filter(
        (one) =>
          one.condition === condition &&
          one.point === point &&
          one.device === conditions[first]?.device,
      )
      .map(({ active }) => active)
  }
  // Its position tells it, its platform warns of it, and its position tells that it is over.
  expect(conditionsOf('route-deviation', 'terminal')).toEqual([true, true, false])
  expect(conditionsOf('overspeed', 'terminal')).toEqual([true, false])
  expect(conditionsOf('emergency', 'terminal')).toEqual([true, true, true, false])
  const waybills = observations.filter(
    (one) => one.kind === 'document' && one.document === 'waybill',
  )
  expect(
    waybills.map(({ at }) => Date.parse(at) - NOW.getTime()).filter((after) => after > 60_000),
  ).toHaveLength(1)
})
