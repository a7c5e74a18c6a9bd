// Who sends while PostgreSQL is killed, and what?
import { randomUUID } from 'node:crypto'
import {
  fireCentre,
  outfallPassword,
  outfalls,
  panels,
  platformSecret,
  platforms,
  reservoirs,
  SEED,
  water,
} from '../../bin/simulate/city.ts'
import { withObserver } from '../../bin/simulate/observer.ts'
import { openWire, type Wire } from '../../bin/simulate/wire.ts'
import type { Database } from '../../db/client.ts'
import { devices as deviceRows, feeds, points } from '../../db/schema/devices/devices.ts'
import type { ProtocolDriver } from '../../devices/frames/protocol.ts'
import type { Resending, Simulated } from '../../devices/frames/simulated.ts'
import { transmitter } from '../../devices/protocols/gb26875/simulator.ts'
import { createStation } from '../../devices/protocols/hj212/simulator.ts'
import { driverOfJt809 } from '../../devices/protocols/jt809/session.ts'
import { simulateLowerPlatform } from '../../devices/protocols/jt809/simulator.ts'
import { station as waterStation } from '../../devices/protocols/sl651/simulator.ts'
import { secret } from './push/city.ts'

/** The senders' clocks: less than two minutes behind, so that they are believed; a test moves them on by less, so that nothing comes out of the future. */
export const clock = { ahead: -110_000 }
const begun = new Date(Date.now() + clock.ahead)

export const tank = { feed: 'sources', key: 'TANK-1', point: 'LT-1' }

export const registerTank = async (db: Database): Promise<void> => {
  const row = { feed: tank.feed, region: '330803', since: '2026-01-01T00:00:00.000Z' }
  await db.insert(feeds).values({
    id: tank.feed,
    protocol: 'push',
    name: '危险源',
    region: row.region,
    settings: { mapping: 'hazard-source' },
  })
  const source = { ...row, id: randomUUID(), key: tank.key, name: '一号罐' }
  await db
    .insert(deviceRows)
    .values([{ ...row, id: randomUUID(), key: tank.feed, name: '平台', secret }, source])
  const limits = { high: 80, onDelay: 0, rangeLow: 0, rangeHigh: 100 }
  await db.insert(points).values({
    device: source.id,
    key: tank.point,
    name: '液位',
    unit: '%',
    kind: 'level',
    since: row.since,
    ...limits,
  })
}

/** Beyond its limit from the first minute on. */
export const emissions = (): Resending => {
  const { station, system, measures } = outfall
  const beyond = {
    kind: 'times' as const,
    code: 'w01018',
    times: 3,
    from: new Date(begun.getTime() + 30_000),
    to: new Date(8.64e15),
  }
  return createStation({
    seed: 1,
    station,
    password: outfallPassword,
    system,
    dialect: { version: '2017' },
    facilities: [],
    measures,
    episodes: [beyond],
  })
}
export const fire = () =>
  transmitter({
    seed: 2,
    source: panel.source,
    centre: fireCentre,
    scenario: [{ after: 60, act: 'fire' }],
  })
export const rising = () =>
  waterStation({
    seed: 3,
    station: reservoir.station,
    ...water,
    interval: 60,
    level: reservoir.level,
    scenario: [{ after: 62, act: 'flood' }],
  })

/** `readings`: device, point and moment of all that it has sent, however often; its clock is the test's. */
export type Sender = { wire: Wire; readings: Set<string>; unanswered: () => number }

export const sender = (port: number, end: Resending, driver: ProtocolDriver): Sender => {
  const readings = new Set<string>()
  const noted = withObserver(end, {
    driver,
    receive: (one) =>
      one.kind === 'reading' && void readings.add(`${one.device} ${one.point} ${one.at}`),
  })
  const by = (now: Date) => new Date(now.getTime() + clock.ahead)
  const played: Simulated = {
    open: (now) => noted.open(by(now)),
    receive: (bytes, now) => noted.receive(bytes, by(now)),
    tick: (now) => noted.tick(by(now)),
  }
  const wire = openWire(played, {
    host: '127.0.0.1',
    port,
    wait: true,
    tickMs: 50,
    againMs: 100,
  })
  return { wire, readings, unanswered: end.unanswered }
}

export type Fleet = { wire: Wire; places: Set<string>; rest: () => void }

/** Nobody answers a platform; eight vehicles tell where they are each second. */
export const lorries = (port: number): Fleet => {
  const places = new Set<string>()
  const { centre, vehicles, first } = platforms[0]
  const plan = {
    seed: SEED,
    centre,
    ...platformSecret,
    key: 0,
    vehicles,
    first,
    every: 1,
    slave: null,
    scenario: [],
  }
  const noted = withObserver(simulateLowerPlatform(plan).main, {
    driver: driverOfJt809(),
    dialect: platformSecret.dialect,
    receive: (one) => one.kind === 'position' && void places.add(`${one.device} ${one.at}`),
  })
  let resting = false
  const driven: Simulated = { ...noted, tick: (now) => (resting ? [] : noted.tick(now)) }
  const wire = openWire(driven, {
    host: '127.0.0.1',
    port,
    wait: true,
    tickMs: 50,
    againMs: 100,
  })
  const rest = (): void => {
    resting = true
  }
  return { wire, places, rest }
}

export const [outfall, panel, reservoir] = [outfalls[2]!, panels[2]!, reservoirs[2]!]
